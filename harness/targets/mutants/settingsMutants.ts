import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { createOperation, describeOperation, testedOperation } from '../../../specs/operation.ts';
import type { Answer } from '../mock/answer.ts';
import type { PoolService } from '../mock/poolService.ts';
import { dottedAt } from './atMember.ts';
import type { Mutant } from './mutant.ts';

/** Faults that show on a pool alone that was given settings before: when it was made, or by an earlier update. */
export function settingsMutants({ basis }: Contract): readonly Mutant[] {
  return [
    createdAreDefaults('Policies', 'policies.omitted'),
    losesUnsent('DeviceConfiguration'),
    clearsOthers,
    // By the documentation nothing is kept that could be asked.
    ...(basis === 'observed' ? [asksTheRequestAlone] : []),
  ];
}

const asksTheRequestAlone: Mutant = {
  id: 'pools/stored-settings-unasked',
  group: 'pools',
  member: 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
  clause: 'user-attribute-update-settings.attributes-require-verification-before-update.auto-verified',
  says: 'Attributes that are to be verified before they change are held against the others only where they are sent.',
  alteration: {
    steps: ({ brokenRule }) => ({
      brokenRule: (request, { UserAttributeUpdateSettings: stored, ...result }) => {
        const isSent = request.UserAttributeUpdateSettings !== undefined && stored !== undefined;
        return brokenRule(request, isSent ? { ...result, UserAttributeUpdateSettings: stored } : result);
      },
    }),
  },
};

type Handle = PoolService['handle'];

function mutantOf(
  name: string,
  clause: string,
  says: string,
  member: string,
  around: (usual: Handle) => Handle,
): Mutant {
  const service = (usual: PoolService): PoolService => ({ ...usual, handle: around(usual.handle) });
  return { id: `pools/${name}`, group: 'pools', member, clause, says, alteration: { service } };
}

/** The members of a JSON object; none where it is something else. */
function membersIn(body: JsonValue): JsonObject {
  return isJsonObject(body) ? body : {};
}

function createdAreDefaults(member: string, clause: string): Mutant {
  const says = `An update that leaves ${member} out takes away what the pool was made with.`;
  return mutantOf(`created/${member}-lost`, clause, says, member, (usual) => {
    const kept = new Set<JsonValue | undefined>();
    return (operation, body) => {
      const answer = usual(operation, body);
      const sent = membersIn(body);
      if (operation === createOperation && sent[member] !== undefined && 'ok' in answer)
        kept.add(dottedAt(answer.ok, 'UserPool.Id'));
      if (operation !== testedOperation || 'error' in answer) return answer;
      if (sent[member] === undefined && kept.has(sent.UserPoolId)) usual(operation, { ...sent, ...plain });
      kept.delete(sent.UserPoolId);
      return answer;
    };
  });
}

const plain: JsonObject = { Policies: { PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 7 } } };

function losesUnsent(member: string): Mutant {
  const says = `A refused request takes ${member} away, which it does not send.`;
  return mutantOf('refused/unsent-lost', 'request.atomic', says, member, (usual) => {
    const shown = new Map<JsonValue | undefined, boolean>();
    return (operation, body) => {
      const answer = usual(operation, body);
      const { UserPoolId, [member]: sent } = membersIn(body);
      if (operation === testedOperation) shown.set(UserPoolId, 'error' in answer && sent === undefined);
      return operation === describeOperation && shown.get(UserPoolId) ? withoutMember(answer, member) : answer;
    };
  });
}

function withoutMember(answer: Answer, member: string): Answer {
  if (!('ok' in answer) || !isJsonObject(answer.ok.UserPool)) return answer;
  const { [member]: _lost, ...others } = answer.ok.UserPool;
  return { ok: { UserPool: others } };
}

const clearsOthers: Mutant = mutantOf(
  'leak/cleared-everywhere',
  'request.isolated',
  'An empty LambdaConfig clears that of every other pool as well.',
  'LambdaConfig',
  (usual) => {
    const ids: JsonValue[] = [];
    const cleared = new Set<JsonValue>();
    return (operation, body) => {
      const answer = usual(operation, body);
      const { UserPoolId = null, LambdaConfig } = membersIn(body);
      if (operation === createOperation && 'ok' in answer) ids.push(dottedAt(answer.ok, 'UserPool.Id') ?? null);
      if (operation === testedOperation && 'ok' in answer) {
        cleared.delete(UserPoolId);
        const isEmpty = isJsonObject(LambdaConfig ?? null) && Object.keys(membersIn(LambdaConfig ?? null)).length === 0;
        if (isEmpty) for (const id of ids) if (id !== UserPoolId) cleared.add(id);
      }
      return operation === describeOperation && cleared.has(UserPoolId)
        ? withoutMember(answer, 'LambdaConfig')
        : answer;
    };
  },
);
