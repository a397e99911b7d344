import { beginningOf } from '../../specs/beginningOf.ts';
import { errorNumbered } from '../../specs/errors.ts';
import { type JsonValue, ownMember, parsedJson } from '../../specs/json.ts';
import { nestingDepth } from '../../specs/nestingDepth.ts';
import type { Answered } from './answer.ts';

/** Deeper answers are not parsed: code that walks them could run out of stack. Jackson, among others, refuses them too. */
const maxDepth = 1000;

/**
 * Reads a raw HTTP answer tolerantly: the error's name may stand in `__type`, `code`, the error-type header or, in the
 * OpenAPI dialect, only in the status. Whether that conforms is judged elsewhere.
 */
export function readAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
  ms: number,
  now = Date.now(),
): Answered {
  const body = bodyOf(text);
  const failed = status < 200 || status > 299 || typeNamed(body) !== undefined;
  return {
    kind: 'answered',
    status,
    headers,
    text,
    body,
    error: failed ? errorName(status, headers, body) : null,
    message: failed ? errorMessage(headers, body) : null,
    ms,
    ...clockSkew(headers.date, now),
  };
}

/** What a client makes no allowance for. */
const toleratedSkew = 300;

function clockSkew(date: string | undefined, now: number): { readonly clockSkew?: number } {
  const seconds = Math.round((now - Date.parse(date ?? '')) / 1000);
  return Math.abs(seconds) > toleratedSkew ? { clockSkew: Math.abs(seconds) } : {};
}

function errorName(status: number, headers: Readonly<Record<string, string>>, body: JsonValue | undefined): string {
  const named = typeNamed(body) ?? stringAt(body, 'code') ?? headers['x-amzn-errortype'];
  return named === undefined ? (errorNumbered(status)?.name ?? '') : boundedName(cleanName(named));
}

// A name is part of findings and their ids, so what is not readable as a name is cut where it is read.
function boundedName(name: string): string {
  return name.length <= longestName
    ? name
    : `${beginningOf(name, longestName)}… (cut, ${name.length} characters in all)`;
}

const longestName = 200;

/** The bare shape name: without what follows a colon and without a namespace. */
export function cleanName(name: string): string {
  const bare = name.split(':', 1)[0] ?? '';
  return bare.slice(bare.lastIndexOf('#') + 1);
}

function typeNamed(body: JsonValue | undefined): string | undefined {
  return stringAt(body, '__type');
}

function errorMessage(headers: Readonly<Record<string, string>>, body: JsonValue | undefined): string | null {
  return stringAt(body, 'message') ?? stringAt(body, 'Message') ?? headers['x-amzn-errormessage'] ?? null;
}

function stringAt(body: JsonValue | undefined, name: string): string | undefined {
  const value = ownMember(body, name);
  return typeof value === 'string' ? value : undefined;
}

/** The JSON value of a text, or undefined for an empty, broken, far too deep or far too rich one. */
export function parseSafely(text: string): JsonValue | undefined {
  return !/\S/.test(text) || isTooDeep(text) || hasTooManyValues(text) ? undefined : parsedJson(text);
}

interface Parsed {
  readonly text: string;
  readonly body: JsonValue | undefined;
}

/** The last bodies: a pool that is read after a refusal shows the same text as before, whatever other lanes read meanwhile. */
const last: Parsed[] = [];
const mostKept = 8;

function bodyOf(text: string): JsonValue | undefined {
  const known = last.find((one) => one.text === text);
  if (known !== undefined) return known.body;
  const body = parseSafely(text);
  if (text.length > longestKept) return body;
  last.unshift({ text, body });
  last.length = Math.min(last.length, mostKept);
  return body;
}

/** Characters; longer bodies are rare, and would be held for long. */
const longestKept = 50_000;

/** More values are no answer of this API, and each takes many times the memory that its text does. */
const mostValues = 200_000;

// Every value but the first follows a comma or a bracket; what stands in strings counts too.
function hasTooManyValues(text: string): boolean {
  if (text.length <= mostValues) return false;
  let values = 0;
  for (const mark of [',', '[', '{']) {
    for (let at = text.indexOf(mark); at !== -1 && values <= mostValues; at = text.indexOf(mark, at + 1)) values += 1;
  }
  return values > mostValues;
}

/** Whether a JSON text is nested too deep for a client to read. */
export function isTooDeep(text: string): boolean {
  return text.length > maxDepth && mayBeTooDeep(text) && nestingDepth(text, maxDepth) > maxDepth;
}

// Nearly every text has too few brackets to be deep, and counting them takes less time than following them.
function mayBeTooDeep(text: string): boolean {
  return (text.match(/[{[]/g)?.length ?? 0) > maxDepth;
}
