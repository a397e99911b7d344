import { expect } from 'chai';
import { newestEdition } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { shorthand } from './shorthand.ts';

const said = (members: JsonObject): readonly string[] | null =>
  shorthand({ UserPoolId: '{UserPoolId}', ...members }, newestEdition.input);

describe('shorthand', () => {
  it('says scalars, lists, maps and structures as the AWS CLI reads them', () => {
    expect(
      said({
        PoolName: 'n',
        AutoVerifiedAttributes: ['email', 'phone_number'],
        UserPoolTags: { team: 'blue' },
        Policies: { PasswordPolicy: { MinimumLength: 100, RequireSymbols: true } },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
      }),
    ).to.deep.equal([
      '--pool-name n',
      '--auto-verified-attributes email phone_number',
      "--user-pool-tags 'team=blue'",
      "--policies 'PasswordPolicy={MinimumLength=100,RequireSymbols=true}'",
      "--account-recovery-setting 'RecoveryMechanisms=[{Priority=1,Name=verified_email}]'",
    ]);
  });

  const unsayable: Readonly<Record<string, JsonObject>> = {
    'an empty text': { PoolName: '' },
    'an empty list': { AutoVerifiedAttributes: [] },
    'an empty structure': { LambdaConfig: {} },
    'a text that an option could be': { PoolName: '-n' },
    'a text that a file could be': { PoolName: 'file://x' },
    'a text with a space': { PoolName: 'a b' },
    'a value of another type': { PoolName: 5 },
    'a member that is unknown': { Bogus: 'x' },
  };
  for (const [name, members] of Object.entries(unsayable)) {
    it(`leaves ${name} to JSON`, () => {
      expect(said(members)).to.equal(null);
    });
  }

  it('leaves another pool than the one made to JSON', () => {
    expect(shorthand({ PoolName: 'n' }, newestEdition.input)).to.equal(null);
  });
});
