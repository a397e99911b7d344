import type { Level } from '../../specs/evidence.ts';
import { isIncomplete } from '../figures/gate.ts';
import { leftBehindInGate } from '../figures/leftBehind.ts';
import { notImplementedFindings } from '../figures/notImplemented.ts';
import { summaryOf } from '../figures/summary.ts';
import { type GateLine, type GateReason, gateReasons, type RunRecord } from '../record/record.ts';
import { type Baseline, emptyBaseline } from './baseline.ts';
import { compareWithBaseline } from './baselineComparison.ts';

/** The conditions that a run must meet. */
export interface GateRules {
  /** The lowest level whose findings fail the gate. */
  readonly failOn: Level;
  /** Errors that at least one expected answer must have had. */
  readonly requireErrors: readonly string[];
  /** Whether baseline entries that no longer show fail the gate. */
  readonly strictBaseline: boolean;
  /** Whether findings on members that the target does not implement count; at a level below must they always do. */
  readonly strictCoverage: boolean;
  /** The baseline and the file it was read from. */
  readonly baselineSource: { readonly path: string; readonly baseline: Baseline } | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

const levelWeights: Readonly<Record<Level, number>> = { must: 2, should: 1, may: 0 };

/**
 * Checks a run against its gate: new and expired findings fail it, as do the optional conditions. Conditions that need a
 * whole run are not checked on a shard; they are checked on the merged record.
 */
export function evaluateGate(record: RunRecord, rules: GateRules): GateLine {
  const isWhole = record.header.shard === null;
  const compared = compareWithBaseline(record, rules.baselineSource?.baseline ?? emptyBaseline, rules.today);
  const leftOut = rules.strictCoverage || rules.failOn !== 'must' ? [] : notImplementedFindings(record);
  const against = findingsAgainstGate(record, rules.failOn, [...compared.new, ...compared.expired], leftOut);
  const missingErrors = missingErrorNames(record, rules.requireErrors);
  const isStale = compared.fixed.length + compared.vanished.length > 0;
  const failures: Readonly<Record<GateReason, boolean>> = {
    findings: against.some((id) => compared.new.includes(id)),
    expired: against.some((id) => compared.expired.includes(id)),
    'missing-errors': missingErrors.length > 0,
    'stale-baseline': rules.strictBaseline && isWhole && isStale,
    'incomplete-run': isIncomplete(record),
  };
  const reasons = gateReasons.filter((reason) => failures[reason]);
  return {
    line: 'gate',
    passed: reasons.length === 0,
    reasons,
    failOn: rules.failOn,
    baseline: rules.baselineSource?.path ?? null,
    ...compared,
    missingErrors,
    ...leftBehindInGate(record.footer),
    ...(leftOut.length > 0 && { notImplemented: leftOut }),
    against,
  };
}

function findingsAgainstGate(
  { findings }: RunRecord,
  failOn: Level,
  ids: readonly string[],
  leftOut: readonly string[],
): readonly string[] {
  return findings
    .filter(({ level }) => levelWeights[level] >= levelWeights[failOn])
    .filter(({ id }) => ids.includes(id) && !leftOut.includes(id))
    .map(({ id }) => id);
}

function missingErrorNames(record: RunRecord, required: readonly string[]): readonly string[] {
  if (required.length === 0 || record.header.shard !== null) return [];
  const matched = new Set(
    summaryOf(record)
      .errors.filter((error) => error.matched > 0)
      .map(({ name }) => `${name}`),
  );
  return required.filter((name) => !matched.has(name));
}
