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

  it('is the same however often it is made, and whatever was planned before', () => {
    const again = { ...scene };
    const anew = plan({ ...settings, scene: again }).flatMap(({ cases }) => [...cases]);
    expect(anew.map(({ id, request }) => ({ id, request }))).to.deep.equal(
      all.map(({ id, request }) => ({ id, request })),
    );
  });
});
