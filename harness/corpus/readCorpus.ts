import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asSentence } from '../../specs/asSentence.ts';
import { inputJson, readProblem } from '../inputFile.ts';
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
    const path = join(folder, file);
    const read = inputJson(path);
    const found = 'problem' in read ? [`it ${read.problem}`] : corpusProblems(read.value);
    problems.push(...found.map((problem) => asSentence(`"${path}": ${problem}`)));
    if ('problem' in read || found.length > 0) return [];
    return [{ name: file.replace(/\.json$/, ''), entry: read.value as unknown as CorpusEntry }];
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
    throw new UserError(
      'wrong-corpus',
      asSentence(`The corpus "${folder}" ${readProblem(error)}`),
      'Give a folder with --corpus.',
    );
  }
}
