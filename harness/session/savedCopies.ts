import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shellQuote } from '../../specs/shellQuote.ts';
import { makeFolder } from '../record/makeFolder.ts';
import { withWriteErrors } from '../record/withWriteErrors.ts';
import { UserError } from '../userError.ts';
import { accountOf } from './accountOf.ts';
import { messageOf } from './messageOf.ts';
import { type PoolFile, readPoolFile, writePoolFile } from './poolFile.ts';
import { isRunning } from './processIdentity.ts';

/** The files that hold the configuration of an existing pool as its owner left it. */
export interface SavedCopies {
  /** Of the pool, wherever it is tested from: it marks the pool as changed while it exists. */
  readonly original: string;
  /** In the out folder of the run, for people. */
  readonly copy: string;
}

/** Where the original of a pool is kept: the same for every run of this user, whatever its out folder. */
export function originalPath(
  folder: string,
  { target, region, id, pool }: Pick<PoolFile, 'target' | 'region' | 'id' | 'pool'>,
): string {
  const place = target === 'aws' ? `aws-${accountOf(pool)}` : target.replace(/^https?:\/\//, '');
  const name = [place, region, id].join('_').replaceAll(/[^\w.-]+/g, '-');
  return join(folder, 'existing-pools', `${name}.json`);
}

/** Refuses a pool whose original an earlier run, or another one at the same time, has not restored. */
export function refuseUnrestored(path: string): void {
  const saved = readPoolFile(path);
  if (saved === undefined || saved.restoredAt !== null) return;
  const user = saved.process;
  if (user !== undefined && isRunning(user) === true) {
    const fact = `Another run (process ${user.pid}) is using user pool ${saved.id}.`;
    throw new UserError('pool-in-use', fact, 'Wait for its end: it restores the pool.', 3);
  }
  throw new UserError(
    'not-restored',
    `An earlier run has not restored the pool; its saved copy is "${path}".`,
    `Run "poolproof restore ${shellQuote(path)}" first.`,
    3,
  );
}

/** Writes both files. Fails where the original of the pool is there already, so that of two runs at once one is refused. */
export function saveCopies({ original, copy }: SavedCopies, file: PoolFile): void {
  withWriteErrors(original, () => {
    makeFolder(dirname(original), 0o700);
    writeFileSync(original, poolText(file, copy), { flag: 'wx', mode: 0o600 });
  });
  writePoolFile(copy, { ...file, copies: [resolve(original)] });
}

function poolText(file: PoolFile, copy: string): string {
  return `${JSON.stringify({ ...file, copies: [resolve(copy)] }, undefined, 2)}\n`;
}

/**
 * Marks all files of a pool as restored. The pool is as it was, whether or not that can be noted: what cannot is warned of.
 */
export function markRestored(path: string, file: PoolFile, warn: (text: string) => void): void {
  for (const each of [path, ...(file.copies ?? [])]) {
    try {
      markFile(each, file);
    } catch (error) {
      warn(`User pool ${file.id} is restored, but "${each}" cannot be marked so: ${messageOf(error)}`);
    }
  }
}

// The original is there as long as the pool is changed.
function markFile(path: string, { savedAt }: PoolFile): void {
  const saved = readPoolFile(path);
  if (saved === undefined || saved.savedAt !== savedAt) return;
  if (dirname(path).endsWith('existing-pools')) rmSync(path, { force: true });
  else if (existsSync(path)) writePoolFile(path, { ...saved, restoredAt: new Date().toISOString() });
}
