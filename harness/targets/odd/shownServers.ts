import type { Contract } from '../../../specs/contract.ts';
import { listsWithoutOrder } from '../../../specs/couplings.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import type { Pool } from '../mock/pool.ts';
import { dottedAt, mapAt, withDottedAt } from '../mutants/atMember.ts';
import { numberWritten } from '../mutants/numberWritten.ts';
import type { Earned, OddAlteration, OddServer } from './oddServer.ts';

/** Servers whose pools look otherwise: with more or fewer members, other defaults, other dates, another order. */
export function shownServers({ edition, basis }: Contract): readonly OddServer[] {
  const has = (path: MemberPath) => Object.hasOwn(edition.input.members, path.split('.', 1)[0] ?? '');
  // Taken by the word of the documentation, such a pool would go back to showing nothing, and false was measured.
  const contradicts = ({ member }: OddServer) => basis === 'documented' && member === 'AdminCreateUserConfig';
  return [...shows, ...defaults.filter((server) => has(server.member) && !contradicts(server))];
}

const unknownMembers = 'Clients pass over members that they do not know.';
const nothingSet = 'An empty value says of a member that was never set what its absence says.';
const noOrder = 'The members of an object have no order.';
const dates = 'The protocol has dates as seconds since 1970, whole or with a fraction.';
const unmeasured = 'What a new pool shows is for the service to choose.';

