import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { UserError } from '../userError.ts';
import type { CaseLine, Finding, GateLine, PoolLine, ProbeLine, RecordFooter, RecordHeader } from './record.ts';

/** A line of a record file. */
export type RecordLine = RecordHeader | ProbeLine | PoolLine | CaseLine | Finding | RecordFooter | GateLine;

/** Large enough to be quick, small beside what a program weighs. */
const chunkBytes = 262_144;

/** The lines of a record file one by one, so that no more of it is in memory than is looked at; a foreign line is refused. */
export function* recordLines(path: string): Generator<RecordLine, void> {
  let number = 0;
  for (const text of textLines(path)) {
    number += 1;
    yield parseLine(path, text, number);
  }
}

/** The lines of one kind in a record file, read again at each iteration. */
export function linesOfKind<Kind extends RecordLine['line']>(
  path: string,
  kind: Kind,
): Iterable<Extract<RecordLine, { readonly line: Kind }>> {
  const isWanted = (line: RecordLine): line is Extract<RecordLine, { readonly line: Kind }> => line.line === kind;
  return {
    *[Symbol.iterator]() {
      for (const line of recordLines(path)) if (isWanted(line)) yield line;
    },
  };
}

function* textLines(path: string): Generator<string, void> {
  const file = withReadErrors(path, () => openSync(path, 'r'));
  try {
    let rest = '';
    for (const text of chunks(path, file)) {
      const lines = text.split('\n');
      // Only the unfinished line is concatenated: copying the whole chunk would double the garbage.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield line;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}

function* chunks(path: string, file: number): Generator<string, void> {
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const next = () => withReadErrors(path, () => readSync(file, buffer));
  for (let read = next(); read > 0; read = next()) yield decoder.write(buffer.subarray(0, read));
  yield decoder.end();
}

function withReadErrors<T>(path: string, read: () => T): T {
  try {
    return read();
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
