import { expect } from 'chai';
import type { Ending } from './ending.ts';
import { endings } from './endings.ts';
import { type EndingOutcome, runEnding } from './runEnding.ts';
import { type StageName, stageNames } from './stage.ts';

interface Cell {
  readonly ending: Ending;
  readonly stage: StageName;
}

const lacking = new Map(endings.map(({ name, lacks }) => [name, lacks?.()]));
const cells = endings.flatMap((ending) => stageNames.map((stage): Cell => ({ ending, stage })));
const started = new Map<number, Promise<EndingOutcome | undefined>>();

/** Runs a cell once, and the next one beside it. */
function outcomeOf(index: number): Promise<EndingOutcome | undefined> {
  startOnce(index + 1).catch(() => {});
  return startOnce(index);
}

function startOnce(index: number): Promise<EndingOutcome | undefined> {
  const cell = cells[index];
  const isPossible = cell !== undefined && lacking.get(cell.ending.name) === undefined;
  const outcome = started.get(index) ?? (isPossible ? runEnding(cell.ending, cell.stage) : Promise.resolve(undefined));
  started.set(index, outcome);
  return outcome;
}

describe('a run that is ended by', () => {
  for (const [index, { ending, stage }] of cells.entries()) {
    const what = lacking.get(ending.name);
    const about = what === undefined ? '' : ` (this machine lacks ${what})`;
    it(`${ending.name} leaves nothing on ${stage}${about}`, async function () {
      const outcome = await outcomeOf(index);
      if (outcome === undefined) return this.skip();
      const told = outcome.stdout + outcome.stderr;
      expect(ending.status, told).to.include(outcome.status);
      if (ending.leaves !== true) {
        expect(outcome.left, told).to.deep.equal([]);
        expect(outcome.isRestored, told).to.equal(true);
      }
      expect(outcome.leftAfterClean, told).to.deep.equal([]);
      expect(outcome.isRestoredAfterwards, told).to.equal(true);
      if (ending.losesRecord === true) expect(outcome.cases).to.match(/cannot be read: there is no such file/);
      else expect(outcome.cases, told).to.be.a('number').above(2);
      expect(told).not.to.match(/\n\s+at .+:\d+:\d+/);
    });
  }
});
