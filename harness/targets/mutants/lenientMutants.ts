import { posix } from 'node:path';
import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../../specs/operation.ts';
import type { PoolService } from '../mock/poolService.ts';
import { dottedAt, withDottedAt } from './atMember.ts';
import type { Mutant } from './mutant.ts';
import { storingWrongly } from './storingWrongly.ts';

/** Services that take one name for another: a pool's, a member's, or their own defaults for a pool. */
export function lenientMutants({ edition }: Contract): readonly Mutant[] {
  const members = Object.keys(edition.input.members);
  return [
    lookupMutant('longer', 'user-pool-id.exists', 'An id that begins like a pool’s own finds it.', (id, own) =>
      id.startsWith(own),
    ),
    lookupMutant('other-case', 'user-pool-id.exists', 'The case of an id does not count.', (id, own) => {
      return id.toLowerCase() === own.toLowerCase();
    }),
    lookupMutant(
      'trimmed',
      'user-pool-id.pattern',
      'Spaces around an id do not count.',
      (id, own) => id.trim() === own,
    ),
    lookupMutant('last-part', 'user-pool-id.pattern', 'A path that ends in an id is as good as the id.', (id, own) =>
      id.endsWith(`/${own}`),
    ),
    lookupMutant('arn', 'user-pool-id.pattern', 'The ARN of a pool is as good as its id.', (id, own) => {
      return id.startsWith('arn:') && id.endsWith(`/${own}`);
    }),
    lookupMutant(
      'path',
      'user-pool-id.pattern',
      'An id is read as a path.',
      (id, own) => posix.normalize(id).replace(/\/$/, '') === own,
    ),
    ...[...'?#\\:'].map((sign) =>
      lookupMutant(
        `part-at-${sign.charCodeAt(0)}`,
        'user-pool-id.pattern',
        `What stands before or behind ${sign} is as good as the id.`,
        (id, own) => id !== own && id.split(sign).includes(own),
      ),
    ),
    bodyMutant(
      'member-names',
      'form',
      'request.unknown-members-ignored',
      'Names of members are read in any case.',
      (body) =>
        Object.fromEntries(Object.entries(body).map(([name, value]) => [nameIgnoringCase(members, name), value])),
    ),
    looseForm(
      'AutoVerifiedAttributes',
      'auto-verified-attributes.type',
      'A text is taken for a list of it.',
      (value) => (typeof value === 'string' ? [value] : value),
    ),
    looseForm(minimum, 'policies.password-policy.minimum-length.min', 'Zero is taken for no value.', (value) =>
      value === 0 ? undefined : value,
    ),
    keepsStrangers,
    camelNames,
    sharedDefaults,
    ...(Object.hasOwn(edition.input.members, 'DeletionProtection') ? [unprotected] : []),
    ownMfa,
    ...[createOperation, describeOperation].map(namelessPool),
  ];
}

type Handle = PoolService['handle'];

function wrappingHandle(around: (usual: Handle) => Handle) {
  return { service: (usual: PoolService): PoolService => ({ ...usual, handle: around(usual.handle) }) };
}

function bodyMutant(
  name: string,
  group: Mutant['group'],
  clause: string,
  says: string,
  change: (body: JsonObject) => JsonObject,
): Mutant {
  const alteration = wrappingHandle((usual) => (operation, body) => {
    return usual(operation, operation === testedOperation && isJsonObject(body) ? change(body) : body);
  });
  return { id: `${group}/loose/${name}`, group, member: '', clause, says, alteration };
}

function looseForm(
  member: string,
  clause: string,
  says: string,
  read: (value: JsonValue) => JsonValue | undefined,
): Mutant {
  const change = (body: JsonObject) => {
    const value = dottedAt(body, member);
    return value === undefined ? body : withDottedAt(body, member, read(value));
  };
  return { ...bodyMutant(member, 'constraint', clause, says, change), member };
}

function lookupMutant(
  name: string,
  clause: string,
  says: string,
  isMeant: (id: string, own: string) => boolean,
): Mutant {
  const alteration = wrappingHandle((usual) => {
    const ids: string[] = [];
    return (operation, body) => {
      const asked = isJsonObject(body) ? body.UserPoolId : undefined;
      const own = typeof asked === 'string' ? ids.find((id) => isMeant(asked, id)) : undefined;
      const answer = usual(operation, own === undefined || !isJsonObject(body) ? body : { ...body, UserPoolId: own });
      const made = operation === createOperation && 'ok' in answer ? dottedAt(answer.ok, 'UserPool.Id') : undefined;
      if (typeof made === 'string') ids.push(made);
      return answer;
    };
  });
  return { id: `pools/loose/${name}`, group: 'pools', member: 'UserPoolId', clause, says, alteration };
}

function nameIgnoringCase(names: readonly string[], name: string): string {
  return names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}

const minimum = 'Policies.PasswordPolicy.MinimumLength';

