import type { CaseLine, RecordHeader, RunRecord } from '../record/record.ts';
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
export type CaseFigures = ReturnType<ReturnType<typeof collectCaseFigures>['result']>;

const cache = new WeakMap<Iterable<CaseLine>, Map<string, CaseFigures>>();

/** The figures of a record's cases, computed in one pass for all reports together. */
export function caseFigures(record: RunRecord): CaseFigures {
  const { edition, basis } = record.header;
  const known = cache.get(record.cases)?.get(`${edition} ${basis}`);
  if (known !== undefined) return known;
  const figures = collectCaseFigures(record.header);
  for (const line of record.cases) figures.take(line);
  const result = figures.result();
  keepCaseFigures(record, result);
  return result;
}

/** Keeps the figures of a record's cases that were collected while it was written, so that it need not be read for them. */
export function keepCaseFigures({ header: { edition, basis }, cases }: RunRecord, figures: CaseFigures): void {
  const known = cache.get(cases) ?? new Map<string, CaseFigures>();
  cache.set(cases, known.set(`${edition} ${basis}`, figures));
}

/** Collects the figures of cases one by one. */
export function collectCaseFigures(header: RecordHeader) {
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
  const take = (line: CaseLine) => {
    for (const collector of all) collector.take(line);
  };
  const result = () => ({
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
  });
  return { take, result } as const;
}
