import { join } from 'node:path';
import type { GateLine, RunRecord } from '../record/record.ts';
import { appendGate, RecordWriter, readRecord } from '../record/recordFile.ts';
import { recordInMemory } from '../record/recordInMemory.ts';
import type { RecordLine } from '../record/recordLine.ts';

/** Takes the lines of a run and gives its record. */
export interface RecordKeeper {
  readonly write: (line: RecordLine) => void;
  readonly finish: () => RunRecord;
  /** The record with the outcome of the gate. */
  readonly withGate: (record: RunRecord, gate: GateLine) => RunRecord;
}

/** Keeps the record in memory. */
export function keepInMemory(): RecordKeeper {
  const { writer, record } = recordInMemory();
  return {
    write: writer.write,
    finish: record,
    withGate: (record, gate) => ({ ...record, gate }),
  };
}

/** Writes the record to `record.jsonl` in a folder, where its cases are read from at each pass. */
export function keepInFolder(out: string): RecordKeeper {
  const path = join(out, 'record.jsonl');
  const writer = new RecordWriter(path);
  return {
    write: (line) => writer.write(line),
    finish: () => {
      writer.close();
      return readRecord(path);
    },
    withGate: (record, gate) => {
      appendGate(path, gate);
      return { ...record, gate };
    },
  };
}
