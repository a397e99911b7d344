import { expect } from 'chai';
import { contractOf } from './contract.ts';
import { editionDates } from './edition.ts';
import { reasonsWhyNot } from './reasonsWhyNot.ts';

const rules = Array.from({ length: 49 }, (_, index) => index + 1);

// What was seen of UpdateUserPool itself, or of a sibling that shares the shape or the rule.
const observations = [
  [1, 41],
  [43, 43],
  [57, 99],
  [101, 102],
  [104, 107],
  [112, 116],
  [126, 126],
].flatMap(([from = 0, to = 0]) =>
  Array.from({ length: to - from + 1 }, (_, index) => `OBS-${`${from + index}`.padStart(3, '0')}`),
);

// Public reports of November 2026, held against the contract; two numbers were never given out.
const reports = Array.from({ length: 37 }, (_, index) => `R${`${index + 1}`.padStart(2, '0')}`).filter(
  (row) => row !== 'R19' && row !== 'R21',
);

const cited = editionDates
  .flatMap((date) => [contractOf(date, 'observed'), contractOf(date, 'documented')])
  .flatMap(({ clauses }) => clauses.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  .join('\n');

const given = reasonsWhyNot.map(({ rule }) => rule);

describe('what is known', () => {
  it('has 49 rules and 97 observations', () => {
    expect(rules).to.have.length(49);
    expect(observations).to.have.length(97);
  });

  for (const number of rules) {
    it(`of rule ${number} is a clause, or there is a reason why not, never both`, () => {
      expect(new RegExp(`\\brule ${number}\\b`).test(cited)).to.equal(!given.includes(number));
    });
  }

  it('of every observation is a clause, or there is a reason why not, never both', () => {
    const astray = observations.filter((id) => cited.includes(id) === given.some((rule) => rule === id));
    expect(astray).to.deep.equal([]);
  });

  it('of every public report is a clause, or there is a reason why not, never both', () => {
    const astray = reports.filter(
      (row) => new RegExp(`\\b${row}\\b`).test(cited) === given.some((rule) => rule === row),
    );
    expect(astray).to.deep.equal([]);
  });

  it('is given one reason, and reasons only for rules and observations', () => {
    expect(new Set(given).size).to.equal(given.length);
    for (const rule of given) expect([...rules, ...observations, ...reports]).to.include(rule);
  });
});
