import type { Phase } from '../../generators/cases/case.ts';
import type { Basis } from '../../specs/clause.ts';
import type { EditionDate } from '../../specs/edition.ts';

/** What a team knows and accepts for now: findings with a reason, and the cases that there were. */
export interface Baseline {
  readonly format: 'poolproof-baseline';
  readonly version: 1;
  /** By target, then by finding. */
  readonly findings: readonly KnownFinding[];
  readonly cases: readonly CaseList[];
}

/** One finding on one target. Members that are not named here are kept as they are. */
export interface KnownFinding {
  readonly target: string;
  readonly finding: string;
  /** The case that showed it: without that case nobody can say that it is fixed. */
  readonly case: string;
  /** YYYY-MM-DD, as are the other dates. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly reason: string;
  readonly ticket: string;
  /** The last day on which it is accepted; absent: for good. */
  readonly expires?: string;
}

/** The cases of a phase under one contract. Cases that hang on the seed are not listed. */
export interface CaseList {
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phase: Phase;
  readonly ids: readonly string[];
}

/** A baseline that knows nothing yet. */
export const emptyBaseline: Baseline = { format: 'poolproof-baseline', version: 1, findings: [], cases: [] };
