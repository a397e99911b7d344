import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { shellQuote } from '../../../specs/shellQuote.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** The AWS CLI and boto3, imported once for many commands. */
export interface PythonClients {
  /** The environment in which `aws` and `python3 FILE` are run by them. */
  readonly env: NodeJS.ProcessEnv;
  readonly close: () => void;
}

/**
 * Starts the AWS CLI and boto3 of this machine as a server that forks for each command: the clients are the real ones, and a
 * command takes a fifth of its time. Where they are not both importable by `python3`, or its AWS CLI is not the `aws` on the
 * path, commands are run as they always are.
 */
export async function startPythonClients(): Promise<PythonClients> {
  const folder = temporaryFolder();
  const socket = join(folder, 'socket');
  const server = spawn('python3', [join(import.meta.dirname, 'clientServer.py'), socket], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const close = () => void server.stdin.end();
  const ready = await firstLine(server);
  const [release = '', python = ''] = ready.split(/ (.*)/);
  if (ready === '' || release !== releaseOnPath()) return { env: process.env, close };
  for (const program of ['aws', 'python3']) writeCommand(join(folder, program), program, { python, socket });
  return { env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` }, close };
}

/** The first line that a program prints; empty if it ends before, or cannot be started. */
function firstLine(server: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  return new Promise((resolve) => {
    const lines = createInterface(server.stdout);
    lines.once('line', resolve).once('close', () => resolve(''));
    server.once('error', () => resolve(''));
  });
}

function releaseOnPath(): string | undefined {
  const { stdout } = spawnSync('aws', ['--version'], { encoding: 'utf8' });
  return /^aws-cli\/(\S+)/.exec(stdout ?? '')?.[1];
}

function writeCommand(file: string, program: string, { python, socket }: Readonly<Record<string, string>>): void {
  const words = [python ?? '', '-IS', join(import.meta.dirname, 'clientCommand.py'), program, socket ?? ''];
  writeFileSync(file, `#!/bin/sh\nexec ${words.map(shellQuote).join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
}
