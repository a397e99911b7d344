import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let all: string | undefined;

/** A new folder for the files of a test, or of a program of the checkout. All of a process lie in one folder, which is removed when the process ends. */
export function temporaryFolder(): string {
  all ??= folderUntilExit();
  return mkdtempSync(join(all, 'test-'));
}

function folderUntilExit(): string {
  const folder = mkdtempSync(join(tmpdir(), 'poolproof-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
