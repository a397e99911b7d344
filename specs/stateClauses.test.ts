import { expect } from 'chai';
import type { Basis, Effect } from './clause.ts';
import { contractOf } from './contract.ts';
import { levelOf } from './evidence.ts';

const kept: Effect = { kind: 'kept' };
const open: Effect = { kind: 'open' };
const dropped: Effect = { kind: 'dropped' };

// What was measured of an update that leaves a member out.
const omitted: readonly (readonly [string, Effect, 'must' | 'should' | 'may'])[] = [
  ['auto-verified-attributes', { kind: 'becomes', values: [null] }, 'must'],
  ['lambda-config', { kind: 'becomes', values: [{}] }, 'must'],
  ['user-pool-add-ons', { kind: 'becomes', values: [null] }, 'must'],
  ['sms-authentication-message', dropped, 'must'],
  ['device-configuration', dropped, 'must'],
  ['policies', kept, 'must'],
  ['policies.password-policy', kept, 'must'],
  ['policies.sign-in-policy', kept, 'must'],
  ['policies.sign-in-policy.allowed-first-auth-factors', kept, 'may'],
  ['mfa-configuration', kept, 'must'],
  ['user-pool-tags', kept, 'must'],
  ['account-recovery-setting', kept, 'must'],
  ['sms-configuration', kept, 'must'],
  ['deletion-protection', kept, 'must'],
  ['user-pool-tier', kept, 'should'],
  ['user-attribute-update-settings', kept, 'must'],
  ['key-configuration', kept, 'may'],
  ['issuer-configuration', kept, 'may'],
  ['pool-name', kept, 'must'],
  ['dcr-configuration', kept, 'should'],
  ['email-configuration', { kind: 'either', of: [{ kind: 'fresh' }, kept] }, 'must'],
  ['email-configuration.email-sending-account', { kind: 'becomes', values: ['COGNITO_DEFAULT'] }, 'may'],
  ['email-verification-message', { kind: 'fresh' }, 'may'],
  ['policies.password-policy.require-uppercase', { kind: 'becomes', values: [false] }, 'should'],
  ['policies.password-policy.temporary-password-validity-days', { kind: 'becomes', values: [7] }, 'may'],
  ['verification-message-template', open, 'should'],
  ['admin-create-user-config', open, 'should'],
  ['admin-create-user-config.allow-admin-create-user-only', { kind: 'becomes', values: [false] }, 'must'],
  ['verification-message-template.default-email-option', { kind: 'becomes', values: ['CONFIRM_WITH_CODE'] }, 'must'],
  ['lambda-config.pre-sign-up', { kind: 'becomes', values: [null] }, 'must'],
  ['lambda-config.pre-token-generation', open, 'must'],
];

describe('what becomes of a member', () => {
  for (const [member, effect, level] of omitted) {
    it(`that is left out: ${member} (${effect.kind})`, () => {
      expect(effectOf('observed', `${member}.omitted`)).to.deep.equal(effect);
      const evidence = contractOf('2026-11-13', 'observed').byId.get(`${member}.omitted`)?.evidence ?? [];
      expect(levelOf(evidence)).to.equal(level);
    });
  }

  it('that is left out is its default by the documentation, but for the plan and client registration', () => {
    const { clauses } = contractOf('2026-11-13', 'documented');
    const top = clauses.filter(({ id, member }) => id.endsWith('.omitted') && !member.includes('.'));
    const others = top.filter(({ id }) => effectOf('documented', id)?.kind !== 'fresh').map(({ member }) => member);
    expect(others.toSorted()).to.deep.equal(['DcrConfiguration', 'PoolName', 'UserPoolTier']);
  });

  it('is no surer by the documentation for having been measured otherwise', () => {
    const evidence = contractOf('2026-11-13', 'documented').byId.get('policies.omitted')?.evidence ?? [];
    expect(levelOf(evidence)).to.equal('should');
  });

  it('that is sent is to be shown, but for the few that nobody knows', () => {
    const { clauses } = contractOf('2026-11-13', 'observed');
    const sent = clauses.filter(({ id }) => id.endsWith('.sent'));
    const unknown = sent.filter(({ id }) => effectOf('observed', id)?.kind !== 'stored').map(({ member }) => member);
    expect(sent.length).to.be.greaterThan(70);
    expect(unknown).to.deep.equal(['AdminCreateUserConfig.UnusedAccountValidityDays', 'AcrConfiguration']);
  });

  it('is nobody’s guess when it is sent as null or empty, but for those that are reset when left out', () => {
    const { clauses } = contractOf('2026-11-13', 'observed');
    const ids = clauses.filter(({ id }) => /\.(empty|null)$/.test(id)).map(({ id }) => id);
    expect(ids.filter((id) => effectOf('observed', id)?.kind !== 'open')).to.deep.equal([
      'lambda-config.empty',
      'auto-verified-attributes.empty',
      'user-attribute-update-settings.attributes-require-verification-before-update.empty',
      'device-configuration.empty',
      'device-configuration.null',
      'account-recovery-setting.empty',
      'dcr-configuration.authenticated-grant-types.empty',
      'dcr-configuration.open-dcr-grant-types.empty',
    ]);
  });
});

function effectOf(basis: Basis, id: string): Effect | undefined {
  const constraint = contractOf('2026-11-13', basis).byId.get(id)?.constraint;
  return constraint?.kind === 'state' ? constraint[basis] : undefined;
}
