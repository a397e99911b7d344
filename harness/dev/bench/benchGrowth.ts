import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { BenchFigure } from './benchFigure.ts';

/** CPU time and peak memory of a run in a process of its own. */
export interface ResourceUsage {
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** The resources of a run of so many fuzz cases relative to a tenth of them, on the embedded mock with the default reports. */
export async function benchGrowth(cases: number): Promise<readonly BenchFigure[]> {
  await measureRun(100);
  const small = await measureRun(cases / 10);
  const large = await measureRun(cases);
  const figure = (what: string, value: number, unit: string, most: number | null): BenchFigure => ({
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

const main = join(import.meta.dirname, '..', '..', 'main.cjs');
const reportUsage = join(import.meta.dirname, '..', 'reportUsage.mjs');

function measureRun(cases: number): Promise<ResourceUsage> {
  const args = ['run', '--phases', 'fuzz', '--cases', `${cases}`, '--seed', '1', '--quiet', '--out', temporaryFolder()];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', reportUsage, main, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, CI: 'true' },
    });
    let usage: ResourceUsage | undefined;
    child.on('message', (message) => (usage = message as ResourceUsage));
    child.once('error', reject);
    child.once('close', (status) => {
      if (usage === undefined || status !== 0) reject(new Error(`A run of ${cases} cases ended with ${status}.`));
      else resolve(usage);
    });
  });
}
