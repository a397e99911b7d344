import { appendFileSync, closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../userError.ts';
import type { Finding, GateLine, ProbeLine, RecordFooter, RecordHeader, RunRecord } from './record.ts';
import { linesOfKind, type RecordLine, recordLines } from './recordLines.ts';
import { withWriteErrors } from './withWriteErrors.ts';

/** Writes a record line by line, so that a run that is killed leaves what it had. */
export class RecordWriter {
  readonly path: string;
  private readonly file: number;
  private pending = '';

  /** Starts a new record at a path, over an older one. */
  constructor(path: string) {
    this.path = path;
    this.file = withWriteErrors(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, 'w');
    });
  }

  write(line: RecordLine): void {
    this.pending += `${JSON.stringify(line)}\n`;
    if (this.pending.length > 65_536) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    withWriteErrors(this.path, () => writeFileSync(this.file, this.pending));
    this.pending = '';
  }
}

/** Writes a file whole or not at all. */
export function writeFileAtomically(path: string, content: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  withWriteErrors(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, path);
  });
}

/** Writes a whole record at once, or none of it. */
export function writeRecord(path: string, record: RunRecord): void {
  const draft = `${path}.${process.pid}.tmp`;
  const writer = new RecordWriter(draft);
  for (const line of linesOf(record)) writer.write(line);
  writer.close();
  withWriteErrors(path, () => renameSync(draft, path));
}

function* linesOf({ header, probe, pools, cases, findings, footer, gate }: RunRecord): Generator<RecordLine, void> {
  yield header;
  if (probe !== undefined) yield probe;
  yield* pools ?? [];
  yield* cases;
  yield* findings;
  yield footer;
  if (gate !== undefined) yield gate;
}

/** Adds the outcome of the gate to a record. */
export function appendGate(path: string, gate: GateLine): void {
  appendFileSync(path, `${JSON.stringify(gate)}\n`);
}

/**
 * Reads a record; a foreign, newer or torn one is refused by name. Its pools and cases stay in the file and are read from there
 * at each pass over them.
 */
export function readRecord(path: string): RunRecord {
  const { header, probe, pools, findings, footer, gate, cases } = scanned(path);
  if (cases !== footer.cases || findings.length !== footer.findings) {
    const holds = `${cases} cases and ${findings.length} findings, its footer counts ${footer.cases} and ${footer.findings}`;
    throw new UserError('torn-record', `"${path}" holds ${holds}.`, 'Run it again.');
  }
  return {
    path,
    header,
    ...(probe === undefined ? {} : { probe }),
    ...(pools === 0 ? {} : { pools: linesOfKind(path, 'pool') }),
    cases: linesOfKind(path, 'case'),
    findings,
    footer,
    ...(gate === undefined ? {} : { gate }),
  };
}

/** All of a record but its pools and cases, which are counted. */
interface Scanned {
  readonly header: RecordHeader;
  readonly probe: ProbeLine | undefined;
  readonly pools: number;
  readonly cases: number;
  readonly findings: readonly Finding[];
  readonly footer: RecordFooter;
  readonly gate: GateLine | undefined;
}

function scanned(path: string): Scanned {
  const lines = recordLines(path);
  const header = headerFrom(path, lines.next().value ?? undefined);
  let pools = 0;
  const findings: Finding[] = [];
  let cases = 0;
  let probe: ProbeLine | undefined;
  let gate: GateLine | undefined;
  let last: RecordLine = header;
  for (const line of lines) {
    if (line.line === 'case') cases += 1;
    if (line.line === 'pool') pools += 1;
    if (line.line === 'finding') findings.push(line);
    if (line.line === 'probe') probe ??= line;
    if (line.line === 'gate') gate = line;
    else last = line;
  }
  return { header, probe, pools, cases, findings, footer: footerFrom(path, last), gate };
}

function headerFrom(path: string, header: RecordLine | undefined): RecordHeader {
  if (header?.line !== 'header' || header.format !== 'poolproof-record') {
    throw new UserError('foreign-record', `"${path}" is no poolproof record.`, 'Give the record.jsonl of a run.');
  }
  if (header.version === 1) return header;
  throw new UserError(
    'newer-record',
    `"${path}" has record version ${header.version}; this program reads 1.`,
    'Use the version of poolproof that wrote it, or a newer one.',
  );
}

function footerFrom(path: string, last: RecordLine): RecordFooter {
  if (last.line === 'footer') return last;
  throw new UserError(
    'torn-record',
    `"${path}" has no footer: the run that wrote it was cut off, and results may be missing.`,
    'Run it again.',
  );
}
