import type { Level } from '../../specs/evidence.ts';
import { isIncomplete } from '../figures/gate.ts';
import { summaryOf } from '../figures/summary.ts';
import { type GateLine, type GateReason, gateReasons, type RunRecord } from '../record/record.ts';
import { type Baseline, emptyBaseline } from './baseline.ts';
import { compareWithBaseline } from './baselineComparison.ts';

/** What a run has to meet. */
export interface GateRules {
  /** The weakest level whose findings count. */
  readonly failOn: Level;
  /** Names of errors that some answer has to have matched. */
  readonly requireErrors: readonly string[];
  /** Whether a baseline that holds more than is there shuts the gate too. */
  readonly strictBaseline: boolean;
  /** Known findings, with the file they are from. */
  readonly known: { readonly path: string; readonly baseline: Baseline } | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

const weights: Readonly<Record<Level, number>> = { must: 2, should: 1, may: 0 };

/**
 * How a run meets its gate: new or expired findings shut it, and what else was asked for. What only a whole run can tell is
 * left to the merged record where the run is a shard.
 */
export function gateOn(record: RunRecord, rules: GateRules): GateLine {
  const isWhole = record.header.shard === null;
  const compared = compareWithBaseline(record, rules.known?.baseline ?? emptyBaseline, rules.today);
  const against = againstGate(record, rules.failOn, [...compared.new, ...compared.expired]);
  const missingErrors = missing(record, rules.requireErrors);
  const isStale = compared.fixed.length + compared.vanished.length > 0;
  const shutBy: Readonly<Record<GateReason, boolean>> = {
    findings: against.some((id) => compared.new.includes(id)),
    expired: against.some((id) => compared.expired.includes(id)),
    'missing-errors': missingErrors.length > 0,
    'stale-baseline': rules.strictBaseline && isWhole && isStale,
    'incomplete-run': isIncomplete(record),
  };
  const reasons = gateReasons.filter((reason) => shutBy[reason]);
  return {
    line: 'gate',
    passed: reasons.length === 0,
    reasons,
    failOn: rules.failOn,
    baseline: rules.known?.path ?? null,
    ...compared,
    missingErrors,
    against,
  };
}

function againstGate({ findings }: RunRecord, failOn: Level, ids: readonly string[]): readonly string[] {
  return findings.filter(({ id, level }) => weights[level] >= weights[failOn] && ids.includes(id)).map(({ id }) => id);
}

function missing(record: RunRecord, required: readonly string[]): readonly string[] {
  if (required.length === 0 || record.header.shard !== null) return [];
  const matched = new Set(
    summaryOf(record)
      .errors.filter((error) => error.matched > 0)
      .map(({ name }) => `${name}`),
  );
  return required.filter((name) => !matched.has(name));
}
