import type { Coverage } from '../../harness/figures/coverage.ts';
import type { Divergence } from '../../harness/figures/divergence.ts';
import type { MemberState } from '../../harness/figures/memberFigures.ts';
import type { ResetOrKeep } from '../../harness/figures/resetOrKeep.ts';
import type { DeviationKind, RecordHeader } from '../../harness/record/record.ts';
import type { Level } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';

/** The content of board.json: real emulators side by side. `board.schema.json` is its published schema. */
export interface Board extends Pick<RecordHeader, 'tool' | 'edition' | 'basis' | 'seed' | 'phases'> {
  readonly format: 'poolproof-board';
  readonly version: 1;
  /** ISO 8601. */
  readonly generatedAt: string;
  readonly machine: Machine;
  /** Milliseconds of the whole board, installation not counted. */
  readonly durationMs: number;
  /** The most memory that poolproof took at one time, in bytes, without the emulators; null where it was not measured. */
  readonly memoryPeak: number | null;
  /** By name. */
  readonly targets: readonly BoardRow[];
  readonly controls: readonly ControlRow[];
  /** The board that the movement is counted from; null for the first. */
  readonly previous: { readonly generatedAt: string; readonly toolVersion: string } | null;
  /** Targets that the previous board tested and this one did not. */
  readonly gone: readonly string[];
}

/** What the board was made on. */
export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** GiB. */
  readonly memory: number;
  readonly node: string;
}

export type BoardRow = TestedRow | UntestedRow;

/** What the board says of every target. */
export interface TargetFacts {
  readonly name: string;
  /** Null if it is unknown. */
  readonly version: string | null;
  /** The newest version that the registry offers to this machine; null if it is unknown. */
  readonly newest: string | null;
  readonly licence: string;
  readonly homepage: string;
  /** Commands that install and start it. */
  readonly byHand: string;
  /** Where the scripts of its findings are sent. */
  readonly address: string;
  readonly builtOn: string | null;
  readonly note: string | null;
}

/** A target that could not be run. */
export interface UntestedRow extends TargetFacts {
  readonly status: 'not-tested';
  readonly reason: string;
}

/** A target with the results of its run. */
export interface TestedRow extends TargetFacts {
  readonly status: 'tested';
  readonly coverage: Coverage;
  readonly divergence: Divergence;
  readonly causes: readonly CauseCell[];
  readonly members: readonly MemberCell[];
  readonly groups: readonly GroupCell[];
  readonly errors: readonly ErrorCell[];
  readonly omissions: readonly ResetOrKeep[];
  /** Every finding, by id. */
  readonly findings: readonly FindingLine[];
  readonly cases: number;
  readonly requests: number;
  readonly durationMs: number;
  readonly record: RecordFile;
  readonly movement: Movement;
  readonly shared: SharedFindings | null;
}

export interface FindingLine {
  readonly id: string;
  readonly member: MemberPath;
  readonly level: Level;
  readonly kind: DeviationKind;
}

/** The worst finding of a cell; null if there is none. */
interface Worst {
  readonly level: Level | null;
  readonly finding: string | null;
}

export interface CauseCell extends Worst {
  readonly id: string;
  readonly says: string;
  readonly findings: number;
  /** Deviating and judged clauses. */
  readonly clauses: number;
  readonly judged: number;
}

export interface MemberCell extends Worst {
  readonly member: MemberPath;
  readonly state: MemberState;
}

/** A kind of clauses, such as length limits. */
export interface GroupCell extends Worst {
  readonly group: string;
  readonly deviating: number;
  readonly judged: number;
}

export interface ErrorCell {
  readonly code: number | null;
  readonly name: string;
  readonly expected: number;
  readonly matched: number;
  readonly unexpected: number;
  readonly state: MemberState;
}

/** The compressed record of a run. */
export interface RecordFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The difference between a target's findings and those of the previous board. */
export interface Movement {
  readonly kind: 'first' | 'new' | 'unchanged' | 'better' | 'worse' | 'mixed';
  /** Ids of findings. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The findings that a target has in common with the one that it is built on. */
export interface SharedFindings {
  readonly with: string;
  readonly shared: number;
  readonly own: number;
}

/** A target whose result was known before. */
export interface ControlRow {
  readonly name: string;
  readonly expected: string;
  readonly findings: number;
  readonly passed: boolean;
}
