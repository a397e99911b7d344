import { chmodSync, existsSync } from 'node:fs';
import { asSentence } from '../../specs/asSentence.ts';
import { givenValue } from '../../specs/givenValue.ts';
import type { JsonValue } from '../../specs/json.ts';
import type { PoolCopy } from '../existing/poolCopy.ts';
import { type InputFile, inputJson } from '../inputFile.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { schemaProblems } from '../schemaProblems.ts';
import { addressOf } from '../targets/target.ts';
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
  const file = inputJson(path);
  const problem = copyProblem(file);
  if ('value' in file && problem === undefined) return file.value as unknown as PoolFile;
  throw new UserError(
    'foreign-copy',
    asSentence(`"${path}" ${problem}`),
    'Give the file that a run with --user-pool-id wrote, pool-<id>.json in its out folder.',
  );
}

// Other targets have no pools that outlive a run.
function isLasting(target: string): boolean {
  return target === 'aws' || /^https?:$/.test(URL.parse(addressOf(target) ?? '')?.protocol ?? '');
}

const text = { type: 'string' };

const poolFileSchema = {
  type: 'object',
  required: ['format', 'version', 'id', 'target', 'region', 'savedAt', 'restoredAt', 'pool', 'mfa'],
  properties: {
    format: { const: 'poolproof-pool' },
    version: { const: 1 },
    id: text,
    target: text,
    region: { type: 'string', pattern: '^[a-z0-9-]{1,32}$' },
    savedAt: text,
    restoredAt: { type: ['string', 'null'] },
    process: {
      type: 'object',
      required: ['pid', 'host'],
      properties: { pid: { type: 'integer', minimum: 0 }, host: text },
    },
    copies: { type: 'array', items: text },
    pool: { type: 'object' },
    mfa: { type: ['object', 'null'] },
  },
};

/** What is wrong with a saved copy; undefined where nothing is. */
function copyProblem(file: InputFile<JsonValue>): string | undefined {
  if ('problem' in file) return file.problem;
  const [problem] = schemaProblems(poolFileSchema, file.value, 'first');
  if (problem !== undefined) return `is not a saved copy of a pool: ${problem}`;
  const { target } = file.value as unknown as PoolFile;
  return isLasting(target)
    ? undefined
    : `is not a saved copy of a pool: target must be "aws" or a URL, not ${givenValue(target)}`;
}
