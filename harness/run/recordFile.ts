import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type {
  CaseLine,
  Finding,
  GateLine,
  PoolLine,
  ProbeLine,
  RecordFooter,
  RecordHeader,
  RunRecord,
} from '../record.ts';
import { UserError } from '../userError.ts';

type RecordLine = RecordHeader | ProbeLine | PoolLine | CaseLine | Finding | RecordFooter | GateLine;

/** Writes a record line by line, so that a run that is killed leaves what it had. */
export class RecordWriter {
  readonly path: string;
  private readonly file: number;
  private pending = '';

  /** Starts a new record at a path, over an older one. */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.file = openSync(path, 'w');
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
    writeSync(this.file, this.pending);
    this.pending = '';
  }
}

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Writes a whole record at once. */
export function writeRecord(
  path: string,
  { header, probe, pools = [], cases, findings, footer, gate }: RunRecord,
): void {
  const lines = [
    header,
    ...(probe === undefined ? [] : [probe]),
    ...pools,
    ...cases,
    ...findings,
    footer,
    ...(gate === undefined ? [] : [gate]),
  ];
  writeWhole(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Adds to a record how its run met the gate. */
export function appendGate(path: string, gate: GateLine): void {
  appendFileSync(path, `${JSON.stringify(gate)}\n`);
}

/** Reads a record; a foreign, newer or torn one is refused by name. */
export function readRecord(path: string): RunRecord {
  const lines = linesOf(path);
  const [header, ...rest] = lines;
  if (header?.line !== 'header' || header.format !== 'poolproof-record') {
    throw new UserError('foreign-record', `"${path}" is no poolproof record.`, 'Give the record.jsonl of a run.');
  }
  if (header.version !== 1) {
    throw new UserError(
      'newer-record',
      `"${path}" has record version ${header.version}; this program reads 1.`,
      'Use the version of poolproof that wrote it, or a newer one.',
    );
  }
  const gate = rest.findLast((line): line is GateLine => line.line === 'gate');
  const footer = rest.findLast((line) => line.line !== 'gate');
  if (footer?.line !== 'footer') {
    throw new UserError(
      'torn-record',
      `"${path}" has no footer: the run that wrote it was cut off, and results may be missing.`,
      'Run it again.',
    );
  }
  const cases = rest.filter((line): line is CaseLine => line.line === 'case');
  const findings = rest.filter((line): line is Finding => line.line === 'finding');
  const pools = rest.filter((line): line is PoolLine => line.line === 'pool');
  if (cases.length !== footer.cases || findings.length !== footer.findings) {
    const holds = `${cases.length} cases and ${findings.length} findings, its footer counts ${footer.cases} and ${footer.findings}`;
    throw new UserError('torn-record', `"${path}" holds ${holds}.`, 'Run it again.');
  }
  const probe = rest.find((line): line is ProbeLine => line.line === 'probe');
  return {
    header,
    ...(probe === undefined ? {} : { probe }),
    ...(pools.length === 0 ? {} : { pools }),
    cases,
    findings,
    footer,
    ...(gate === undefined ? {} : { gate }),
  };
}

function linesOf(path: string): readonly RecordLine[] {
  const text = textOf(path);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => parseLine(path, line, index + 1));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const cause =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : String(error);
    throw new UserError(
      'no-record',
      `The record "${path}" cannot be read: ${cause}.`,
      'Give the record.jsonl of a run, poolproof-report/record.jsonl by default.',
    );
  }
}

const kinds = new Set(['header', 'probe', 'pool', 'case', 'finding', 'footer', 'gate']);

function parseLine(path: string, line: string, number: number): RecordLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError(
      'torn-record',
      `Line ${number} of "${path}" is no JSON: the record is torn or no record.`,
      'Run it again.',
    );
  }
  if (typeof value === 'object' && value !== null && 'line' in value && kinds.has(String(value.line)))
    return value as RecordLine;
  throw new UserError(
    'foreign-record',
    `Line ${number} of "${path}" is none of a poolproof record.`,
    'Give the record.jsonl of a run.',
  );
}
