import type { Phase } from '../../generators/cases/case.ts';
import type { Basis } from '../../specs/clause.ts';
import type { EditionDate } from '../../specs/edition.ts';

/** Findings that a team accepts for now, each with a reason, and the cases that its runs are expected to have. */
export interface Baseline {
  readonly format: 'poolproof-baseline';
  readonly version: 1;
  /** Sorted by target, then by finding. */
  readonly findings: readonly BaselineEntry[];
  readonly cases: readonly CaseList[];
}

/** One accepted finding on one target. Members that are not declared here are preserved. */
export interface BaselineEntry {
  readonly target: string;
  readonly finding: string;
  /** The case that showed it. The finding counts as fixed only if this case ran again. */
  readonly case: string;
  /** YYYY-MM-DD, as are the other dates. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly reason: string;
  readonly ticket: string;
  /** The last day on which it is accepted; absent means it never expires. */
  readonly expires?: string;
}

/** The cases of a phase under one contract. Cases that depend on the seed are not listed. */
export interface CaseList {
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phase: Phase;
  readonly ids: readonly string[];
}

/** A baseline without entries. */
export const emptyBaseline: Baseline = { format: 'poolproof-baseline', version: 1, findings: [], cases: [] };
