import type { RecordHeader, RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';
import { type Cause, causesOf } from './causes.ts';
import { type ClauseFigures, clauseFigures } from './clauseFigures.ts';
import { type Confirmation, confirmationOf } from './confirmation.ts';
import { type Conformance, conformanceOf } from './conformance.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Divergence, divergenceOf } from './divergence.ts';
import { type ErrorFigures, errorFigures } from './errorFigures.ts';
import { type Explored, exploredBy } from './explored.ts';
import { type MemberFigures, memberFigures } from './memberFigures.ts';
import { emptyTally, sumOf, type Tally } from './tally.ts';
import { verdictSentence } from './verdictSentence.ts';

/** The figures that all reports share. */
export interface Summary {
  /** What was found, in a sentence. */
  readonly verdict: string;
  readonly totals: Tally;
  readonly phases: readonly PhaseFigures[];
  readonly errors: readonly ErrorFigures[];
  readonly members: readonly MemberFigures[];
  readonly clauses: readonly ClauseFigures[];
  /** The findings by what is at fault. */
  readonly causes: readonly Cause[];
  /** How much the target has. Never to be mixed with divergence. */
  readonly coverage: Coverage;
  /** How much of that is wrong. */
  readonly divergence: Divergence;
  /** Whether the record conforms. */
  readonly conformance: Conformance;
  /** How much of what was judged rests on the live operation itself. */
  readonly confirmation: Confirmation;
  /** How much of the contract the run tried at all. */
  readonly explored: readonly Explored[];
}

export interface PhaseFigures {
  readonly phase: RecordHeader['phases'][number];
  readonly cases: number;
  readonly deviates: number;
  readonly durationMs: number;
}

/** The figures of a record. */
export function summaryOf(record: RunRecord): Summary {
  const clauses = clauseFigures(record);
  const divergence = divergenceOf(record, clauses);
  return {
    verdict: verdictSentence(record, divergence),
    totals: sumOf(caseFigures(record).phases.values()),
    phases: phaseFigures(record),
    errors: errorFigures(record),
    members: memberFigures(record),
    clauses,
    causes: causesOf(record, clauses),
    coverage: coverageOf(record),
    conformance: conformanceOf(record),
    confirmation: confirmationOf(record, clauses),
    explored: exploredBy(record),
    divergence,
  };
}

function phaseFigures(record: RunRecord): readonly PhaseFigures[] {
  const { header, footer } = record;
  const { phases } = caseFigures(record);
  return header.phases.map((phase) => {
    const { cases: count, deviates } = phases.get(phase) ?? emptyTally;
    const durationMs = footer.phases.find((timed) => timed.phase === phase)?.durationMs ?? 0;
    return { phase, cases: count, deviates, durationMs };
  });
}
