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

  it('is given one reason, and reasons only for rules and observations', () => {
    expect(new Set(given).size).to.equal(given.length);
    for (const rule of given) expect([...rules, ...observations]).to.include(rule);
  });
});
