import { closeSync, openSync, readSync } from 'node:fs';
import type { JsonValue } from '../specs/json.ts';
import { nestingDepth } from '../specs/nestingDepth.ts';

/** What a file of the user holds, or why it cannot be used, which continues its name: `is not JSON: …`. */
export type InputFile<T> = { readonly value: T } | { readonly problem: string };

/** Files of the user are a megabyte at most; in bytes. */
const mostBytes = 32 * 1024 * 1024;

/** Code that walks deeper JSON could run out of stack. */
const deepest = 500;

/** Reads a file of the user as text in UTF-8, without a byte order mark. */
export function inputText(path: string): InputFile<string> {
  try {
    const bytes = firstBytes(path);
    if (bytes.length > mostBytes) return { problem: `has more than ${mostBytes / 1024 / 1024} MB and is not read` };
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { problem: readProblem(error) };
  }
}

/** Reads a file of the user as JSON. */
export function inputJson(path: string): InputFile<JsonValue> {
  const text = inputText(path);
  if ('problem' in text) return text;
  if (text.value.trim() === '') return { problem: 'is empty' };
  if (nestingDepth(text.value, deepest) > deepest) return { problem: `is nested more than ${deepest} levels deep` };
  try {
    return { value: JSON.parse(text.value) as JsonValue };
  } catch (error) {
    return { problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

// A device or a pipe has no size that could be looked at first.
function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let read = 0, all = 0; all <= mostBytes; all += read) {
      const chunk = Buffer.allocUnsafe(65_536);
      read = readSync(file, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

/** Why a file cannot be read, from the error of the system. */
export function readProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'cannot be read: there is no such file';
    case 'EISDIR':
      return 'cannot be read: it is a folder';
    case 'ENOTDIR':
      return 'cannot be read: part of its path is a file and no folder';
    case 'EACCES':
      return 'cannot be read: there is no permission to';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not text in UTF-8';
    default:
      return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
