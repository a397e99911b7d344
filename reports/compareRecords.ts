import type { CaseLine, Deviation, RunRecord, TargetIdentity, Verdict } from '../harness/record/record.ts';

/** How one record differs from another. */
export interface Comparison {
  readonly before: TargetIdentity;
  readonly after: TargetIdentity;
  /** Cases that both records have. */
  readonly sharedCases: number;
  /** Cases that only one has; their clauses are compared as a whole. */
  readonly otherCases: number;
  readonly changes: readonly Change[];
}

export const changeKinds = ['worse', 'better', 'new', 'gone'] as const;

/** One case or clause that is judged in another way. */
export interface Change {
  readonly change: (typeof changeKinds)[number];
  readonly kind: 'case' | 'clause';
  /** The case's id, or the clause's. */
  readonly id: string;
  /** What it showed: a verdict, or the deviations. Null where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** Deviations that are there now and were not, and the other way round. */
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/** Compares case by case what both records have, and clause by clause what only one of them has. */
export function compareRecords(before: RunRecord, after: RunRecord): Comparison {
  const [left, right] = [casesById(before), casesById(after)];
  const shared = [...left.keys()].filter((id) => right.has(id)).toSorted();
  const others = [...left, ...right].filter(([id]) => !left.has(id) || !right.has(id)).map(([, shown]) => shown);
  const cases = shared.flatMap((id) => describeChange('case', id, left.get(id)?.standing, right.get(id)?.standing));
  const comparedClauses = new Set(
    cases.flatMap(({ id }) => [...(left.get(id)?.clauses ?? []), ...(right.get(id)?.clauses ?? [])]),
  );
  const clauses = [...new Set(others.flatMap((shown) => shown.clauses))]
    .filter((clause) => !comparedClauses.has(clause))
    .toSorted();
  const [standingsBefore, standingsAfter] = [assessClauses(before), assessClauses(after)];
  return {
    before: before.header.target,
    after: after.header.target,
    sharedCases: shared.length,
    otherCases: others.length,
    changes: [
      ...cases,
      ...clauses.flatMap((id) => describeChange('clause', id, standingsBefore.get(id), standingsAfter.get(id))),
    ],
  };
}

/** What a case or clause shows: how bad it is, and its deviations; undefined where nothing was judged. */
interface Assessment {
  readonly rank: number;
  readonly deviations: readonly string[];
  readonly text: string;
}

/** What a comparison needs of a case, which is little beside its request and answer. */
interface ComparedCase {
  readonly clauses: readonly string[];
  readonly standing: Assessment | undefined;
}

function casesById({ cases }: RunRecord): ReadonlyMap<string, ComparedCase> {
  const shown = new Map<string, ComparedCase>();
  for (const line of cases) shown.set(line.id, { clauses: clausesOfCase(line), standing: assessCase(line) });
  return shown;
}

function clausesOfCase(line: CaseLine): readonly string[] {
  return [line.clause, ...caseDeviations(line).map(({ clause }) => clause)];
}

function caseDeviations({ verdict }: CaseLine): readonly Deviation[] {
  return verdict.kind === 'deviates' ? verdict.deviations : [];
}

// What a target lacks is better than what it has wrong, and worse than what it has right. Null: nothing was judged.
const ranks: Readonly<Record<Verdict['kind'], number | null>> = {
  conforms: 0,
  undecided: 0,
  unsupported: 1,
  deviates: 2,
  inconclusive: null,
  skipped: null,
  errored: null,
};

function assessCase(line: CaseLine): Assessment | undefined {
  const rank = ranks[line.verdict.kind];
  return rank === null
    ? undefined
    : deviatingAssessment(rank, line.verdict.kind, caseDeviations(line).map(deviationName));
}

function deviatingAssessment(rank: number, kind: Verdict['kind'], found: readonly string[]): Assessment {
  const deviations = [...new Set(found)].toSorted();
  return { rank, deviations, text: deviations.length === 0 ? kind : deviations.join(', ') };
}

function deviationName({ clause, kind, answerClass }: Deviation): string {
  return `${clause}/${kind}/${answerClass}`;
}

function assessClauses({ cases }: RunRecord): ReadonlyMap<string, Assessment> {
  const standings = new Map<string, Assessment>();
  const add = (clause: string, next: Assessment) => {
    const known = standings.get(clause);
    const worse = known === undefined || next.rank > known.rank;
    if (worse) standings.set(clause, next);
    else if (next.rank === 2)
      standings.set(clause, deviatingAssessment(2, 'deviates', [...known.deviations, ...next.deviations]));
  };
  for (const line of cases) {
    const own = assessCase(line);
    for (const one of caseDeviations(line)) add(one.clause, deviatingAssessment(2, 'deviates', [deviationName(one)]));
    if (own !== undefined && own.rank < 2) add(line.clause, own);
  }
  return standings;
}

function describeChange(
  kind: Change['kind'],
  id: string,
  before: Assessment | undefined,
  after: Assessment | undefined,
): readonly Change[] {
  const change = changeDirection(before, after);
  if (change === undefined) return [];
  const [was, is] = [before?.deviations ?? [], after?.deviations ?? []];
  const came = is.filter((one) => !was.includes(one));
  const went = was.filter((one) => !is.includes(one));
  return [{ change, kind, id, before: before?.text ?? null, after: after?.text ?? null, came, went }];
}

function changeDirection(before: Assessment | undefined, after: Assessment | undefined): Change['change'] | undefined {
  if (before === undefined) return after === undefined ? undefined : 'new';
  if (after === undefined) return 'gone';
  if (after.rank !== before.rank) return after.rank > before.rank ? 'worse' : 'better';
  if (after.deviations.some((one) => !before.deviations.includes(one))) return 'worse';
  return after.deviations.length < before.deviations.length ? 'better' : undefined;
}
