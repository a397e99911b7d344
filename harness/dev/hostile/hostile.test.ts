import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { reporters } from '../../../reports/index.ts';
import type { FinishedCommand } from '../finishedCommand.ts';
import { runCommandLine } from '../runCommandLine.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { answerModes } from './answerModes.ts';
import { poolModes } from './poolModes.ts';
import { type HostileServer, startHostile } from './startHostile.ts';

/** Megabytes that a run may hold, whatever it is answered with; without an oddity it holds about 120. */
const mostMemory = 300;

/** Milliseconds of processor time that a turn of its event loop may take: so long a signal is not answered. */
const longestTurn = 1000;

/** Exit statuses of modes; a mode that is not listed is found to deviate, which is 1. */
const statuses: Readonly<Record<string, number>> = {
  // As odd as they are, they are right.
  'not compressed as it says': 0,
  'a thousand headers': 0,
  'a header of other letters': 0,
  'a thousand early hints': 0,
  'two answers at once': 0,
  'a pool of very many members': 0,
  'pools with the members of every object': 0,
  // The target is given up.
  'a body drop by drop': 3,
  'a body without end': 3,
  'another protocol': 3,
  'early hints without end': 3,
  'no answer': 3,
  'updates that are only throttled': 3,
  'pools that are never shown': 3,
  // Something is left behind.
  'an id that is a path': 3,
  'an id of a megabyte': 3,
  'pools that cannot be deleted': 3,
  'deletions that are not answered': 3,
  'a protection that stays': 3,
};

/**
 * Milliseconds that a run waits where the mode leaves it to wait. All others are waited for until they have answered, however busy
 * the machine is.
 */
const waits: Readonly<Record<string, number>> = {
  'a body drop by drop': 1000,
  'a body without end': 1000,
  'another protocol': 1000,
  'early hints without end': 1000,
  'no answer': 1000,
  'updates that are only throttled': 1000,
  'pools that are never shown': 1000,
  // The creations before them are to be answered.
  'deletions that are not answered': 3000,
};

const patience = 600_000;

/** Runs at a time: some of them do nothing but wait. */
const sideBySide = 3;

interface HostileEnd extends FinishedCommand {
  readonly out: string;
  /** The most memory that the process has held, in megabytes; undefined where the system does not tell. */
  readonly peak: number | undefined;
  /** Processor time of the longest turn of its event loop, in milliseconds; undefined likewise. */
  readonly turn: number | undefined;
}

const hook = join(import.meta.dirname, 'measuresAtExit.mjs');
const reports = Object.keys(reporters).join(',');

async function endOn(target: string, timeout: number): Promise<HostileEnd> {
  const cwd = temporaryFolder();
  const [file, out] = [join(cwd, 'measures'), join(cwd, 'out')];
  const args = ['--timeout', `${timeout}`, '--phases', 'boundary', '--only', 'pool-name', '--seed', '1'];
  const env = { GITHUB_ACTIONS: 'true', NODE_OPTIONS: `--import ${hook}`, POOLPROOF_MEASURES_FILE: file };
  const finished = await runCommandLine(['run', '--target', target, ...args, '--out', out, '--report', reports], {
    cwd,
    env,
  });
  const [kB, turn] = existsSync(file) ? readFileSync(file, 'utf8').split(' ').map(Number) : [];
  return { ...finished, out, peak: kB === undefined ? undefined : Math.round(kB / 1024), turn };
}

describe('a run on a target that answers with', () => {
  let server: HostileServer;
  const modes = [...Object.keys(answerModes), ...Object.keys(poolModes)];
  const started = new Map<string, Promise<HostileEnd>>();

  before(async () => {
    server = await startHostile();
  });
  after(() => server.close());

  function startOnce(mode: string): Promise<HostileEnd> {
    const end = started.get(mode) ?? endOn(server.urlOf(mode), waits[mode] ?? patience);
    started.set(mode, end);
    return end;
  }

  for (const [index, mode] of modes.entries()) {
    it(`${mode} ends as told, holds little memory and hears signals all the time`, async () => {
      for (const next of modes.slice(index + 1, index + sideBySide)) startOnce(next).catch(() => {});
      const { status, stdout, stderr, peak = 100, turn = 1 } = await startOnce(mode);
      expect(status, stderr).to.equal(statuses[mode] ?? 1);
      expect(stderr + stdout).not.to.match(/\n\s+at .+:\d+:\d+|error\[defect\]|\[object |\bundefined\b/);
      if (status === 3) expect(stderr).to.match(/^error\[[\w-]+\]: .{10,}$/m);
      expect(stderr.length).to.be.below(20_000);
      expect(peak).to.be.within(50, mostMemory);
      expect(turn).to.be.within(1, longestTurn);
    });
  }

  for (const mode of ['pools that cannot be deleted', 'deletions that are not answered', 'a protection that stays']) {
    it(`${mode} names them in every report`, async () => {
      const { out, stdout, stderr } = await startOnce(mode);
      expect(stderr).to.match(/::error title=Gate::.+ could not be completed \(\d+ user pools? .+Pool00001/);
      const written = readdirSync(out).filter((name) => !/badge|\.har$/.test(name));
      expect(written).to.have.length.above(6);
      const texts = [stdout, stderr, ...written.map((name) => readFileSync(join(out, name), 'utf8'))];
      for (const text of texts) expect(text.replaceAll('\\', '')).to.include('us-east-1_Pool00001');
      expect(readFileSync(join(out, 'badge.json'), 'utf8')).to.include('"color":"red"');
    });
  }
});
