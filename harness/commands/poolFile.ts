import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import type { PoolCopy } from '../existing/poolCopy.ts';
import { writeWhole } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';

/** The saved copy of an existing pool, as it lies in the out folder. */
export interface PoolFile extends PoolCopy {
  readonly format: 'poolproof-pool';
  readonly version: 1;
  /** The target as --target names it. */
  readonly target: string;
  readonly region: string;
  /** ISO 8601. */
  readonly savedAt: string;
  /** When the pool was seen to be as this says again; null until then. */
  readonly restoredAt: string | null;
}

/** Writes a saved copy, for nobody else's eyes: a configuration may hold what its owner keeps to himself. */
export function writePoolFile(path: string, file: PoolFile): void {
  writeWhole(path, `${JSON.stringify(file, undefined, 2)}\n`);
  chmodSync(path, 0o600);
}

/** Reads a saved copy; undefined where there is no such file, a UserError where it is something else. */
export function readPoolFile(path: string): PoolFile | undefined {
  if (!existsSync(path)) return undefined;
  const file = parsedJson(readFileSync(path, 'utf8'));
  if (isPoolFile(file)) return file;
  throw new UserError(
    'foreign-copy',
    `"${path}" is no saved copy of a pool.`,
    'Give the file that a run with --user-pool-id wrote, pool-<id>.json in its out folder.',
  );
}

function isPoolFile(value: JsonValue | undefined): value is JsonValue & PoolFile {
  if (!isJsonObject(value) || value.format !== 'poolproof-pool' || value.version !== 1) return false;
  const texts = [value.id, value.target, value.region, value.savedAt].every((text) => typeof text === 'string');
  return texts && isJsonObject(value.pool) && (value.mfa === null || isJsonObject(value.mfa));
}
