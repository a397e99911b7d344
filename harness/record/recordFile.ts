import { appendFileSync, closeSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../userError.ts';
import { cutOffRecord } from './cutOffRecord.ts';
import { makeFolder } from './makeFolder.ts';
import type { Finding, GateLine, ProbeLine, RecordFooter, RecordHeader, RunRecord } from './record.ts';
import type { RecordLine } from './recordLine.ts';
import { linesOfKind, numberedLines, type RecordOrigin } from './recordLines.ts';
import { RecordPacker } from './recordPacker.ts';
import { withWriteErrors } from './withWriteErrors.ts';

/** Characters that are gathered at most before they are written. */
const mostPending = 16_384;

/**
 * Writes a record line by line. What was written reaches the file as soon as the program is idle, so that a run that is killed
 * leaves what it had. Throws a UserError where the place cannot be written to.
 */
export class RecordWriter {
  readonly path: string;
  private readonly file: number;
  private readonly packer = new RecordPacker();
  private pending = '';
  private scheduled: NodeJS.Immediate | undefined;
  private failure: unknown;

  /** Starts a new record at a path, over an older one. */
  constructor(path: string) {
    this.path = path;
    this.file = withWriteErrors(path, () => {
      makeFolder(dirname(path));
      return openSync(path, 'w');
    });
  }

  write(line: RecordLine): void {
    if (this.failure !== undefined) throw this.failure;
    this.pending += this.packer.pack(line.line === 'header' ? { ...line, version: 2 } : line);
    if (this.pending.length > mostPending) this.flush();
    else this.scheduled ??= setImmediate(() => this.flushWhenIdle());
  }

  close(): void {
    if (this.failure !== undefined) throw this.failure;
    this.flush();
    closeSync(this.file);
  }

  // Nobody could catch what is thrown here, so the next write fails with it.
  private flushWhenIdle(): void {
    try {
      this.flush();
    } catch (error) {
      this.failure = error;
      // A part of it may be in the file, so that it is not written again.
      this.pending = '';
    }
  }

  private flush(): void {
    if (this.scheduled !== undefined) clearImmediate(this.scheduled);
    this.scheduled = undefined;
    withWriteErrors(this.path, () => writeFileSync(this.file, this.pending));
    this.pending = '';
  }
}

/** Writes a file whole or not at all. */
export function writeFileAtomically(path: string, content: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  withWriteErrors(path, () => {
    makeFolder(dirname(path));
    writeFileSync(draft, content);
    renameSync(draft, path);
  });
}

/** Writes a whole record at once, or none of it. */
export function writeRecord(path: string, record: RunRecord): void {
  const draft = `${path}.${process.pid}.tmp`;
  const writer = new RecordWriter(draft);
  for (const line of linesInOrder(record)) writer.write(line);
  writer.close();
  withWriteErrors(path, () => renameSync(draft, path));
}

function* linesInOrder({
  header,
  probe,
  pools,
  cases,
  findings,
  footer,
  gate,
}: RunRecord): Generator<RecordLine, void> {
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
  withWriteErrors(path, () => appendFileSync(path, `${JSON.stringify(gate)}\n`));
}

/**
 * Reads a record; a foreign or newer one is refused by name. Its pools and cases stay in the file and are read from there at
 * each pass over them. The record of a run that was killed is read to its last line, and its footer says so.
 */
export function readRecord(path: string, origin?: RecordOrigin): RunRecord {
  const scan = scanned(path, origin);
  const { header, probe, pools, gate, findingLines } = scan;
  const read = {
    path,
    findingLines,
    header,
    ...(probe === undefined ? {} : { probe }),
    ...(pools === 0 ? {} : { pools: linesOfKind(path, 'pool', origin) }),
    cases: linesOfKind(path, 'case', origin),
    ...(gate === undefined ? {} : { gate }),
  };
  const { footer } = scan;
  return footer === undefined
    ? cutOffRecord({ ...read, findings: scan.findings })
    : { ...read, ...checked(scan, footer) };
}

/** Reads the record of a run that came to its end; throws a UserError for one that was killed. */
export function readWholeRecord(path: string): RunRecord {
  const record = readRecord(path);
  if (record.footer.cutOff === true) throw noFooter(path);
  return record;
}

function checked({ path, cases, findings }: Scanned, footer: RecordFooter): Pick<RunRecord, 'findings' | 'footer'> {
  if (cases === footer.cases && findings.length === footer.findings) return { findings, footer };
  const holds = `${cases} cases and ${findings.length} findings, its footer counts ${footer.cases} and ${footer.findings}`;
  throw new UserError('torn-record', `"${path}" holds ${holds}.`, 'Run it again.');
}

/** All of a record but its pools and cases, which are counted. */
interface Scanned {
  readonly path: string;
  readonly header: RecordHeader;
  readonly probe: ProbeLine | undefined;
  readonly pools: number;
  readonly cases: number;
  readonly findings: readonly Finding[];
  readonly findingLines: ReadonlyMap<string, number>;
  /** Undefined where the run was killed. */
  readonly footer: RecordFooter | undefined;
  readonly gate: GateLine | undefined;
}

function scanned(path: string, origin?: RecordOrigin): Scanned {
  const counts = { case: 0, pool: 0 };
  const isCounted = (kind: string): kind is keyof typeof counts => Object.hasOwn(counts, kind);
  const lines = numberedLines(path, origin, (kind) => {
    if (isCounted(kind)) counts[kind] += 1;
    return isCounted(kind);
  });
  const header = headerFrom(path, lines.next().value?.line);
  const findings: Finding[] = [];
  const findingLines = new Map<string, number>();
  let probe: ProbeLine | undefined;
  let gate: GateLine | undefined;
  let last: RecordLine = header;
  for (const { line, number } of lines) {
    requireOrder(path, last, line);
    if (isCounted(line.line)) counts[line.line] += 1;
    if (line.line === 'finding') {
      findings.push(line);
      findingLines.set(line.id, number);
    }
    if (line.line === 'probe') probe = line;
    if (line.line === 'gate') gate = line;
    else last = line;
  }
  const footer = last.line === 'footer' ? last : undefined;
  const { case: cases, pool: pools } = counts;
  if (footer === undefined && cases === 0) throw noFooter(path);
  return { path, header, probe, pools, cases, findings, findingLines, footer, gate };
}

// Records that were joined by hand would be counted as one.
function requireOrder(path: string, last: RecordLine, line: RecordLine): void {
  const what =
    line.line === 'header'
      ? 'a second header'
      : last.line === 'footer' && line.line !== 'gate'
        ? 'lines after its footer'
        : '';
  if (what === '') return;
  throw new UserError('torn-record', `"${path}" has ${what}: it is not the record of one run.`, 'Run it again.');
}

function headerFrom(path: string, header: RecordLine | undefined): RecordHeader {
  if (header?.line !== 'header' || header.format !== 'poolproof-record') {
    throw new UserError('foreign-record', `"${path}" is not a poolproof record.`, 'Give the record.jsonl of a run.');
  }
  if (header.version === 1 || header.version === 2) return header;
  const { version }: { readonly version: unknown } = header;
  throw new UserError(
    'newer-record',
    `"${path}" has record version ${JSON.stringify(version)}; this program reads 1 and 2.`,
    'Use the version of poolproof that wrote it, or a newer one.',
  );
}

function noFooter(path: string): UserError {
  return new UserError(
    'torn-record',
    `"${path}" has no footer: the run that wrote it was cut off, and results may be missing.`,
    'Run it again.',
  );
}
