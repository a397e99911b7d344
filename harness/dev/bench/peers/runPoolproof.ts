import { join } from 'node:path';
import { runProgram } from '../../../board/runProgram.ts';
import { readRecord } from '../../../record/recordFile.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import type { Verdict } from './peerTool.ts';

const main = join(import.meta.dirname, '..', '..', '..', 'main.cjs');

/** A default run until the first finding, in a process of its own. It is told nothing of the mutant. */
export async function runPoolproof(url: string, seed: number): Promise<Verdict> {
  const out = temporaryFolder();
  const args = ['--target', url, '--seed', `${seed}`, '--fail-fast', '--quiet', '--report', 'json', '--out', out];
  const { status, stderr } = await runProgram(process.execPath, [main, 'run', ...args]);
  if (status !== 0 && status !== 1) throw new Error(`poolproof ended with ${status}: ${stderr}`);
  const { findings } = readRecord(join(out, 'record.jsonl'));
  return { says: findings.map(({ id }) => id), names: (sought) => findings.some(({ member }) => member === sought) };
}
