import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import { readProblem } from '../inputFile.ts';
import { schemaProblems } from '../schemaProblems.ts';
import { UserError } from '../userError.ts';
import { lineSchemas } from './lineSchemas.ts';
import type { RecordHeader } from './record.ts';
import type { RecordLine } from './recordLine.ts';
import { RecordUnpacker } from './recordUnpacker.ts';

/** Large enough to be quick, small beside what a program weighs. */
const chunkBytes = 262_144;

/** Who wrote a record: this process, whose lines are as they have to be, or anybody. */
export type RecordOrigin = 'own' | 'foreign';

/**
 * The lines of a record file one by one, so that no more of it is in memory than is looked at; a foreign line is refused. What
 * a killed run left of its last line is no line.
 */
export function* recordLines(path: string, origin?: RecordOrigin): Generator<RecordLine, void> {
  for (const { line } of numberedLines(path, origin)) yield line;
}

/**
 * The same lines, each with its number in the file, from 1: between them are lines that only shorten others. Of a record of our own,
 * kinds that are passed over are not even parsed.
 */
export function* numberedLines(
  path: string,
  origin: RecordOrigin = 'foreign',
  isPassedOver: (kind: string) => boolean = () => false,
): Generator<{ readonly line: RecordLine; readonly number: number }, void> {
  let number = 0;
  let unpacker: RecordUnpacker | undefined;
  for (const { text, isWhole } of textLines(path)) {
    number += 1;
    if (origin === 'own' && isPassedOver(kindOfText(text))) continue;
    const value = parsedJson(text);
    if (value === undefined && !isWhole) return;
    const place: Place = { path, number, origin };
    const line = value === undefined ? refuseTorn(place, 'is not JSON') : unpackedLine(value, unpacker, place);
    if (number === 1 && isPacked(line)) unpacker = new RecordUnpacker();
    if (line !== undefined) yield { line: recordLineFrom(line, place), number };
  }
}

/** The kind of a line as RecordPacker writes it. */
function kindOfText(text: string): string {
  const start = '{"line":"'.length;
  return text.slice(start, text.indexOf('"', start));
}

interface Place {
  readonly path: string;
  readonly number: number;
  readonly origin: RecordOrigin;
}

/** Records were written as they are in memory before version 2. */
function isPacked(header: JsonValue | undefined): boolean {
  return isJsonObject(header) && header.line === 'header' && typeof header.version === 'number' && header.version >= 2;
}

function unpackedLine(value: JsonValue, unpacker: RecordUnpacker | undefined, place: Place): JsonValue | undefined {
  if (unpacker === undefined || !isJsonObject(value)) return value;
  try {
    return unpacker.unpack(value);
  } catch (error) {
    return refuseTorn(place, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The lines of one kind in a record file, read again at each iteration. */
export function linesOfKind<Kind extends RecordLine['line']>(
  path: string,
  kind: Kind,
  origin?: RecordOrigin,
): Iterable<Extract<RecordLine, { readonly line: Kind }>> {
  const isWanted = (line: RecordLine): line is Extract<RecordLine, { readonly line: Kind }> => line.line === kind;
  return {
    *[Symbol.iterator]() {
      const lines = numberedLines(path, origin, (other) => other !== kind && other !== 'part' && other !== 'header');
      for (const { line } of lines) if (isWanted(line)) yield line;
    },
  };
}

interface TextLine {
  readonly text: string;
  /** False for a last line that no end of line follows. */
  readonly isWhole: boolean;
}

function* textLines(path: string): Generator<TextLine, void> {
  const file = withReadErrors(path, () => openSync(path, 'r'));
  try {
    let rest = '';
    for (const text of chunks(path, file)) {
      const lines = text.split('\n');
      // Only the unfinished line is concatenated: copying the whole chunk would double the garbage.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield { text: line, isWhole: true };
    }
    if (rest !== '') yield { text: rest, isWhole: false };
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
    throw new UserError(
      'no-record',
      `The record "${path}" ${readProblem(error)}.`,
      'Give the record.jsonl of a run, poolproof-report/record.jsonl by default.',
    );
  }
}

const isLine = (value: JsonValue): value is JsonObject & RecordLine =>
  isJsonObject(value) && typeof value.line === 'string' && Object.hasOwn(lineSchemas, value.line);

/** The value as a line of a record; anything in it that is not as the line has to be is refused with its place. */
function recordLineFrom(value: JsonValue, place: Place): RecordLine {
  const { path, number, origin } = place;
  if (!isLine(value)) {
    throw new UserError(
      'foreign-record',
      `Line ${number} of "${path}" does not belong to a poolproof record.`,
      'Give the record.jsonl of a run.',
    );
  }
  // What this program does not read may look different in every member: readRecord names its version.
  if (value.line === 'header' && !isRead(value)) return value;
  if (origin === 'own') return value;
  const [problem] = schemaProblems(lineSchemas[value.line], value, 'first');
  if (problem === undefined) return value;
  throw new UserError(
    'damaged-record',
    `Line ${number} of "${path}", a ${value.line}, is damaged: ${problem}.`,
    'Run it again, or use the version of poolproof that wrote the record.',
  );
}

function isRead({ format, version }: RecordHeader): boolean {
  return format === 'poolproof-record' && (version === 1 || version === 2);
}

function refuseTorn({ path, number }: Place, what: string): never {
  throw new UserError(
    'torn-record',
    `Line ${number} of "${path}" ${what}: the record is torn or no record.`,
    'Run it again.',
  );
}
