import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { membersOf } from '../../../specs/member.ts';
import { createOperation, describeOperation, testedOperation } from '../../../specs/operation.ts';
import { Refusal, type ServiceError } from '../mock/answer.ts';
import type { Pool } from '../mock/pool.ts';
import type { PoolService } from '../mock/poolService.ts';
import { dottedAt, withDottedAt } from './atMember.ts';
import type { Alteration, Mutant } from './mutant.ts';
import { numberWritten } from './numberWritten.ts';
import { settingsMutants } from './settingsMutants.ts';
import { storingWrongly } from './storingWrongly.ts';

/** Faults in the pools themselves: which one is meant, which ones change, and what must never change. */
export function poolMutants(contract: Contract): readonly Mutant[] {
  return [
    ...unknownPool,
    ...leaks,
    ...partialUpdates,
    refusedDates,
    ...immutables,
    ...factorMutants(contract),
    ...nameMutants(contract),
    ...settingsMutants(contract),
  ];
}

function poolMutant(name: string, clause: string, says: string, alteration: Alteration, member = ''): Mutant {
  return { id: `pools/${name}`, group: 'pools', member, clause, says, alteration };
}

const minimumLength = 'Policies.PasswordPolicy.MinimumLength';

const unknownPool: readonly Mutant[] = [
  poolMutant(
    'unknown/invalid-parameter',
    'user-pool-id.exists',
    'An unknown pool is answered with InvalidParameterException.',
    onUnknownPool(() => ({ error: { name: 'InvalidParameterException', message: 'Invalid user pool.' } })),
    'UserPoolId',
  ),
  poolMutant(
    'unknown/not-authorized',
    'user-pool-id.exists',
    'An unknown pool is answered with NotAuthorizedException.',
    onUnknownPool(() => ({ error: { name: 'NotAuthorizedException', message: 'Not allowed.' } })),
    'UserPoolId',
  ),
  poolMutant(
    'unknown/accepted',
    'user-pool-id.exists',
    'An update of an unknown pool is accepted.',
    onUnknownPool(() => ({ ok: {} })),
    'UserPoolId',
  ),
];

type Answer = ReturnType<PoolService['handle']>;

function onUnknownPool(instead: () => Answer): Alteration {
  return {
    service: (usual) => ({
      ...usual,
      handle: (operation, body) => {
        const answer = usual.handle(operation, body);
        const isUnknown = 'error' in answer && answer.error.name === 'ResourceNotFoundException';
        return operation === testedOperation && isUnknown ? instead() : answer;
      },
    }),
  };
}

const leaks: readonly Mutant[] = [
  poolMutant(
    'leak/every-other',
    'request.isolated',
    'An update changes every other pool as well.',
    leaking((others) => others),
  ),
  poolMutant(
    'leak/newest-other',
    'request.isolated',
    'An update changes the newest other pool as well.',
    leaking((others) => others.slice(-1)),
  ),
  poolMutant(
    'leak/oldest-other',
    'request.isolated',
    'An update changes the oldest other pool as well.',
    leaking((others) => others.slice(0, 1)),
  ),
];

/** What an accepted update sends goes to other pools too. */
function leaking(choose: (others: readonly string[]) => readonly string[]): Alteration {
  return {
    service: (usual) => {
      const ids: string[] = [];
      return {
        ...usual,
        handle: (operation, body) => {
          const answer = usual.handle(operation, body);
          if (!('ok' in answer) || !isJsonObject(body)) return answer;
          const id = operation === createOperation ? dottedAt(answer.ok, 'UserPool.Id') : undefined;
          if (id !== undefined) ids.push(String(id));
          if (operation !== testedOperation) return answer;
          // Deleted pools are refused as unknown, which nobody sees.
          const alive = ids.filter((one) => 'ok' in usual.handle(describeOperation, { UserPoolId: one }));
          for (const UserPoolId of choose(alive.filter((one) => one !== body.UserPoolId))) {
            usual.handle(operation, { ...body, UserPoolId });
          }
          return answer;
        },
      };
    },
  };
}

