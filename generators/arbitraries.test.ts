import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { independentReading } from '../harness/dev/independentReading.ts';
import type { JsonObject, JsonValue } from '../specs/json.ts';
import { membersOf } from '../specs/member.ts';
import { breachesOfValue } from './breaches/breachesOfValue.ts';
import { breachGenerators } from './breaches/breachGenerators.ts';
import { requestWithBrokenTags } from './breaches/requestWithBrokenTags.ts';
import { type BrokenRequest, requestWithOneBreach } from './breaches/requestWithOneBreach.ts';
import { requestWithSeveralBreaches } from './breaches/requestWithSeveralBreaches.ts';
import { openRequest } from './cases/openRequest.ts';
import { validRequest } from './cases/validRequest.ts';
import { matchesPattern } from './pattern/matchesPattern.ts';
import { lengthWithin, stringMatching } from './pattern/stringMatching.ts';
import { memberValues } from './values/memberValues.ts';
import { optionalMembers } from './values/optionalMembers.ts';
import { nameWithin, repeating } from './values/text.ts';

const { scene, breaches, expectation } = independentReading('2026-11-13');

/** What an arbitrary promises of every value, asked of drawn and of shrunk ones. */
interface Law {
  readonly draw: (seed: number) => readonly unknown[];
  readonly violations: (seed: number) => readonly unknown[];
}

function law<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 150): Law {
  return {
    draw: (seed) => fc.sample(arbitrary, { seed, numRuns: 20 }),
    violations: (seed) => {
      const found: unknown[] = [];
      const isKept = (value: T) => {
        try {
          holds(value);
        } catch (error) {
          found.push(error);
        }
        return true;
      };
      fc.assert(fc.property(arbitrary, isKept), { seed, numRuns });
      // What always fails is shrunk as far as it goes.
      for (const turn of [1, 2, 3, 4, 5]) {
        fc.check(
          fc.property(arbitrary, (value) => !isKept(value)),
          { seed: seed + turn, numRuns: 1 },
        );
      }
      return found;
    },
  };
}

const members = membersOf(scene.edition.input).filter(({ path }) => !path.endsWith('{key}'));
const pattern = '[\\w-]+_[0-9a-zA-Z]+';

/** One law or more for every arbitrary that a file of this room exports, by the name of the function. */
const laws: Readonly<Record<string, readonly Law[]>> = {
  validRequest: [law(validRequest(scene), breaksNothing)],
  requestWithOneBreach: [law(requestWithOneBreach(scene), breaksWhatItNames)],
  requestWithSeveralBreaches: [law(requestWithSeveralBreaches(scene), breaksSeveral)],
  requestWithBrokenTags: [law(requestWithBrokenTags(scene), breaksItsRule)],
  openRequest: [law(openRequest(scene), ({ request }) => standsOnOpenGround(request))],
  memberValues: members.map(({ path, shape }) =>
    law(
      memberValues(scene, path, shape),
      (value) => expect(breachesOfValue(path, shape, value), path).to.deep.equal([]),
      20,
    ),
  ),
  breachGenerators: members.flatMap((member) =>
    breachGenerators(scene, member).map(({ clause, values }) =>
      law(values, (value) => expect(clausesOf(member, value, clause)).to.include(clause), 20),
    ),
  ),
  optionalMembers: [
    law(optionalMembers({ A: fc.boolean(), B: fc.boolean() }, ['A'], 10), (value) =>
      expect(value).to.have.property('A'),
    ),
  ],
  stringMatching: [
    law(stringMatching(pattern, { min: 5, max: 20 }) ?? fc.constant(''), (value) => {
      expect(matchesPattern(pattern, value), value).to.equal(true);
      expect([...value].length).to.be.within(5, 20);
    }),
  ],
  lengthWithin: [law(lengthWithin({ min: 3, max: 4000 }), (length) => expect(length).to.be.within(3, 4000))],
  nameWithin: [law(nameWithin({ min: 2, max: 9 }), (name) => expect(name).to.match(/^[\w-]{2,9}$/))],
  repeating: [
    law(repeating(['a', '𠮷'], fc.integer({ min: 2, max: 5 })), (text) => expect(text).to.match(/^[a𠮷]{2,5}$/u)),
  ],
};

function breaksNothing(request: JsonObject): void {
  expect(breaches(request)).to.deep.equal([]);
  expect(expectation(request).kind).not.to.equal('rejected');
}

function breaksWhatItNames({ request, breaks, clause }: BrokenRequest): void {
  expect(breaches(request).toSorted()).to.deep.equal(breaks.toSorted());
  expect(breaks[0]).to.equal(clause);
}

function breaksSeveral({ request, breaks }: BrokenRequest): void {
  expect(breaches(request).toSorted()).to.deep.equal(breaks.toSorted());
  expect(breaks.length).to.be.above(1);
  expect(expectation(request).kind).to.equal('rejected');
}

function breaksItsRule({ request, clause }: BrokenRequest): void {
  const expected = expectation(request);
  expect(breaches(request)).to.deep.equal([]);
  expect(expected.kind === 'rejected' ? expected.broken.map(({ id }) => id) : []).to.deep.equal([clause]);
}

function standsOnOpenGround(request: JsonObject): void {
  expect(breaches(request)).to.deep.equal([]);
  expect(expectation(request).kind).not.to.equal('rejected');
}

function clausesOf({ path, shape }: (typeof members)[number], value: JsonValue | undefined, missing: string) {
  return value === undefined ? [missing] : breachesOfValue(path, shape, value);
}

/** The functions of this room that give an arbitrary, or things that hold one. */
function exportedArbitraries(): readonly string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    return [...text.matchAll(/^export function\*? (\w+)([\s\S]*?)\{\n/gm)]
      .filter(([, , signature = '']) => /\): (readonly )?(fc\.Arbitrary<|BreachGenerator\[\])/.test(signature))
      .map(([, exported = '']) => exported);
  });
}

describe('every arbitrary', () => {
  it('has a law', () => {
    const exported = exportedArbitraries();
    expect(exported).to.include.members(['validRequest', 'lengthWithin', 'breachGenerators']);
    expect(exported.filter((name) => laws[name] === undefined)).to.deep.equal([]);
    expect(Object.keys(laws).filter((name) => !exported.includes(name))).to.deep.equal([]);
  });

  for (const [name, all] of Object.entries(laws)) {
    it(`keeps its law, shrunk or not: ${name}`, () => {
      expect(all.flatMap(({ violations }) => violations(11))).to.deep.equal([]);
    });

    it(`follows from its seed: ${name}`, () => {
      for (const { draw } of all) expect(draw(7)).to.deep.equal(draw(7));
    });
  }
});
