import { expect } from 'chai';
import type { Condition } from '../../specs/condition.ts';
import type { JsonObject } from '../../specs/json.ts';
import { evaluate, unknown, valueAt } from './condition.ts';

const ask = (condition: Condition, request: JsonObject, undetermined: readonly string[] = []) =>
  evaluate(condition, {
    request,
    region: 'us-east-1',
    result: (path) => (undetermined.includes(path) ? unknown : request[path]),
  });
const reads = 'result';

describe('the value at a path', () => {
  const object = { A: { x: { B: 1 }, y: { B: 2 }, z: {} }, L: [{ P: 1 }, { P: 2 }, {}], S: 'text' };
  const rows: readonly (readonly [string, unknown])[] = [
    ['A.x.B', 1],
    ['A.x.C', undefined],
    ['A{key}', ['x', 'y', 'z']],
    ['A{value}', [{ B: 1 }, { B: 2 }, {}]],
    ['A{value}.B', [1, 2]],
    ['L[]', object.L],
    ['L[].P', [1, 2]],
    ['L.P', [1, 2]],
    ['S{value}', 'text'],
    ['toString', undefined],
  ];
  for (const [path, value] of rows) {
    it(`is what stands at ${path}`, () => {
      expect(valueAt(object, path)).to.deep.equal(value);
    });
  }
});

describe('evaluate', () => {
  it('asks for presence; null is not there', () => {
    const present: Condition = { kind: 'present', at: 'A', reads };
    expect(ask(present, { A: 0 })).to.equal(true);
    expect(ask(present, { A: null })).to.equal(false);
    expect(ask(present, {})).to.equal(false);
  });

  it('compares lists as sets in "holds" and "exceeds"', () => {
    expect(ask({ kind: 'holds', at: 'A', reads, values: ['x'] }, { A: ['y', 'x'] })).to.equal(true);
    expect(ask({ kind: 'exceeds', at: 'A', reads, of: 'B' }, { A: ['x'], B: ['y', 'x'] })).to.equal(false);
    expect(ask({ kind: 'exceeds', at: 'A', reads, of: 'B' }, { A: ['x'] })).to.equal(true);
  });

  it('finds repeated members of structures', () => {
    const repeats: Condition = { kind: 'repeats', at: 'A', reads, member: 'Priority' };
    expect(ask(repeats, { A: [{ Priority: 1 }, { Priority: 1 }] })).to.equal(true);
    expect(ask(repeats, { A: [{ Priority: 1 }, { Priority: 2 }] })).to.equal(false);
  });

  it('matches a text, the texts of a list, and the keys of a map', () => {
    const matches: Condition = { kind: 'matches', at: 'A', reads, pattern: 'aws:.*' };
    for (const A of ['aws:a', ['b', 'aws:a'], { b: '', 'aws:a': '' }]) expect(ask(matches, { A })).to.equal(true);
    for (const A of ['b', 'baws:a', ['b', 5], { b: 'aws:a' }, 5, true]) expect(ask(matches, { A })).to.equal(false);
    expect(ask(matches, {})).to.equal(false);
  });

  it('takes an ARN without a Region for one that is nowhere else', () => {
    const elsewhere: Condition = { kind: 'elsewhere', at: 'A', reads };
    expect(ask(elsewhere, { A: 'arn:aws:lambda:eu-west-1:1:x' })).to.equal(true);
    expect(ask(elsewhere, { A: 'arn:aws:lambda:us-east-1:1:x' })).to.equal(false);
    expect(ask(elsewhere, { A: 'arn:aws:iam::1:x' })).to.equal(false);
  });

  it('is unknown only where the unknown value matters', () => {
    const there: Condition = { kind: 'present', at: 'A', reads };
    const other: Condition = { kind: 'present', at: 'B', reads };
    expect(ask({ kind: 'all', of: [there, other] }, { B: 1 }, ['A'])).to.equal('unknown');
    expect(ask({ kind: 'all', of: [there, other] }, {}, ['A'])).to.equal(false);
    expect(ask({ kind: 'any', of: [there, other] }, { B: 1 }, ['A'])).to.equal(true);
    expect(ask({ kind: 'not', of: there }, {}, ['A'])).to.equal('unknown');
  });
});
