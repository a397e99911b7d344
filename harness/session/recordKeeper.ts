import type { GateLine, RunRecord } from '../record/record.ts';
import { recordInMemory } from '../record/recordInMemory.ts';
import type { RecordLine } from '../record/recordLine.ts';

/** Takes the lines of a run and gives its record. */
export interface RecordKeeper {
  readonly write: (line: RecordLine) => void;
  /** The record, once its footer was written. */
  readonly finish: () => RunRecord;
  /** The record with the outcome of the gate. */
  readonly withGate: (record: RunRecord, gate: GateLine) => RunRecord;
}

/** Keeps the record in memory. */
export function keepInMemory(): RecordKeeper {
  const { writer, record } = recordInMemory();
  return { write: writer.write, finish: record, withGate: (written, gate) => ({ ...written, gate }) };
}