const partialUpdates: readonly Mutant[] = [
  poolMutant(
    'refused/first-members-applied',
    'request.atomic',
    'Of a refused request the members that come before the wrong one are applied.',
    applyingPart((names) => names),
  ),
  poolMutant(
    'refused/last-members-applied',
    'request.atomic',
    'Of a refused request the members that come after the wrong one are applied.',
    applyingPart((names) => names.toReversed()),
  ),
  poolMutant(
    'refused/tags-before-rules',
    'request.atomic',
    'Tags are stored before the rules of the service are asked.',
    applyingPart(
      (names) => names.filter((name) => name === 'UserPoolTags'),
      ({ message }) => !/^\d+ validation error/.test(message),
    ),
  ),
];

function applyingPart(
  order: (names: readonly string[]) => readonly string[],
  when: (error: ServiceError) => boolean = () => true,
): Alteration {
  return {
    service: (usual) => ({
      ...usual,
      handle: (operation, body) => {
        const answer = usual.handle(operation, body);
        if (operation !== testedOperation || 'ok' in answer || !isJsonObject(body)) return answer;
        if (!when(answer.error)) return answer;
        const { UserPoolId, ...members } = body;
        for (const name of order(Object.keys(members))) {
          const one: JsonObject = { UserPoolId: UserPoolId ?? '', [name]: members[name] ?? null };
          if ('error' in usual.handle(operation, one)) break;
        }
        return answer;
      },
    }),
  };
}

const refusedDates: Mutant = poolMutant(
  'refused/date-moves',
  'request.last-modified-date',
  'A refused request moves LastModifiedDate.',
  {
    service: (usual) => {
      const refusals = new Map<string, number>();
      return {
        ...usual,
        handle: (operation, body) => {
          const answer = usual.handle(operation, body);
          const id = isJsonObject(body) ? String(body.UserPoolId) : '';
          if (operation === testedOperation && 'error' in answer) refusals.set(id, (refusals.get(id) ?? 0) + 1);
          const moved = refusals.get(id);
          if (operation !== describeOperation || !('ok' in answer) || moved === undefined) return answer;
          const date = Number(dottedAt(answer.ok, 'UserPool.LastModifiedDate'));
          return { ok: withDottedAt(answer.ok, 'UserPool.LastModifiedDate', date + moved) };
        },
      };
    },
  },
);

const settledAtCreation = [
  ['alias-attributes', 'AliasAttributes'],
  ['username-attributes', 'UsernameAttributes'],
  ['username-configuration', 'UsernameConfiguration'],
] as const;

