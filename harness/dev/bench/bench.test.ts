import { expect } from 'chai';
import { type BenchFigure, medianRatio, missesMark, quantile } from './benchFigure.ts';
import { benchTable, describeMisses } from './benchTable.ts';

const figure = (value: number, mark: BenchFigure['mark'] = null): BenchFigure => ({
  bench: 'sdk',
  what: 'share',
  value,
  unit: ' MB',
  mark,
});

describe('the arithmetic of the bench', () => {
  it('finds the value below which a share of the numbers lies', () => {
    const numbers = [9, 1, 10, 2, 8, 3, 7, 4, 6, 5];
    expect([0.5, 0.9, 1].map((share) => quantile(numbers, share))).to.deep.equal([5, 9, 10]);
    expect(quantile([7], 0.9)).to.equal(7);
    expect(quantile([], 0.5)).to.be.NaN;
  });

  it('compares neighbours, so that a machine that slows down changes nothing', () => {
    expect(
      medianRatio([
        [80, 100],
        [40, 50],
        [8, 10],
      ]),
    ).to.equal(0.8);
  });

  it('misses a mark on its wrong side alone, and with what is not a number', () => {
    expect(missesMark(figure(0.79, { kind: 'at least', value: 0.8 }))).to.equal(true);
    expect(missesMark(figure(0.8, { kind: 'at least', value: 0.8 }))).to.equal(false);
    expect(missesMark(figure(1.31, { kind: 'at most', value: 1.3 }))).to.equal(true);
    expect(missesMark(figure(1.3, { kind: 'at most', value: 1.3 }))).to.equal(false);
    expect(missesMark(figure(Number.NaN, { kind: 'at most', value: 1.3 }))).to.equal(true);
    expect(missesMark(figure(5))).to.equal(false);
  });

  it('tells figures, marks and misses in words', () => {
    const machine = { poolproof: '1', node: '24', platform: 'linux x64', processor: '2 × a', memoryGb: 8 };
    const missed = figure(312.4, { kind: 'at most', value: 300 });
    expect(
      benchTable(machine, [missed, figure(1.256)])
        .split('\n')
        .slice(4),
    ).to.deep.equal(['| sdk | share | 312 MB | at most 300 MB |', '| sdk | share | 1.26 MB |  |']);
    expect(describeMisses([missed, figure(1)])).to.deep.equal(['sdk: share is 312 MB and has to be at most 300 MB.']);
  });
});
