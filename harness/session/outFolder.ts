import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reporters } from '../../reports/index.ts';
import { collectCaseFigures, keepCaseFigures } from '../figures/caseFigures.ts';
import type { RunRecord } from '../record/record.ts';
import { appendGate, RecordWriter, readRecord } from '../record/recordFile.ts';
import type { RecordLine } from '../record/recordLine.ts';
import { takeFolder } from '../record/takeFolder.ts';
import { UserError } from '../userError.ts';
import type { RecordKeeper } from './recordKeeper.ts';

/** The out folder of a run, which is its own as long as it runs. */
export interface OutFolder {
  /** Keeps the record in the folder's `record.jsonl`, from where its cases are read at each pass. */
  readonly keeper: RecordKeeper;
  /** Gives the folder free. */
  readonly release: () => void;
}

/**
 * Takes the out folder for a run; throws a UserError where another run is writing to it. What an earlier run left in it stays
 * until the target has answered: only then the new record begins, and the reports of the old one go.
 */
export function openOutFolder(folder: string): OutFolder {
  const isNew = !existsSync(folder);
  const path = join(folder, 'record.jsonl');
  const giveFree = takeFolder(folder, { lockName: '.poolproof-running', flag: '--out' });
  const record = new LateRecord(path, () => removeReports(folder));
  const release = () => {
    giveFree();
    if (isNew && !record.isOpen()) removeIfEmpty(folder);
  };
  const keeper: RecordKeeper = {
    write: (line) => record.write(line),
    finish: () => record.finish(),
    withGate: (written, gate) => {
      appendGate(path, gate);
      return { ...written, gate };
    },
  };
  return { keeper, release };
}

/** The record of the run that has just written it: where it cannot be read, the run has lost it. */
function writtenRecord(path: string): RunRecord {
  try {
    return readRecord(path, 'own');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = 'Something took the folder or the room away while the run went on. Run it again.';
    throw new UserError('lost-record', error.message, hint, 3);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
  }
}

function removeReports(folder: string): void {
  const names = Object.values(reporters).flatMap(({ fileName }) => fileName ?? []);
  for (const name of names) rmSync(join(folder, name), { force: true });
}

/** A record whose file begins with its second line: the first, the header, is written before the target was asked anything. */
class LateRecord {
  private readonly path: string;
  private readonly opened: () => void;
  private writer: RecordWriter | undefined;
  private header: RecordLine | undefined;
  private figures: ReturnType<typeof collectCaseFigures> | undefined;

  constructor(path: string, opened: () => void) {
    this.path = path;
    this.opened = opened;
  }

  isOpen(): boolean {
    return this.writer !== undefined;
  }

  write(line: RecordLine): void {
    if (line.line === 'header') this.figures = collectCaseFigures(line);
    if (line.line === 'case') this.figures?.take(line);
    if (this.writer === undefined && this.header === undefined) this.header = line;
    else this.open().write(line);
  }

  /** The whole record. */
  finish(): RunRecord {
    this.open().close();
    const record = writtenRecord(this.path);
    if (this.figures !== undefined) keepCaseFigures(record, this.figures.result());
    return record;
  }

  private open(): RecordWriter {
    if (this.writer !== undefined) return this.writer;
    this.writer = new RecordWriter(this.path);
    this.opened();
    if (this.header !== undefined) this.writer.write(this.header);
    return this.writer;
  }
}
