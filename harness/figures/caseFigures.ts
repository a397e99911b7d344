import type { CaseLine, RunRecord } from '../record/record.ts';
import { answerSpread } from './answerSpread.ts';
import { clauseEvidence } from './clauseEvidence.ts';
import type { Collector } from './collector.ts';
import { errorCounts } from './errorCounts.ts';
import { exploration } from './exploration.ts';
import { memberEffects } from './memberEffects.ts';
import { omissions } from './omissions.ts';
import { skipReasons } from './skipReasons.ts';
import { phaseTallies, tallies } from './tally.ts';

/** The figures of a record's cases that the reports use. */
export type CaseFigures = ReturnType<typeof collect>;

const cache = new WeakMap<Iterable<CaseLine>, Map<string, CaseFigures>>();

/** The figures of a record's cases, computed in one pass for all reports together. */
export function caseFigures(record: RunRecord): CaseFigures {
  const { edition, basis } = record.header;
  const found = cache.get(record.cases) ?? new Map<string, CaseFigures>();
  const key = `${edition} ${basis}`;
  const result = found.get(key) ?? collect(record);
  cache.set(record.cases, found.set(key, result));
  return result;
}

function collect({ header, cases }: RunRecord) {
  const collectors = {
    phases: phaseTallies(),
    byClause: tallies('clause'),
    byMember: tallies('member'),
    evidence: clauseEvidence(),
    effects: memberEffects(header),
    errors: errorCounts(),
    omissions: omissions(header),
    spread: answerSpread(),
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
