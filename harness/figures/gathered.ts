import type { CaseLine, RunRecord } from '../record/record.ts';
import { clauseEvidence } from './clauseEvidence.ts';
import type { Collector } from './collector.ts';
import { effects } from './coverage.ts';
import { errorCounts } from './errorFigures.ts';
import { exploration } from './explored.ts';
import { omissions } from './resetOrKeep.ts';
import { skipReasons } from './skipReasons.ts';
import { spread } from './spread.ts';
import { phaseTallies, tallies } from './tally.ts';

/** All that the reports want of a record's cases. */
export type Gathered = ReturnType<typeof gather>;

const known = new WeakMap<Iterable<CaseLine>, Map<string, Gathered>>();

/** What the reports want of a record's cases, in one pass over them however many reports there are. */
export function gathered(record: RunRecord): Gathered {
  const { edition, basis } = record.header;
  const found = known.get(record.cases) ?? new Map<string, Gathered>();
  const key = `${edition} ${basis}`;
  const result = found.get(key) ?? gather(record);
  known.set(record.cases, found.set(key, result));
  return result;
}

function gather({ header, cases }: RunRecord) {
  const collectors = {
    phases: phaseTallies(),
    byClause: tallies('clause'),
    byMember: tallies('member'),
    evidence: clauseEvidence(),
    effects: effects(header),
    errors: errorCounts(),
    omissions: omissions(header),
    spread: spread(),
    skipReasons: skipReasons(),
    seen: exploration(header),
  } as const;
  const all: readonly Collector<unknown>[] = Object.values(collectors);
  for (const line of cases) for (const collector of all) collector.take(line);
  return {
    phases: collectors.phases.result(),
    byClause: collectors.byClause.result(),
    byMember: collectors.byMember.result(),
    evidence: collectors.evidence.result(),
    effects: collectors.effects.result(),
    errors: collectors.errors.result(),
    omissions: collectors.omissions.result(),
    spread: collectors.spread.result(),
    skipReasons: collectors.skipReasons.result(),
    seen: collectors.seen.result(),
  };
}
