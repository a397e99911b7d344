import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../../specs/json.ts';
import { UserError } from '../userError.ts';
import type { CorpusEntry } from './corpusEntry.ts';
import { corpusProblems } from './corpusProblems.ts';

/** A corpus entry and its file name without ".json". */
export interface NamedEntry {
  readonly name: string;
  readonly entry: CorpusEntry;
}

/** Reads and validates the entries of a corpus folder; none if it does not exist. Ignores files that do not end in ".json". */
export function readCorpus(folder: string): readonly NamedEntry[] {
  if (!existsSync(folder)) return [];
  const problems: string[] = [];
  const entries = entryFiles(folder).flatMap((file): readonly NamedEntry[] => {
    const value = parseEntry(join(folder, file));
    const found =
      value === undefined ? ['it is not JSON (truncated, or not written by poolproof)'] : corpusProblems(value);
    problems.push(...found.map((problem) => `"${join(folder, file)}": ${problem}.`));
    return found.length === 0 ? [{ name: file.replace(/\.json$/, ''), entry: value as unknown as CorpusEntry }] : [];
  });
  if (problems.length === 0) return entries;
  throw new UserError(
    'wrong-corpus',
    `The corpus contains files that are not poolproof findings.\n  ${problems.join('\n  ')}`,
    'Delete them, restore them from your repository, or choose another folder with --corpus.',
  );
}

function entryFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'wrong-corpus',
      `The corpus "${folder}" cannot be read: ${cause}.`,
      'Give a folder with --corpus.',
    );
  }
}

function parseEntry(path: string): JsonValue | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch {
    return undefined;
  }
}
