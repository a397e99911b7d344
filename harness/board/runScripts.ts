import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Reproductions, reproduce } from '../../reports/index.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { runSideBySide } from './runSideBySide.ts';

/** What became of the script of one finding. */
export interface ScriptResult {
  readonly finding: string;
  /** The last line that it printed. */
  readonly verdict: string;
  readonly status: number | null;
  readonly output: string;
  readonly script: string;
}

const clients = {
  curl: { program: 'bash', file: 'script.sh' },
  awsCli: { program: 'bash', file: 'script.sh' },
  boto3: { program: 'python3', file: 'script.py' },
  paws: { program: 'Rscript', file: 'script.R' },
  javascript: { program: process.execPath, file: 'script.mjs' },
} as const satisfies Readonly<Record<keyof Reproductions, { readonly program: string; readonly file: string }>>;

/** How scripts are run. */
export interface ScriptSettings {
  /** Scripts at a time. */
  readonly concurrency?: number;
  /** The environment of the scripts; that of this process by default. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** Runs the scripts of findings of a record for one client as a user would, from files, and says what each came to. */
export function runScripts(
  record: RunRecord,
  findings: readonly Finding[],
  client: keyof Reproductions,
  { concurrency = 4, env }: ScriptSettings = {},
): Promise<readonly ScriptResult[]> {
  const jobs = findings.map((finding) => async () => {
    const script = reproduce(finding, record)[client];
    return { finding: finding.id, ...(await runScript(client, script, env)) };
  });
  return runSideBySide(jobs, concurrency);
}

async function runScript(
  client: keyof Reproductions,
  script: string,
  env: NodeJS.ProcessEnv | undefined,
): Promise<Omit<ScriptResult, 'finding'>> {
  // The packages of the project are found from below its folder alone.
  const above = client === 'javascript' ? join(import.meta.dirname, '..', '..') : tmpdir();
  const folder = mkdtempSync(join(above, '.poolproof-script-'));
  try {
    const { program, file } = clients[client];
    writeFileSync(join(folder, file), script);
    const { status, output } = await runToEnd(program, join(folder, file), env);
    const verdict = output.trimEnd().split('\n').at(-1) ?? '';
    return { verdict, status, output, script };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runToEnd(
  program: string,
  file: string,
  env: NodeJS.ProcessEnv | undefined,
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [file], { env });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.resume();
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
