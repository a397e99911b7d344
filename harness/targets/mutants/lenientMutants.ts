import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { createOperation, testedOperation } from '../../../specs/operation.ts';
import type { PoolService } from '../mock/poolService.ts';
import { dottedAt } from './atMember.ts';
import type { Mutant } from './mutant.ts';

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
    bodyMutant('member-names', 'form', 'user-pool-tags.omitted', 'Names of members are read in any case.', (body) =>
      Object.fromEntries(Object.entries(body).map(([name, value]) => [nameIgnoringCase(members, name), value])),
    ),
    sharedDefaults,
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

const policies = 'Policies.PasswordPolicy.MinimumLength';

const sharedDefaults: Mutant = {
  id: 'pools/loose/shared-defaults',
  group: 'pools',
  member: policies,
  clause: 'request.isolated',
  says: 'An update changes what later pools are made with.',
  alteration: wrappingHandle((usual) => {
    let last: JsonValue | undefined;
    return (operation, body) => {
      const answer = usual(operation, body);
      if (!('ok' in answer)) return answer;
      if (operation === testedOperation) last = dottedAt(body, policies) ?? last;
      const made = operation === createOperation ? dottedAt(answer.ok, 'UserPool.Id') : undefined;
      if (made === undefined || last === undefined) return answer;
      usual(testedOperation, { UserPoolId: made, Policies: { PasswordPolicy: { MinimumLength: last } } });
      return answer;
    };
  }),
};