const shows: readonly OddServer[] = [
  shownServer('more-members', 'Pools show members that no edition has.', unknownMembers, (pool) => ({
    ...pool,
    Status: 'Enabled',
    Domain: 'odd',
    SmsConfigurationFailure: null,
    FutureSetting: { Enabled: true, Items: [1, 2] },
  })),
  shownServer('more-inside', 'Structures of a pool show members that no edition has.', unknownMembers, (pool) =>
    Object.fromEntries(
      Object.entries(pool).map(([name, value]) => [
        name,
        isJsonObject(value) && name !== 'UserPoolTags' && name !== 'AcrConfiguration'
          ? withFutureSetting(value)
          : value,
      ]),
    ),
  ),
  shownServer('more-in-items', 'Structures in lists show members that no edition has.', unknownMembers, (pool) => {
    const seen = mapAt(pool, 'AccountRecoverySetting.RecoveryMechanisms[]', withFutureSetting);
    return isJsonObject(seen) ? seen : pool;
  }),
  shownServer(
    'attributes-in-any-order',
    'Attributes come in another order at every reading.',
    'They are told apart by name.',
    attributesTurned(),
  ),
  shownServer('default-for-unset', 'What is not set is shown as its default.', unmeasured, (pool) => ({
    UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
    Domain: '',
    ...pool,
  })),
  shownServer('empty-for-unset', 'What was never set is shown as an empty object or list.', nothingSet, (pool) => ({
    SmsConfiguration: {},
    DeviceConfiguration: {},
    UserPoolAddOns: {},
    UserAttributeUpdateSettings: {},
    AutoVerifiedAttributes: [],
    UserPoolTags: {},
    AliasAttributes: [],
    ...pool,
  })),
  shownServer(
    'tags-of-a-stack',
    'Pools show tags that begin with aws:, as those of a CloudFormation stack do.',
    'AWS sets them, and no request can set or remove one.',
    (pool) => ({
      ...pool,
      UserPoolTags: {
        ...(isJsonObject(pool.UserPoolTags) ? pool.UserPoolTags : {}),
        'aws:cloudformation:stack-name': 'odd',
      },
    }),
  ),
  shownServer('null-for-unset', 'What was never set is shown as null.', nothingSet, (pool) => ({
    SmsConfiguration: null,
    DeviceConfiguration: null,
    UserPoolAddOns: null,
    SmsAuthenticationMessage: null,
    AutoVerifiedAttributes: null,
    UserPoolTags: null,
    ...pool,
  })),
  shownServer('reversed-order', 'Members of pools and entries of maps come in reverse.', noOrder, reversedMembers),
  shownServer(
    'sorted-sets',
    'Lists that stand for sets are sorted.',
    'Nobody has seen whether their order survives.',
    (pool) =>
      listsWithoutOrder.reduce<JsonObject>((seen, path) => {
        const sorted = mapAt(seen, path, (value) =>
          Array.isArray(value)
            ? value.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? 1 : -1))
            : value,
        );
        return isJsonObject(sorted) ? sorted : seen;
      }, pool),
    [{ clause: 'request.list-order', level: 'may' }],
  ),
  shownServer(
    'no-empty-texts',
    'Texts that were sent empty are not shown.',
    'No source says whether an empty text is stored, or taken for none.',
    withoutEmptyTexts,
  ),
  shownServer(
    'sets-without-repetition',
    'Lists of words are shown with each word once.',
    'They stand for sets.',
    (pool) => mappedInside(pool, (value) => (isListOfWords(value) ? [...new Set(value)] : value)),
  ),
  shownServer('null-inside', 'What was never set in a structure is shown as null in it.', nothingSet, (pool) => ({
    ...pool,
    LambdaConfig: {
      PreSignUp: null,
      CustomSMSSender: null,
      ...(isJsonObject(pool.LambdaConfig) ? pool.LambdaConfig : {}),
    },
  })),
  shownServer(
    'date-of-reading',
    'LastModifiedDate is the time of the reading.',
    'No source says what else than an update moves it.',
    (pool) => ({ ...pool, LastModifiedDate: Date.now() / 1000 }),
    [{ clause: 'request.last-modified-date', level: 'may' }],
  ),
  shownServer('whole-seconds', 'Dates are whole seconds.', dates, (pool) => ({
    ...pool,
    CreationDate: Math.floor(Number(pool.CreationDate)),
    LastModifiedDate: Math.floor(Number(pool.LastModifiedDate)),
  })),
  shownServer('finest-dates', 'Dates have six digits of a fraction.', dates, (pool) => ({
    ...pool,
    CreationDate: Math.floor(Number(pool.CreationDate)) + 0.123456,
    LastModifiedDate: Math.floor(Number(pool.LastModifiedDate)) + 0.654321,
  })),
  shownServer('dates-with-exponents', 'Dates are written with an exponent.', dates, (pool) => ({
    ...pool,
    CreationDate: withExponent(Number(pool.CreationDate)),
    LastModifiedDate: withExponent(Number(pool.LastModifiedDate)),
  })),
  shownServer(
    'fractions-of-strangers',
    'Members that no edition has are whole numbers written with a fraction.',
    unknownMembers,
    (pool) => ({
      ...pool,
      FutureSetting: numberWritten('8.0'),
      ...(isJsonObject(pool.Policies) ? { Policies: { ...pool.Policies, FutureSetting: numberWritten('1e0') } } : {}),
    }),
  ),
  shownServer(
    'failure-notes',
    'Pools note that no message can be sent, as long as they have a sender of their own.',
    'The model has SmsConfigurationFailure and EmailConfigurationFailure, which the service sets by itself.',
    (pool) => ({
      ...pool,
      ...(isJsonObject(pool.SmsConfiguration) ? { SmsConfigurationFailure: 'SNSSandbox' } : {}),
      ...(dottedAt(pool, 'EmailConfiguration.SourceArn') ? { EmailConfigurationFailure: 'Not verified.' } : {}),
    }),
  ),
  shownServer(
    'frozen-date',
    'LastModifiedDate stays the date of creation.',
    'Nobody has measured that it moves.',
    (pool) => ({
      ...pool,
      LastModifiedDate: pool.CreationDate ?? null,
    }),
  ),
  shownServer(
    'no-dates',
    'Pools show no dates.',
    'No member of the pool is required, and dates are no settings.',
    (pool) => {
      const { CreationDate: _created, LastModifiedDate: _modified, ...others } = pool;
      return others;
    },
  ),
  shownServer(
    'no-count',
    'Pools do not show how many users they have.',
    'It is an estimate, and no setting.',
    (pool) => {
      const { EstimatedNumberOfUsers: _users, ...others } = pool;
      return others;
    },
  ),
  {
    ...shownFields(
      'growing-count',
      'The estimated number of users grows with every look.',
      'Users come by themselves.',
    ),
    alteration: {
      steps: ({ showPool }) => {
        let users = 0;
        return { showPool: (pool) => ({ ...showPool(pool), EstimatedNumberOfUsers: ++users }) };
      },
    },
  },
  shownServer(
    'other-partition',
    'ARNs are of another partition and account.',
    'An endpoint may stand for any partition.',
    (pool, { arn }) => ({
      ...pool,
      Arn: arn.replace('arn:aws:', 'arn:aws-us-gov:').replace('123456789012', '000000000000'),
    }),
  ),
  shownServer('no-schema', 'Pools do not show their attributes.', 'They cannot be changed by an update.', (pool) => {
    const { SchemaAttributes: _attributes, ...others } = pool;
    return others;
  }),
];

