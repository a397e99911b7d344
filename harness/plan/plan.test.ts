import { expect } from 'chai';
import { phases } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isCaseAbout } from './isCaseAbout.ts';
import { plan } from './plan.ts';

const { edition } = contractOf('2026-11-13', 'observed');
const scene = { edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
const settings = { scene, phases, seed: 3, cases: 40 } as const;

function idsOf(only?: string): readonly string[] {
  const lanes = plan({ ...settings, ...(only === undefined ? {} : { only }) });
  return lanes.flatMap(({ name, cases }) => [...cases].map(({ id }) => `${name} ${id}`));
}

describe('a plan', () => {
  const all = plan(settings).flatMap(({ name, cases }) =>
    [...cases].map((one) => ({ ...one, place: `${name} ${one.id}` })),
  );

  for (const only of [
    'Policies.PasswordPolicy',
    'policies.password-policy.minimum-length.max',
    'EmailConfiguration',
    'EmailVerificationSubject',
    'DcrConfiguration.AllowedScopes',
    'DeletionProtection',
    'user-pool-id.exists',
    'user-pool-tags',
    'wire.success-status',
  ]) {
    it(`of ${only} alone has what the whole plan has of it`, () => {
      const wanted = all.filter((one) => isCaseAbout(one, only));
      expect(wanted).to.not.be.empty;
      expect(idsOf(only).toSorted()).to.deep.equal(wanted.map(({ place }) => place).toSorted());
    });
  }

  it('has first in a lane what asks for nothing but a new pool, and last what asks for factors, beside what asks for the same', () => {
    for (const name of ['examples/Policies', 'examples/MfaConfiguration', 'examples/request', 'boundary/request']) {
      const lane = all.filter(({ place }) => place.startsWith(`${name} `));
      const kinds = lane.map(({ prior = {} }) =>
        prior.mfa === undefined ? (Object.keys(prior).join() === 'fresh' ? 'new' : 'other') : JSON.stringify(prior.mfa),
      );
      const groups = kinds.filter((kind, index) => kind !== kinds[index - 1]);
      expect(groups, name).to.deep.equal([...new Set(groups)]);
      expect(groups.indexOf('new'), name).to.be.lessThan(1);
      const factors = groups.filter((kind) => kind.startsWith('{'));
      expect(groups.slice(-factors.length), name).to.deep.equal(factors);
    }
  });

  it('is the same however often it is made, and whatever was planned before', () => {
    const again = { ...scene };
    const anew = plan({ ...settings, scene: again }).flatMap(({ cases }) => [...cases]);
    expect(anew.map(({ id, request }) => ({ id, request }))).to.deep.equal(
      all.map(({ id, request }) => ({ id, request })),
    );
  });
});
