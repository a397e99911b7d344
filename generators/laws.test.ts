import { expect } from 'chai';
import fc from 'fast-check';
import { newPool } from '../harness/dev/independentReading.ts';
import { breachesOf } from '../harness/oracle/breaches.ts';
import { expectationOf } from '../harness/oracle/expectation.ts';
import { contractOf } from '../specs/contract.ts';
import { editionDates } from '../specs/edition.ts';
import { editionOf } from '../specs/editions/index.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../specs/json.ts';
import { membersOf } from '../specs/member.ts';
import { requestWithOneBreach } from './breaches/requestWithOneBreach.ts';
import { withPoolId } from './cases/case.ts';
import { fuzzCases } from './cases/fuzzCases.ts';
import type { GenerationScene } from './cases/scene.ts';
import { validRequest } from './cases/validRequest.ts';

const poolId = 'us-east-1_AbCdEfGhI';

function sceneOf(date: (typeof editionDates)[number]): GenerationScene {
  return { edition: editionOf(date), basis: 'observed', region: 'us-east-1', account: '123456789012' };
}

/** The model clauses that a request breaks once it is sent to a pool, by the oracle. */
function brokenBy({ edition }: GenerationScene, request: JsonObject): readonly string[] {
  const sent: JsonObject = JSON.parse(withPoolId(JSON.stringify(request), poolId));
  return breachesOf(edition, sent)
    .map(({ clause }) => clause)
    .toSorted();
}

for (const date of editionDates) {
  describe(`generation for ${date}`, () => {
    const scene = sceneOf(date);
    const valid = validRequest(scene);
    const broken = requestWithOneBreach(scene);

    it('gives the same value for the same seed', () => {
      const draw = () => fc.sample(fc.tuple(valid, broken), { seed: 7, numRuns: 20 });
      expect(draw()).to.deep.equal(draw());
    });

    it('breaks nothing in a valid request', () => {
      fc.assert(
        fc.property(valid, (request) => {
          expect(brokenBy(scene, request)).to.deep.equal([]);
        }),
        { seed: 42, numRuns: 300 },
      );
    });

    it('keeps the rules of the service on a new pool', () => {
      const contract = contractOf(date, 'observed');
      fc.assert(
        fc.property(valid, (request) => {
          const expectation = expectationOf({
            contract,
            region: scene.region,
            request: inPool(request),
            prior: newPool,
            fresh: newPool,
          });
          expect(expectation.kind).not.to.equal('rejected');
        }),
        { seed: 43, numRuns: 300 },
      );
    });

    it('breaks in a broken request exactly what it names, itself first', () => {
      fc.assert(
        fc.property(broken, ({ request, breaks, clause }) => {
          expect(brokenBy(scene, request)).to.deep.equal(breaks.toSorted());
          expect(breaks[0]).to.equal(clause);
        }),
        { seed: 42, numRuns: 600 },
      );
    });

    it('reaches every member in 2000 valid requests', () => {
      const reached = new Set(fc.sample(valid, { seed: 42, numRuns: 2000 }).flatMap((request) => pathsIn(request)));
      const known = membersOf(scene.edition.input).map(({ path }) => path.replaceAll(/\{\w+\}/g, '.*'));
      expect(known.filter((path) => !reached.has(path))).to.deep.equal([]);
    });
  });
}

describe('shrinking', () => {
  const scene = sceneOf('2026-11-13');

  it('keeps a valid request valid down to the smallest', () => {
    const failing = fc.check(
      fc.property(validRequest(scene), (request) => {
        expect(brokenBy(scene, request)).to.deep.equal([]);
        return request.PoolName === undefined;
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(failing.errorInstance).to.have.property('message', 'Property failed by returning false');
    expect(Object.keys(failing.counterexample?.[0] ?? {})).to.deep.equal([
      'UserPoolId',
      'UserAttributeUpdateSettings',
      'PoolName',
    ]);
  });

  it('keeps what a broken request breaks', () => {
    const failing = fc.check(
      fc.property(requestWithOneBreach(scene), ({ request, breaks }) => {
        expect(brokenBy(scene, request)).to.deep.equal(breaks.toSorted());
        return request.LambdaConfig === undefined;
      }),
      { seed: 2, numRuns: 500 },
    );
    expect(failing.errorInstance).to.have.property('message', 'Property failed by returning false');
  });
});

describe('fuzzCases', () => {
  const scene = sceneOf('2024-12-11');
  const ids = (seed: number, count: number) => [...fuzzCases(scene, seed, count)].map(({ id }) => id);

  it('has as many cases as asked for, no two alike', () => {
    expect(new Set(ids(5, 300)).size).to.equal(300);
  });

  it('begins many cases with the few', () => {
    expect(ids(5, 300).slice(0, 70)).to.deep.equal(ids(5, 70));
  });

  it('follows from the seed alone', () => {
    expect(ids(5, 30)).to.deep.equal(ids(5, 30));
    expect(ids(6, 30)).not.to.deep.equal(ids(5, 30));
  });

  it('draws no more than is read', () => {
    // Nobody has the time and the memory to draw all of them.
    expect(fuzzCases(scene, 5, 1_000_000_000).next()).to.include({ done: false });
  });

  it('mixes valid requests and breaches', () => {
    const broken = [...fuzzCases(scene, 5, 500)].filter(({ breaks }) => breaks.length > 0).length;
    expect(broken).to.be.within(125, 225);
  });

  it('asks for a second factor only where the pool has one', () => {
    for (const { request, prior } of fuzzCases(scene, 5, 500)) {
      if (request.MfaConfiguration === 'ON' || request.MfaConfiguration === 'OPTIONAL') {
        expect(prior?.mfa).to.have.property('SoftwareTokenMfaConfiguration');
      }
    }
  });

  // A change here is a change of what every seed means: decide it, then write the new ids down.
  it('yields for seed 42 what it always yielded', () => {
    expect(ids(42, 6)).to.deep.equal([
      'fuzz/e5aa8cb2df45',
      'fuzz/650f13de4b8b',
      'fuzz/ea7c4bf5527a',
      'fuzz/a47364e4821a',
      'fuzz/3395e9737e53',
      'fuzz/cf3cec397bf6',
    ]);
  });
});

function inPool(request: JsonObject): JsonObject {
  return { ...request, UserPoolId: poolId };
}

/** The members in a request, the keys of maps written as a star. */
function pathsIn(value: JsonValue, path = ''): readonly string[] {
  const isMap = path === 'UserPoolTags' || path === 'AcrConfiguration';
  if (Array.isArray(value)) return [path, ...value.flatMap((item) => pathsIn(item, `${path}[]`))];
  if (!isJsonObject(value)) return [path];
  const inner = Object.entries(value).flatMap(([name, child]) =>
    pathsIn(child, isMap ? `${path}.*` : path === '' ? name : `${path}.${name}`),
  );
  return [path, ...inner];
}