/** Other settings of new pools; the rest of a pool's life is as usual. */
const defaults: readonly OddServer[] = [
  newPoolServer('minimum-length', 'Policies.PasswordPolicy.MinimumLength', 6),
  newPoolServer('password-rules', 'Policies.PasswordPolicy.RequireSymbols', false),
  newPoolServer('validity', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', 30),
  newPoolServer('no-policies', 'Policies', undefined),
  newPoolServer('no-verification-template', 'VerificationMessageTemplate', undefined),
  newPoolServer('no-admin-create-user', 'AdminCreateUserConfig', undefined),
  newPoolServer('recovery-by-phone', 'AccountRecoverySetting.RecoveryMechanisms', [
    { Priority: 1, Name: 'verified_phone_number' },
  ]),
  newPoolServer('no-recovery', 'AccountRecoverySetting', undefined),
  newPoolServer('no-lambda-config', 'LambdaConfig', undefined),
  newPoolServer('no-deletion-protection', 'DeletionProtection', undefined),
  newPoolServer('no-key', 'KeyConfiguration', undefined),
  newPoolServer('no-issuer', 'IssuerConfiguration', undefined),
  newPoolServer('no-levels', 'AcrConfiguration', undefined),
  newPoolServer('plus', 'UserPoolTier', 'PLUS'),
  // One report says that the default sender is shown.
  {
    ...newPoolServer('no-email-configuration', 'EmailConfiguration', undefined),
    earned: [{ clause: 'email-configuration.email-sending-account.omitted', level: 'may' }],
  },
];

function shownFields(name: string, says: string, allowed: string, member: MemberPath = '') {
  return { id: `shown/${name}`, group: 'shown', member, clause: '', says, allowed } as const;
}

function shownServer(
  name: string,
  says: string,
  allowed: string,
  change: (pool: JsonObject, stored: Pool) => JsonObject,
  earned?: readonly Earned[],
): OddServer {
  const alteration: OddAlteration = {
    steps: ({ showPool }) => ({ showPool: (pool) => change(showPool(pool), pool) }),
  };
  return { ...shownFields(name, says, allowed), alteration, ...(earned === undefined ? {} : { earned }) };
}

function newPoolServer(name: string, member: MemberPath, value: JsonValue | undefined): OddServer {
  const what = value === undefined ? 'nothing' : JSON.stringify(value);
  return {
    ...shownFields(`new-pool/${name}`, `New pools show ${what} for ${member}.`, unmeasured, member),
    alteration: {
      fresh: (usual) =>
        value !== undefined && dottedAt(usual, member) === undefined ? usual : withDottedAt(usual, member, value),
    },
  };
}

function reversedMembers(pool: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(pool)
      .toReversed()
      .map(([name, value]) => [name, isJsonObject(value) ? reversedMembers(value) : value]),
  );
}

function withExponent(seconds: number): JsonValue {
  return numberWritten(`${seconds / 1e9}e9`);
}

/** Texts in lists and the values of tags are no members that could be left out. */
function withoutEmptyTexts(pool: JsonObject): JsonObject {
  const { UserPoolTags, ...others } = pool;
  const rest = mappedInside(others, (value) => (value === '' ? null : value));
  return UserPoolTags === undefined ? rest : { ...rest, UserPoolTags };
}

function mappedInside(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  const changed = (value: JsonValue): JsonValue => (isJsonObject(value) ? mappedInside(value, change) : change(value));
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, changed(value)]));
}

function isListOfWords(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function withFutureSetting(value: JsonValue): JsonValue {
  return isJsonObject(value) ? { ...value, FutureSetting: 1 } : value;
}

function attributesTurned(): (pool: JsonObject) => JsonObject {
  let readings = 0;
  return (pool) => {
    readings += 1;
    const { SchemaAttributes } = pool;
    const isTurn = readings % 2 === 0 && Array.isArray(SchemaAttributes);
    return isTurn ? { ...pool, SchemaAttributes: SchemaAttributes.toReversed() } : pool;
  };
}
