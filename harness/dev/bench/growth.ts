import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../command.ts';
import type { Figure } from './figure.ts';

/** What a run took, in a process of its own. */
export interface Taken {
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** So many fuzz cases against a tenth of them, on the embedded mock, with the usual reports. */
export async function growth(cases: number): Promise<readonly Figure[]> {
  await runTaken(100);
  const small = await runTaken(cases / 10);
  const large = await runTaken(cases);
  const figure = (what: string, value: number, unit: string, most: number | null): Figure => ({
    bench: 'growth',
    what,
    value,
    unit,
    mark: most === null ? null : { kind: 'at most', value: most },
  });
  const [few, many] = [cases / 10, cases].map((count) => `${count.toLocaleString('en-US')} cases`);
  return [
    figure(`processor time of ${many} over ${few}`, large.cpuMs / small.cpuMs, '', 10.5),
    figure(`peak memory of ${many} over ${few}`, large.peakMb / small.peakMb, '', 1.3),
    figure(`peak memory of ${many}`, large.peakMb, ' MB', 300),
    figure(`${many}, from plan to reports`, cases / (large.cpuMs / 1000), ' cases/s', null),
  ];
}

const main = join(import.meta.dirname, '..', '..', 'main.ts');
const tellUsage = join(import.meta.dirname, '..', 'tellUsage.ts');

function runTaken(cases: number): Promise<Taken> {
  const args = ['run', '--phases', 'fuzz', '--cases', `${cases}`, '--seed', '1', '--quiet', '--out', temporaryFolder()];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', tellUsage, main, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, CI: 'true' },
    });
    let taken: Taken | undefined;
    child.on('message', (message) => (taken = message as Taken));
    child.once('error', reject);
    child.once('close', (status) => {
      if (taken === undefined || status !== 0) reject(new Error(`A run of ${cases} cases ended with ${status}.`));
      else resolve(taken);
    });
  });
}
