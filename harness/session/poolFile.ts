import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import type { PoolCopy } from '../existing/poolCopy.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import type { ProcessIdentity } from './processIdentity.ts';

/** The saved copy of an existing pool, as a file in the out folder. */
export interface PoolFile extends PoolCopy {
  readonly format: 'poolproof-pool';
  readonly version: 1;
  /** The target as --target names it. */
  readonly target: string;
  readonly region: string;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The run that uses the pool. */
  readonly process?: ProcessIdentity;
  /** Further files with the same copy. */
  readonly copies?: readonly string[];
  /** When the pool was verified to equal this copy again; null until then. */
  readonly restoredAt: string | null;
}

/** Writes a saved copy, readable by its owner only: a configuration may hold secrets. */
export function writePoolFile(path: string, file: PoolFile): void {
  writeFileAtomically(path, `${JSON.stringify(file, undefined, 2)}\n`);
  chmodSync(path, 0o600);
}

/** Reads a saved copy; undefined where there is no such file; throws a UserError where the file is something else. */
export function readPoolFile(path: string): PoolFile | undefined {
  if (!existsSync(path)) return undefined;
  const file = parsedJson(readFileSync(path, 'utf8'));
  if (isPoolFile(file)) return file;
  throw new UserError(
    'foreign-copy',
    `"${path}" is not a saved copy of a pool.`,
    'Give the file that a run with --user-pool-id wrote, pool-<id>.json in its out folder.',
  );
}

function isPoolFile(value: JsonValue | undefined): value is JsonValue & PoolFile {
  if (!isJsonObject(value) || value.format !== 'poolproof-pool' || value.version !== 1) return false;
  const texts = [value.id, value.target, value.region, value.savedAt].every((text) => typeof text === 'string');
  const copies = value.copies ?? [];
  const arePaths = Array.isArray(copies) && copies.every((path) => typeof path === 'string');
  return texts && arePaths && isJsonObject(value.pool) && (value.mfa === null || isJsonObject(value.mfa));
}
