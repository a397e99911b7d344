import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { shownTypeDeviations } from './judgeTypes.ts';

const contract = contractOf('2026-11-13', 'observed');
const stateOf = (described: JsonObject) => poolStateOf(contract.edition, described);

function wrongIn(described: JsonObject, before?: JsonObject): readonly string[] {
  const found = shownTypeDeviations(contract, stateOf(described), before && stateOf(before));
  return found.map(({ clause, level, member, answerClass }) => `${level} ${clause} ${member} ${answerClass}`);
}

/** What a pool shows, and the place and the type that are wrong; none where it is as the model has it. */
const shown: readonly (readonly [string, JsonObject, string?])[] = [
  ['a pool in order', { Name: 'a', LambdaConfig: {}, AliasAttributes: [], Policies: { PasswordPolicy: {} } }],
  ['null anywhere', { LambdaConfig: null, Policies: { PasswordPolicy: null }, SchemaAttributes: null }],
  ['members that no edition has', { Strange: [], Policies: { Strange: 5 } }],
  ['attributes with whatever they have', { SchemaAttributes: [{ Name: 'email', Mutable: true }] }],
  ['an empty map as a list', { LambdaConfig: [] }, 'LambdaConfig list'],
  ['tags as a list', { UserPoolTags: [] }, 'UserPoolTags list'],
  ['a tag that is a number', { UserPoolTags: { a: 'b', c: 1 } }, 'UserPoolTags{value} number'],
  ['a name that is a number', { Name: 7 }, 'PoolName number'],
  [
    'a number as text',
    { Policies: { PasswordPolicy: { MinimumLength: '8' } } },
    'Policies.PasswordPolicy.MinimumLength string',
  ],
  [
    'a boolean as text',
    { DeviceConfiguration: { ChallengeRequiredOnNewDevice: 'true' } },
    'DeviceConfiguration.ChallengeRequiredOnNewDevice string',
  ],
  ['a list as text', { AutoVerifiedAttributes: 'email' }, 'AutoVerifiedAttributes string'],
  ['an item that is an object', { AutoVerifiedAttributes: ['email', {}] }, 'AutoVerifiedAttributes[] object'],
  ['a list with keys', { SchemaAttributes: { email: {} } }, 'SchemaAttributes object'],
  ['a number of users in words', { EstimatedNumberOfUsers: 'eight' }, 'EstimatedNumberOfUsers string'],
  ['half a user', { EstimatedNumberOfUsers: 0.5 }, 'EstimatedNumberOfUsers fraction'],
  [
    'a number of days with a fraction',
    { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7.5 } } },
    'Policies.PasswordPolicy.TemporaryPasswordValidityDays fraction',
  ],
  ['an ARN that is a number', { Arn: 5 }, 'Arn number'],
];

describe('the types of what a pool shows', () => {
  for (const [what, described, place] of shown) {
    it(`${place === undefined ? 'take' : 'are wrong of'} ${what}`, () => {
      expect(wrongIn(described)).to.deep.equal(place === undefined ? [] : [`must request.shown-type ${place}`]);
    });
  }

  it('are wrong of whole numbers that are written with a fraction, which no integer of a client can hold', () => {
    const described = { Policies: { PasswordPolicy: { MinimumLength: 8 } }, EstimatedNumberOfUsers: 3 };
    const fractions = new Map([
      ['Policies.PasswordPolicy.MinimumLength', '8.0'],
      ['CreationDate', '1.7e9'],
    ]);
    const found = shownTypeDeviations(contract, { ...stateOf(described), fractions });
    expect(found.map(({ member, answerClass, actual }) => `${member} ${answerClass}: ${actual}`)).to.deep.equal([
      'Policies.PasswordPolicy.MinimumLength fraction: Policies.PasswordPolicy.MinimumLength is shown as 8.0.',
    ]);
  });

  it('are no matter of a request that found them so', () => {
    expect(wrongIn({ LambdaConfig: [], Arn: 5 }, { LambdaConfig: [] })).to.deep.equal([
      'must request.shown-type Arn number',
    ]);
  });
});
