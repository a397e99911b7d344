import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { isAlive } from './isAlive.ts';
import { makeFolder } from './makeFolder.ts';
import { withWriteErrors } from './withWriteErrors.ts';

/** How a folder is taken. */
interface Taking {
  /** The file in it that says so meanwhile. */
  readonly lockName: string;
  /** The flag that names the folder. */
  readonly flag: `--${string}`;
}

/**
 * Takes a folder for this process, which makes it if it is not there, and returns what gives it free. Throws a UserError where
 * another process that still runs has taken it.
 */
export function takeFolder(folder: string, { lockName, flag }: Taking): () => void {
  const lock = join(folder, lockName);
  withWriteErrors(folder, () => makeFolder(folder));
  withWriteErrors(lock, () => takeLock(lock, { folder, flag }));
  return () => rmSync(lock, { force: true });
}

function takeLock(lock: string, { folder, flag }: Pick<Taking, 'flag'> & { readonly folder: string }): void {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' });
  } catch (error) {
    if (!existsSync(lock)) throw error;
    const owner = Number(readFileSync(lock, 'utf8'));
    if (isAlive(owner)) throw inUse(folder, owner, flag);
    // The run that took it was killed.
    writeFileSync(lock, `${process.pid}\n`);
  }
}

function inUse(folder: string, owner: number, flag: string): UserError {
  return new UserError(
    'folder-in-use',
    `Another run (process ${owner}) is writing to "${folder}".`,
    `Wait for it, or give this run a folder of its own with ${flag}.`,
  );
}
