import type { RecordFooter } from '../../harness/record/record.ts';
import { grouped, plural } from '../../specs/plural.ts';

/** Clauses named; the record has all of them. */
const mostNamed = 3;

/**
 * What the filter of a run has left out, the most frequent first: "12 cases deviate from wire.success-status, 1 from
 * request.whole; a run without the filter judges that too". Undefined where it left out nothing.
 */
export function outsideFilterSentence({ outsideFilter = [] }: Pick<RecordFooter, 'outsideFilter'>): string | undefined {
  const [first, ...others] = outsideFilter.toSorted((left, right) => right.cases - left.cases);
  if (first === undefined) return undefined;
  const named = others.slice(0, mostNamed - 1).map(({ clause, cases }) => `${grouped(cases)} from ${clause}`);
  const unnamed = others.length - named.length;
  const rest = unnamed === 0 ? [] : [`others from ${plural(unnamed, 'more clause')}`];
  const verb = first.cases === 1 ? 'deviates' : 'deviate';
  const parts = [`${plural(first.cases, 'case')} ${verb} from ${first.clause}`, ...named, ...rest];
  return `${parts.join(', ')}; a run without the filter judges that too`;
}