const sharedDefaults: Mutant = {
  id: 'pools/loose/shared-defaults',
  group: 'pools',
  // Of what an update sends nothing is wrong.
  member: '',
  clause: 'request.isolated',
  says: 'An update changes what later pools are made with.',
  alteration: wrappingHandle((usual) => {
    let last: JsonValue | undefined;
    return (operation, body) => {
      const answer = usual(operation, body);
      if (!('ok' in answer)) return answer;
      if (operation === testedOperation) last = dottedAt(body, minimum) ?? last;
      const made = operation === createOperation ? dottedAt(answer.ok, 'UserPool.Id') : undefined;
      if (made === undefined || last === undefined) return answer;
      usual(testedOperation, { UserPoolId: made, Policies: { PasswordPolicy: { MinimumLength: last } } });
      return answer;
    };
  }),
};

/** Members of structures are stored whatever they are called. */
const keepsStrangers: Mutant = {
  id: 'wire/loose/strangers-stored',
  group: 'wire',
  member: '',
  clause: 'request.unknown-members-ignored',
  says: 'A member that nobody knows is stored within the structure that it stands in.',
  alteration: storingWrongly(({ body, after }) => {
    const { UserPoolId: _names, ...sent } = body;
    const structures = Object.entries(sent).filter(([, value]) => isJsonObject(value));
    return {
      ...after,
      ...Object.fromEntries(structures.map(([name, value]) => [name, withStrangers(value, after[name])])),
    };
  }),
};

/** A stored value with whatever was sent beside it. */
function withStrangers(sent: JsonValue, stored: JsonValue | undefined): JsonValue {
  if (!isJsonObject(sent) || (stored !== undefined && !isJsonObject(stored))) return stored ?? sent;
  const names = Object.entries(sent).filter(([, value]) => value !== null);
  return {
    ...stored,
    ...Object.fromEntries(names.map(([name, value]) => [name, withStrangers(value, stored?.[name])])),
  };
}

/** What DescribeUserPool shows under its own names can be set in lower camel case. */
const camelNames: Mutant = {
  id: 'wire/loose/camel-names',
  group: 'wire',
  member: '',
  clause: 'request.untouchable',
  says: 'The members arn and name of a request overwrite those of the pool.',
  alteration: wrappingHandle((usual) => {
    const set = new Map<JsonValue | undefined, JsonObject>();
    return (operation, body) => {
      const answer = usual(operation, body);
      if (!isJsonObject(body) || !('ok' in answer)) return answer;
      const { arn, name, UserPoolId } = body;
      if (operation === testedOperation && arn !== undefined && name !== undefined)
        set.set(UserPoolId, { Arn: arn, Name: name });
      const overwritten = set.get(UserPoolId);
      if (operation !== describeOperation || overwritten === undefined) return answer;
      const { UserPool: pool } = answer.ok;
      return isJsonObject(pool) ? { ok: { UserPool: { ...pool, ...overwritten } } } : answer;
    };
  }),
};

const unprotected: Mutant = {
  id: 'pools/loose/deletion-protection',
  group: 'pools',
  member: 'DeletionProtection',
  clause: 'request.deletion-protection',
  says: 'A protected pool is deleted all the same.',
  alteration: wrappingHandle((usual) => (operation, body) => {
    if (operation === deleteOperation && isJsonObject(body)) {
      usual(testedOperation, { UserPoolId: body.UserPoolId ?? '', DeletionProtection: 'INACTIVE' });
    }
    return usual(operation, body);
  }),
};

/** The id under the name that requests have for it. */
function namelessPool(shownBy: string): Mutant {
  return {
    id: `pools/loose/no-id-in-${shownBy}`,
    group: 'pools',
    member: '',
    clause: 'request.pool-id',
    says: `${shownBy} shows the pool’s id as UserPoolId.`,
    alteration: wrappingHandle((usual) => (operation, body) => {
      const answer = usual(operation, body);
      if (operation !== shownBy || !('ok' in answer) || !isJsonObject(answer.ok.UserPool)) return answer;
      const { Id = '', ...shown } = answer.ok.UserPool;
      return { ok: { ...answer.ok, UserPool: { UserPoolId: Id, ...shown } } };
    }),
  };
}

const ownMfa: Mutant = {
  id: 'pools/loose/mfa-of-its-own',
  group: 'pools',
  member: 'MfaConfiguration',
  clause: 'request.mfa-agreement',
  says: 'GetUserPoolMfaConfig shows what SetUserPoolMfaConfig set, whatever an update sent.',
  alteration: wrappingHandle((usual) => {
    const set = new Map<JsonValue | undefined, JsonValue>();
    return (operation, body) => {
      const answer = usual(operation, body);
      if (!isJsonObject(body) || !('ok' in answer)) return answer;
      if (operation === 'SetUserPoolMfaConfig') set.set(body.UserPoolId, body.MfaConfiguration ?? 'OFF');
      return operation === 'GetUserPoolMfaConfig'
        ? { ok: { ...answer.ok, MfaConfiguration: set.get(body.UserPoolId) ?? 'OFF' } }
        : answer;
    };
  }),
};
