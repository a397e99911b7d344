import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../targets/listen.ts';
import { startEmulator } from '../startEmulator.ts';
import { startPrism } from '../startOtherEmulators.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type BenchFigure, medianRatio } from './benchFigure.ts';

const own = join(import.meta.dirname, '..', '..', '..');
const reportUsage = join(import.meta.dirname, '..', 'reportUsage.mjs');

/** What one command line of a checkout cost. */
interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Requests and bytes of its record; 0 where it has none. */
  readonly requests: number;
  readonly bytes: number;
}

type Measured = (checkout: string) => Promise<Cost>;

/** A command line, and what of its cost is compared, each with its mark. */
interface Comparison {
  readonly of: string;
  readonly measure: Measured;
  readonly marks: Partial<Readonly<Record<keyof Cost, number>>>;
}

const names: Readonly<Record<keyof Cost, string>> = {
  requests: 'requests',
  wallMs: 'wall time',
  bytes: 'bytes of the record',
  cpuMs: 'processor time',
};

/** What this checkout costs relative to an older one, as medians of rounds in which the two take turns. */
export async function benchAgainst(baseline: string, rounds: number): Promise<readonly BenchFigure[]> {
  const figures: BenchFigure[] = [];
  for (const { of, measure, marks } of comparisons) {
    const costs: (readonly [Cost, Cost])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = await measure(baseline);
      costs.push([await measure(own), before]);
    }
    for (const [what, most] of Object.entries(marks) as [keyof Cost, number][]) {
      const value = medianRatio(costs.map(([now, before]) => [now[what], before[what]]));
      figures.push({
        bench: 'against',
        what: `${names[what]}, ${of}`,
        value,
        unit: '',
        mark: { kind: 'at most', value: most },
      });
    }
  }
  return figures;
}

const comparisons: readonly Comparison[] = [
  {
    of: 'default run on cognito-local',
    measure: onEmulator,
    marks: { requests: 0.35, wallMs: 0.35, bytes: 0.2 },
  },
  { of: 'default run on a target that answers 200 to everything', measure: onYesServer, marks: { requests: 0.35 } },
  {
    of: 'default run on the mock',
    measure: (checkout) => defaultRun(checkout, []),
    marks: { wallMs: 0.5, bytes: 0.2 },
  },
  ...wireOnPrism(),
  { of: '--help', measure: (checkout) => cost(checkout, ['--help']), marks: { cpuMs: 0.35 } },
  {
    of: 'a refused command line',
    measure: (checkout) => cost(checkout, ['run', '--nonsense']),
    marks: { cpuMs: 0.35 },
  },
];

/** Measured where POOLPROOF_PRISM names the command of Prism. */
function wireOnPrism(): readonly Comparison[] {
  const start = startPrism();
  if (start === undefined) return [];
  const measure: Measured = async (checkout) => {
    const { url, close } = await start();
    try {
      return await defaultRun(checkout, ['--target', url, '--phases', 'wire']);
    } finally {
      await close();
    }
  };
  return [{ of: 'wire phase on Prism', measure, marks: { wallMs: 0.2 } }];
}

async function onEmulator(checkout: string): Promise<Cost> {
  const { url, close } = await startEmulator();
  try {
    return await defaultRun(checkout, ['--target', url]);
  } finally {
    await close();
  }
}

async function onYesServer(checkout: string): Promise<Cost> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'yes' };
  const { url, close } = await listen((request, response) => {
    request.resume().once('end', () => response.writeHead(200, headers).end('{}'));
  });
  try {
    return await defaultRun(checkout, ['--target', url]);
  } finally {
    await close();
  }
}

async function defaultRun(checkout: string, args: readonly string[]): Promise<Cost> {
  const out = temporaryFolder();
  const spent = await cost(checkout, ['run', ...args, '--seed', '42', '--quiet', '--out', out]);
  const record = readFileSync(join(out, 'record.jsonl'));
  const footer = record
    .toString()
    .split('\n')
    .find((line) => line.startsWith('{"line":"footer"'));
  const { requests } = JSON.parse(footer ?? '{"requests":0}') as { readonly requests: number };
  return { ...spent, requests, bytes: record.length };
}

function cost(checkout: string, args: readonly string[]): Promise<Cost> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', reportUsage, mainOf(checkout), ...args], {
      cwd: checkout,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, CI: 'true' },
    });
    let cpuMs: number | undefined;
    child.on('message', (message) => ({ cpuMs } = message as { readonly cpuMs: number }));
    child.once('error', reject);
    child.once('close', () => {
      const wallMs = performance.now() - started;
      if (cpuMs === undefined) reject(new Error(`${checkout} could not be measured with ${args.join(' ')}.`));
      else resolve({ wallMs, cpuMs, requests: 0, bytes: 0 });
    });
  });
}

/** What users start; version 0.1 had no other entry. */
function mainOf(checkout: string): string {
  const main = join(checkout, 'harness', 'main.cjs');
  return existsSync(main) ? main : join(checkout, 'harness', 'main.ts');
}
