import { expect } from 'chai';
import { fixtureRecord } from '../fixtureRecord.ts';
import { boardEffort, boardMemory } from './effortText.ts';
import { boardOf, tested } from './fixtureBoard.ts';

describe('what a board took', () => {
  const footer = { ...fixtureRecord.footer, durationMs: 60_000 };
  const entries = [tested({}, { ...fixtureRecord, footer }), tested({ name: 'beta' })];

  it('is its time beside the slowest run, and the memory without the emulators', () => {
    expect(boardEffort(boardOf(entries, null, { durationMs: 90_000 }))).to.equal(
      '2 targets in 90 s, 1.5 times the slowest run (alpha, 60 s); memory up to 300 MiB beside the emulators',
    );
  });

  it('is not compared with runs that were used again, nor told where it was not measured', () => {
    const board = boardOf(entries, null, { durationMs: 59_000, memoryPeak: null });
    expect(boardMemory(board)).to.equal(null);
    expect(boardEffort(board)).to.equal('2 targets in 59 s');
  });
});
