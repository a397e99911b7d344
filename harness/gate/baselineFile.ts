import { existsSync } from 'node:fs';
import { asSentence } from '../../specs/asSentence.ts';
import { inputJson } from '../inputFile.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import type { Baseline } from './baseline.ts';
import { baselineProblems } from './baselineProblems.ts';

/** Reads and validates a baseline file; undefined if the file does not exist. */
export function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  const read = inputJson(path);
  const problems = 'problem' in read ? [asSentence(`It ${read.problem}`)] : baselineProblems(read.value);
  if ('value' in read && problems.length === 0) return read.value as unknown as Baseline;
  throw invalidBaseline(path, problems);
}

/** Writes a baseline with one value a line, so that a diff is easy to review. */
export function writeBaseline(path: string, baseline: Baseline): void {
  writeFileAtomically(path, `${JSON.stringify(baseline, null, 2)}\n`);
}

function invalidBaseline(path: string, problems: readonly string[]): UserError {
  return new UserError(
    'wrong-baseline',
    `"${path}" is not a baseline.\n  ${problems.join('\n  ')}`,
    'Correct it, or start a new file with --update-baseline.',
  );
}