const immutables: readonly Mutant[] = [
  poolMutant(
    'shown/creation-date-moves',
    'request.creation-date',
    'CreationDate becomes the time of the last update.',
    showing(({ modifiedAt }) => ({ CreationDate: modifiedAt / 1000 })),
  ),
  poolMutant(
    'shown/last-modified-date-goes-back',
    'request.last-modified-date',
    'LastModifiedDate goes back with every update.',
    showing(({ createdAt, modifiedAt }) => ({ LastModifiedDate: (2 * createdAt - modifiedAt) / 1000 })),
  ),
  poolMutant(
    'shown/schema-attribute-lost',
    'request.untouchable',
    'An update takes away the last schema attribute.',
    showing(({ fixed }) => ({
      SchemaAttributes: Array.isArray(fixed.SchemaAttributes) ? fixed.SchemaAttributes.slice(0, -1) : [],
    })),
  ),
  poolMutant(
    'shown/schema-reset',
    'request.untouchable',
    'An update takes away all schema attributes.',
    showing(() => ({ SchemaAttributes: [] })),
  ),
  poolMutant(
    'shown/username-configuration-appears',
    'request.untouchable',
    'An update makes user names case-sensitive.',
    showing(() => ({ UsernameConfiguration: { CaseSensitive: true } })),
  ),
  poolMutant(
    'shown/alias-attributes-appear',
    'request.untouchable',
    'An update makes the mail address an alias.',
    showing(() => ({ AliasAttributes: ['phone_number'] })),
  ),
  poolMutant(
    'shown/id-in-lower-case',
    'request.untouchable',
    'An update shows the pool under its id in lower case.',
    showing(({ id }) => ({ Id: id.toLowerCase() })),
  ),
  ...settledAtCreation.map(([name, lost]) =>
    poolMutant(
      `shown/${name}-lost`,
      'request.untouchable',
      `An update takes away ${lost}, which a pool is given when it is made.`,
      showing(() => ({ [lost]: null })),
    ),
  ),
  poolMutant(
    'shown/custom-attribute-lost',
    'request.untouchable',
    'An update takes away attributes that the pool was made with.',
    showing(({ fixed }) => ({ SchemaAttributes: standardOnly(fixed.SchemaAttributes) })),
  ),
  poolMutant(
    'shown/dates-in-text',
    'request.date-form',
    'Dates are shown in ISO 8601.',
    showingAlways(({ createdAt, modifiedAt }) => ({
      CreationDate: new Date(createdAt).toISOString(),
      LastModifiedDate: new Date(modifiedAt).toISOString(),
    })),
  ),
  poolMutant(
    'shown/dates-in-text-once-updated',
    'request.date-form',
    'LastModifiedDate is shown in ISO 8601 once a pool has been updated.',
    showing(({ modifiedAt }) => ({ LastModifiedDate: new Date(modifiedAt).toISOString() })),
  ),
  poolMutant(
    'shown/dates-in-milliseconds',
    'request.date-form',
    'Dates are shown in milliseconds.',
    showingAlways(({ createdAt, modifiedAt }) => ({ CreationDate: createdAt, LastModifiedDate: modifiedAt })),
  ),
  poolMutant(
    'shown/empty-map-as-list',
    'request.shown-type',
    'An empty LambdaConfig is shown as an empty list.',
    showingAlways(({ settings }) => emptyLambdaAsList(settings)),
    'LambdaConfig',
  ),
  poolMutant(
    'shown/empty-map-as-list-once-updated',
    'request.shown-type',
    'An empty LambdaConfig is shown as an empty list once a pool has been updated.',
    showing(({ settings }) => emptyLambdaAsList(settings)),
    'LambdaConfig',
  ),
  poolMutant(
    'shown/whole-numbers-as-fractions',
    'request.shown-type',
    'Whole numbers are shown with a fraction of nothing.',
    showingAlways(({ settings }) => minimumAsFraction(settings)),
    minimumLength,
  ),
  poolMutant(
    'shown/whole-numbers-as-fractions-once-updated',
    'request.shown-type',
    'Whole numbers are shown with a fraction of nothing once a pool has been updated.',
    showing(({ settings }) => minimumAsFraction(settings)),
    minimumLength,
  ),
  poolMutant(
    'shown/users-as-fraction',
    'request.shown-type',
    'The number of users is shown with a fraction of nothing.',
    showingAlways(() => ({ EstimatedNumberOfUsers: numberWritten('0.0') })),
  ),
  poolMutant(
    'shown/attributes-by-name',
    'request.shown-type',
    'SchemaAttributes are shown as a map.',
    showingAlways(() => ({ SchemaAttributes: { email: { AttributeDataType: 'String' } } })),
    'SchemaAttributes',
  ),
];

