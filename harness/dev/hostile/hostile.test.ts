import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../temporaryFolder.ts';
import { answerModes } from './answerModes.ts';
import type { HostileResult, HostileRun } from './hostileWorker.ts';
import { poolModes } from './poolModes.ts';
import { type HostileServer, startHostile } from './startHostile.ts';

/** Megabytes that the process of all these runs may hold at once. Before answers had a bound on their values it was more. */
const mostMemory = 700;

/** Modes that are right, as odd as they are: nothing has to be found. */
const right = [
  'a byte order mark',
  'not compressed as it says',
  'an empty body',
  'a thousand headers',
  'a header of other letters',
  'a thousand early hints',
  'status 204',
  'two answers at once',
  'a pool that is never the same',
  'a pool of very many members',
  'pools with the members of every object',
];

describe('a run on a target that answers with', function () {
  this.timeout(300_000);
  let server: HostileServer;
  let child: ChildProcess;
  let peak = 0;

  before(async () => {
    server = await startHostile();
    child = fork(join(import.meta.dirname, 'hostileWorker.ts'));
  });
  after(async () => {
    child.kill();
    await server.close();
  });

  async function resultOf(mode: string): Promise<HostileResult> {
    const asked: HostileRun = { target: server.urlOf(mode), out: temporaryFolder() };
    child.send(asked);
    const [result] = (await once(child, 'message')) as [HostileResult];
    peak = Math.max(peak, result.peak);
    return result;
  }

  for (const mode of [...Object.keys(answerModes), ...Object.keys(poolModes)]) {
    it(`${mode} ends as told`, async () => {
      const { outcome, says, warnings } = await resultOf(mode);
      const expected = right.includes(mode) ? ['passed', 'failed'] : ['failed', 'incomplete', 'status 3'];
      expect(expected, says).to.include(outcome);
      if (outcome !== 'passed' && outcome !== 'failed') expect(says).to.match(/^[^\n]{10,600}$/);
      for (const text of [says, ...warnings]) expect(text).not.to.match(/\n\s+at .+:\d+:\d+/);
    });
  }

  it('any of these holds little memory', () => {
    expect(peak).to.be.within(50, mostMemory);
  });
});
