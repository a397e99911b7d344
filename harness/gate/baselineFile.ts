import { existsSync, readFileSync } from 'node:fs';
import type { JsonValue } from '../../specs/json.ts';
import { writeWhole } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import type { Baseline } from './baseline.ts';
import { baselineProblems } from './baselineProblems.ts';

/** The baseline in a file, validated; undefined where there is no such file. */
export function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  const value = parsed(path);
  const problems = baselineProblems(value);
  if (problems.length === 0) return value as unknown as Baseline;
  throw wrongBaseline(path, problems);
}

/** Writes a baseline as people review it: a line for each value. */
export function writeBaseline(path: string, baseline: Baseline): void {
  writeWhole(path, `${JSON.stringify(baseline, null, 2)}\n`);
}

function parsed(path: string): JsonValue {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch (error) {
    throw wrongBaseline(path, [error instanceof Error ? `${error.message}.` : String(error)]);
  }
}

function wrongBaseline(path: string, problems: readonly string[]): UserError {
  return new UserError(
    'wrong-baseline',
    `"${path}" is no baseline.\n  ${problems.join('\n  ')}`,
    'Put it right, or start a new file with --update-baseline.',
  );
}
