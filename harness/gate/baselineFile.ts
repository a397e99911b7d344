import { existsSync, readFileSync } from 'node:fs';
import type { JsonValue } from '../../specs/json.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import type { Baseline } from './baseline.ts';
import { baselineProblems } from './baselineProblems.ts';

/** Reads and validates a baseline file; undefined if the file does not exist. */
export function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  const value = parseBaseline(path);
  const problems = baselineProblems(value);
  if (problems.length === 0) return value as unknown as Baseline;
  throw invalidBaseline(path, problems);
}

/** Writes a baseline with one value a line, so that a diff is easy to review. */
export function writeBaseline(path: string, baseline: Baseline): void {
  writeFileAtomically(path, `${JSON.stringify(baseline, null, 2)}\n`);
}

function parseBaseline(path: string): JsonValue {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch (error) {
    throw invalidBaseline(path, [error instanceof Error ? `${error.message}.` : String(error)]);
  }
}

function invalidBaseline(path: string, problems: readonly string[]): UserError {
  return new UserError(
    'wrong-baseline',
    `"${path}" is not a baseline.\n  ${problems.join('\n  ')}`,
    'Correct it, or start a new file with --update-baseline.',
  );
}
