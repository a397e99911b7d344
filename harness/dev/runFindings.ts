import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printError, printResult } from '../commands/print.ts';
import { root } from './sourceFiles.ts';

// `npm run findings`: every script of findings/, which installs packages; 77 is its status for "skipped".
const folder = join(root, 'findings');
const names = readdirSync(folder).filter((name) => name.endsWith('.sh') && name !== 'lib.sh');
let changed = 0;
for (const name of names) {
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, name)], { encoding: 'utf8' });
  printResult(`${status === 0 ? 'confirmed' : status === 77 ? 'skipped' : 'CHANGED'}  ${name}`);
  if (status === 0 || status === 77) continue;
  changed += 1;
  printError(`${stdout}${stderr}`);
}
process.exitCode = changed === 0 ? 0 : 1;
