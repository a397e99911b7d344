import { expect } from 'chai';
import { independentReading } from '../../harness/dev/independentReading.ts';
import { editionDates } from '../../specs/edition.ts';
import { factorGroups } from '../pairs/factors.ts';
import { coveringRows } from '../pairs/rows.ts';
import { lastValueAt } from '../values/placeInRequest.ts';
import { pairCases } from './pairCases.ts';

for (const date of editionDates) {
  for (const basis of ['observed', 'documented'] as const) {
    describe(`pairs of bounds for ${date}, ${basis},`, () => {
      const { scene, breaches, expectation } = independentReading(date, basis);
      const cases = pairCases(scene);

      it('have ids of their own, the same each time', () => {
        const ids = cases.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(pairCases(scene)).to.deep.equal(cases);
      });

      it('break what they name and nothing else', () => {
        for (const { id, request, breaks } of cases) {
          expect(breaches(request).toSorted(), id).to.deep.equal(breaks.toSorted());
        }
      });

      it('keep the rules of the service where they break nothing', () => {
        for (const { id, request } of cases.filter(({ breaks, prior }) => breaks.length === 0 && prior === undefined)) {
          expect(expectation(request).kind, id).not.to.equal('rejected');
        }
      });

      it('show the lowest plan beside the other members of a new pool, with answers that are certain', () => {
        const onLite = cases.filter(({ request, prior }) => request.UserPoolTier === 'LITE' && prior?.fresh === true);
        expect(onLite.length > 0).to.equal(Object.hasOwn(scene.edition.input.members, 'UserPoolTier'));
        for (const { id, request, prior } of onLite.filter((one) => one.prior?.mfa === undefined)) {
          expect(expectation(request).kind, id).to.equal('accepted');
          expect(prior, id).to.deep.equal({ fresh: true });
        }
        const beside = new Set(onLite.flatMap(({ request }) => Object.entries(request).map((pair) => pair.join('='))));
        if (onLite.length > 0)
          expect([...beside]).to.include.members([
            'DeletionProtection=ACTIVE',
            'DeletionProtection=INACTIVE',
            'MfaConfiguration=OFF',
            'MfaConfiguration=OPTIONAL',
            'EmailVerificationSubject=a',
          ]);
      });

      it('are few enough to be sent every time', () => {
        expect(cases.length).to.be.at.most(200);
      });
    });
  }
}

describe('pairs of bounds', () => {
  const { scene } = independentReading('2026-11-13');
  const requests = pairCases(scene)
    .filter(({ breaks }) => breaks.length === 0)
    .map(({ request }) => request);
  const stand = (...wanted: readonly (readonly [string, unknown])[]) =>
    requests.some((request) => wanted.every(([path, value]) => lastValueAt(request, path) === value));

  // Hand-picked, so that a hole in the search fails here.
  it('show every combination of the bounds of two members', () => {
    const [length, days, symbols] = ['MinimumLength', 'TemporaryPasswordValidityDays', 'RequireSymbols'].map(
      (name) => `Policies.PasswordPolicy.${name}`,
    );
    if (length === undefined || days === undefined || symbols === undefined) throw new Error('No such members.');
    for (const least of [6, 99]) {
      for (const most of [0, 365]) expect(stand([length, least], [days, most]), `${least} ${most}`).to.equal(true);
      for (const flag of [true, false]) expect(stand([length, least], [symbols, flag])).to.equal(true);
    }
  });

  it('show the members of the request itself beside each other', () => {
    expect(stand(['DeletionProtection', 'ACTIVE'], ['UserPoolTier', 'LITE'])).to.equal(true);
    expect(stand(['DeletionProtection', 'INACTIVE'], ['UserPoolTier', 'PLUS'])).to.equal(true);
  });

  it('break each member of a structure while the others are at their bounds', () => {
    const broken = new Set(pairCases(scene).flatMap(({ breaks, member }) => (breaks.length > 0 ? [member] : [])));
    const breakable = factorGroups(scene).flatMap(({ factors }) => factors.map(({ path }) => path));
    // Whatever these are sent with, companions drop or replace them.
    expect(breakable.filter((path) => !broken.has(path))).to.deep.equal([]);
  });
});

describe('coveringRows', () => {
  const factor = (path: string, ...values: readonly string[]) => ({
    path,
    shape: { type: 'string' } as const,
    levels: values.map((value) => ({ name: value, value })),
    breach: undefined,
  });
  const factors = [factor('A', '1', '2', '3'), factor('B', '1', '2'), factor('C', '1', '2'), factor('D', '1', '2')];

  it('needs few rows, leaves out what does not go together, and nothing else', () => {
    const isForbidden = (row: Readonly<Record<string, unknown>>) => row.A === '1' && row.B === '2';
    const rows = coveringRows(
      factors,
      (choice) => {
        const row = Object.fromEntries([...choice].map(([{ path }, { value }]) => [path, value]));
        return isForbidden(row) ? undefined : row;
      },
      (request, { path, levels }) => levels.find(({ value }) => value === request[path]),
    );
    const pairs = factors.flatMap((left) =>
      factors.filter((right) => left.path < right.path).map((right) => [left, right] as const),
    );
    const missing = pairs.flatMap(([left, right]) =>
      left.levels.flatMap((one) =>
        right.levels
          .filter(
            (other) =>
              !rows.some(({ request }) => request[left.path] === one.value && request[right.path] === other.value),
          )
          .map((other) => `${left.path}${one.name} ${right.path}${other.name}`),
      ),
    );
    expect(missing).to.deep.equal(['A1 B2']);
    expect(rows.length).to.be.at.most(8);
  });
});
