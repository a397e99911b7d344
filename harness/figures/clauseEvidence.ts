import type { MemberPath } from '../../specs/member.ts';
import type { CaseLine, Deviation, Verdict } from '../record/record.ts';
import type { Collector } from './collector.ts';

/** What the cases of a record show about a clause, beside how many there are. */
export interface ClauseEvidence {
  /** The member of the first case about it. */
  readonly member: MemberPath;
  /** Milliseconds that the answers took together. */
  readonly ms: number;
  /** The first deviation from it. */
  readonly deviation: Deviation | null;
  /** By verdict: why, as the first case with that verdict says. */
  readonly why: ReadonlyMap<Verdict['kind'], string>;
}

interface Entry extends ClauseEvidence {
  ms: number;
  deviation: Deviation | null;
  readonly why: Map<Verdict['kind'], string>;
}

/** The evidence for each clause that a case is about or deviates from. */
export function clauseEvidence(): Collector<ReadonlyMap<string, ClauseEvidence>> {
  const entries = new Map<string, Entry>();
  return { take: (line) => add(entries, line), result: () => entries };
}

function add(entries: Map<string, Entry>, { clause, member, answer, verdict }: CaseLine): void {
  const deviations = verdict.kind === 'deviates' ? verdict.deviations : [];
  for (const id of new Set([clause, ...deviations.map((deviation) => deviation.clause)])) {
    const entry: Entry = entries.get(id) ?? { member, ms: 0, deviation: null, why: new Map() };
    entries.set(id, entry);
    entry.ms += answer.ms;
    entry.deviation ??= deviations.find((deviation) => deviation.clause === id) ?? null;
    if ('why' in verdict && !entry.why.has(verdict.kind)) entry.why.set(verdict.kind, verdict.why);
  }
}
