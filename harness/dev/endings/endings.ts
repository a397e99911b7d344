import { type ChildProcess, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { runCommandLine } from '../runCommandLine.ts';
import type { Ending, RunUnderWay } from './ending.ts';

/** All ways in which a run ends before its time, or without what it needs. */
export const endings: readonly Ending[] = [
  { name: 'SIGINT', act: (run) => signal(run, 'SIGINT'), status: [130] },
  { name: 'SIGINT twice', act: signalTwice, status: [130] },
  { name: 'SIGTERM', act: (run) => signal(run, 'SIGTERM'), status: [130] },
  { name: 'SIGHUP', act: (run) => signal(run, 'SIGHUP'), status: [130] },
  { name: 'SIGKILL', act: endByForce, status: [null], leaves: true },
  { name: 'a closed pipe', act: closePipes, status: [0] },
  { name: 'a full output', output: '/dev/full', lacks: () => lacksFile('/dev/full'), act: () => {}, status: [3] },
  {
    name: 'a full disk',
    // Only this run sees the disk, which goes with it.
    script: 'mount -t tmpfs -o size=64k poolproof "$OUT" && "$@"; status=$?; cp -R "$OUT/." "$COPY"; exit $status',
    lacks: lacksMount,
    act: fillDisk,
    status: [3],
  },
  { name: 'no file descriptors', lacks: () => lacksProgram('prlimit'), act: takeDescriptors, status: [3] },
  {
    name: 'a limit of memory',
    lacks: () => lacksProgram('prlimit'),
    act: takeMemory,
    status: [null, 133, 134],
    leaves: true,
  },
  { name: 'a removed out folder', act: removeFolder, status: [3], losesRecord: true },
  { name: 'a second run in the same folder', act: runTwice, status: [0] },
];

async function signal({ child, says }: RunUnderWay, name: NodeJS.Signals): Promise<void> {
  child.kill(name);
  await says(`${name}: pools are deleted or restored`);
}

async function signalTwice(run: RunUnderWay): Promise<void> {
  await signal(run, 'SIGINT');
  run.child.kill('SIGINT');
  await run.says('SIGINT: five more seconds');
}

async function endByForce({ child, ended }: RunUnderWay): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

// The run may add files to it until it has no name any more.
function removeFolder({ out }: RunUnderWay): void {
  renameSync(out, `${out}-gone`);
  rmSync(`${out}-gone`, { recursive: true });
}

function closePipes({ child }: RunUnderWay): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function fillDisk({ child, out }: RunUnderWay): void {
  const file = `/proc/${child.pid}/root${out}/filler`;
  try {
    for (;;) appendFileSync(file, Buffer.alloc(1024));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function takeDescriptors({ child }: RunUnderWay): void {
  limit(child, '--nofile=3:');
}

function limit({ pid }: ChildProcess, what: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), what], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit failed: ${stderr}`);
}

// What a run keeps of answers is bounded, so that no answer takes all of its memory: the limit is put below what it has.
function takeMemory({ child }: RunUnderWay): void {
  limit(child, '--data=1000000:');
}

async function runTwice({ stage: { run, cwd, env }, out }: RunUnderWay): Promise<void> {
  const { status, stderr } = await runCommandLine([...run, '--out', out], { cwd, env });
  if (status !== 2 || !stderr.includes('error[folder-in-use]')) throw new Error(`The second run came in: ${stderr}`);
}

function lacksFile(path: string): string | undefined {
  return existsSync(path) ? undefined : path;
}

function lacksProgram(name: string): string | undefined {
  return spawnSync(name, ['--version']).error === undefined ? undefined : name;
}

function lacksMount(): string | undefined {
  const script = 'mount -t tmpfs -o size=64k poolproof /tmp';
  return spawnSync('unshare', ['--mount', 'sh', '-c', script]).status === 0 ? undefined : 'the right to mount a disk';
}
