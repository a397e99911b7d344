import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './freePort.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A running cognito-local. */
export interface Emulator {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the npm package cognito-local on a free loopback port, with a temporary folder for its data.
 * Throws if it exits before it listens.
 */
export async function startEmulator(): Promise<Emulator> {
  const port = await freePort();
  const folder = temporaryFolder();
  const script = join(import.meta.dirname, '..', '..', 'node_modules', 'cognito-local', 'lib', 'bin', 'start.js');
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilListening(child);
  return { url: `http://127.0.0.1:${port}`, close: () => stopEmulator(child, folder) };
}

function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    // The pipes have to be read to the end, or the emulator blocks once they are full.
    const read = (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes('Cognito Local running')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`cognito-local ended with status ${code} before it listened: ${output}`)),
    );
  });
}

async function stopEmulator(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.kill('SIGKILL')) await ended;
  rmSync(folder, { recursive: true, force: true });
}