// Passkeys came with the sign-in policy, and e-mail as a factor shortly before; in earlier editions no case sets them.
function factorMutants({ edition }: Contract): readonly Mutant[] {
  const lost = (name: string, what: string, block: string) =>
    poolMutant(`shown/${name}-lost`, 'request.untouchable', `An update takes away the ${what}.`, losingFactor(block));
  const token = lost('software-token', 'software token', 'SoftwareTokenMfaConfiguration');
  const hasPasskeys = membersOf(edition.input).some(({ path }) => path === 'Policies.SignInPolicy');
  if (!hasPasskeys) return [token];
  const passkeys = lost('passkeys', 'passkey settings', 'WebAuthnConfiguration');
  return [token, passkeys, lost('email-factor', 'e-mail as a factor', 'EmailMfaConfiguration')];
}

/** A factor that is gone after an update. */
function losingFactor(block: string): Alteration {
  return {
    service: (usual) => {
      const updated = new Set<string>();
      return {
        ...usual,
        handle: (operation, body) => {
          const answer = usual.handle(operation, body);
          const id = isJsonObject(body) ? String(body.UserPoolId) : '';
          if (operation === testedOperation && 'ok' in answer) updated.add(id);
          if (operation === 'SetUserPoolMfaConfig') updated.delete(id);
          if (operation !== 'GetUserPoolMfaConfig' || !('ok' in answer) || !updated.has(id)) return answer;
          return { ok: Object.fromEntries(Object.entries(answer.ok).filter(([name]) => name !== block)) };
        },
      };
    },
  };
}

function standardOnly(attributes: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(attributes)
    ? attributes.filter((one) => !(isJsonObject(one) && String(one.Name).startsWith('custom:')))
    : [];
}

/** A pool that shows something else from the beginning. */
function showingAlways(change: (pool: Pool) => JsonObject): Alteration {
  return { steps: (usual) => ({ showPool: (pool) => ({ ...usual.showPool(pool), ...change(pool) }) }) };
}

function emptyLambdaAsList({ LambdaConfig }: JsonObject): JsonObject {
  return isJsonObject(LambdaConfig) && Object.keys(LambdaConfig).length > 0 ? {} : { LambdaConfig: [] };
}

function minimumAsFraction(settings: JsonObject): JsonObject {
  const minimum = dottedAt(settings, minimumLength);
  if (typeof minimum !== 'number') return {};
  const { Policies } = withDottedAt(settings, minimumLength, numberWritten(`${minimum}.0`));
  return Policies === undefined ? {} : { Policies };
}

/** A pool that shows something else once it has been updated. */
function showing(change: (pool: Pool) => JsonObject): Alteration {
  return {
    steps: (usual) => ({
      showPool: (pool) => {
        const shown = usual.showPool(pool);
        return pool.modifiedAt === pool.createdAt ? shown : { ...shown, ...change(pool) };
      },
    }),
  };
}

function nameMutants({ byId, basis }: Contract): readonly Mutant[] {
  const poison = 99;
  const unreadable = poolMutant(
    'poisoned/describe-fails',
    'request.readable-state',
    `DescribeUserPool fails once ${minimumLength} is ${poison}.`,
    unreadableWhere((settings) => dottedAt(settings, minimumLength) === poison),
    minimumLength,
  );
  const omission = byId.get('pool-name.omitted');
  if (omission?.constraint.kind !== 'state' || omission.constraint[basis].kind !== 'kept') return [unreadable];
  const renamed = poolMutant(
    'renamed',
    omission.id,
    'An accepted update that leaves out PoolName gives the pool another name.',
    storingWrongly(({ body, after }) =>
      Object.hasOwn(body, 'PoolName') ? after : withDottedAt(after, 'PoolName', 'renamed'),
    ),
    'PoolName',
  );
  return [unreadable, renamed];
}

function unreadableWhere(isPoisoned: (settings: JsonObject) => boolean): Alteration {
  return {
    steps: (usual) => ({
      showPool: (pool) => {
        if (isPoisoned(pool.settings)) throw new Refusal('InternalErrorException', 'The pool cannot be read.');
        return usual.showPool(pool);
      },
    }),
  };
}
