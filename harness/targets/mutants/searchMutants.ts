import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from '../../../specs/json.ts';
import { topLevelOf } from '../../../specs/member.ts';
import { describeOperation, testedOperation } from '../../../specs/operation.ts';
import { breachesOf } from '../../oracle/breaches.ts';
import type { Answer } from '../mock/answer.ts';
import type { PoolService } from '../mock/poolService.ts';
import type { Mutant } from './mutant.ts';

/** Faults that only one way of searching meets: requests that people send, bounds side by side, or a lucky draw. */
export function searchMutants({ edition }: Contract): readonly Mutant[] {
  const faultsIn = (request: JsonObject) =>
    new Set(breachesOf(edition, request).map(({ member }) => topLevelOf(member)));
  return [
    searchMutant('examples', 'echo', '', 'wire.success-status', {
      says: 'What a pool shows, sent back to it, is refused: there is nothing to change.',
      meets: isEcho,
      instead: refuse,
    }),
    searchMutant('boundary', 'triggers-together', 'LambdaConfig', 'wire.success-status', {
      says: 'Triggers whose ARNs come to more than 8,192 characters together are refused.',
      meets: ({ LambdaConfig }) => textsIn(LambdaConfig).join('').length > 8_192,
      instead: refuse,
    }),
    searchMutant('boundary', 'long-text', 'EmailVerificationMessage', 'email-verification-message.max', {
      says: 'A text for e-mails of more than 10,000 characters is refused.',
      meets: ({ EmailVerificationMessage: text }) => typeof text === 'string' && text.length > 10_000,
      instead: refuse,
    }),
    searchMutant('fuzz', 'few-faults', '', 'request.several-faults', {
      says: 'Faults in two or three members are taken for each other’s repair: the request is accepted.',
      meets: (request) => [2, 3].includes(faultsIn(request).size) && !faultsIn(request).has('UserPoolId'),
      instead: () => ({ ok: {} }),
    }),
    searchMutant('wire', 'tag-names', 'UserPoolTags{key}', 'wire.no-server-fault', {
      says: 'A tag named as something that every object has brings it down.',
      meets: ({ UserPoolTags: tags }) => isJsonObject(tags) && Object.keys(tags).some((name) => name in {}),
      instead: () => ({ error: { name: 'InternalErrorException', message: 'value.trim is not a function' } }),
    }),
  ];
}

const refuse = (): Answer => ({ error: { name: 'InvalidParameterException', message: 'The request is not valid.' } });

interface Fault {
  readonly says: string;
  readonly meets: (request: JsonObject, service: PoolService) => boolean;
  readonly instead: () => Answer;
}

function searchMutant(
  group: 'examples' | 'boundary' | 'fuzz' | 'wire',
  name: string,
  member: string,
  clause: string,
  { says, meets, instead }: Fault,
): Mutant {
  const service = (usual: PoolService): PoolService => ({
    ...usual,
    handle: (operation, body) =>
      operation === testedOperation && isJsonObject(body) && meets(body, usual)
        ? instead()
        : usual.handle(operation, body),
  });
  return { id: `${group}/${name}`, group, member, clause, says, alteration: { service } };
}

/** Fewer members than this are no echo, but a change that happens to be none. */
const fewest = 8;

function isEcho({ UserPoolId, ...members }: JsonObject, service: PoolService): boolean {
  const shown = service.handle(describeOperation, { UserPoolId: UserPoolId ?? null });
  const pool = 'ok' in shown && isJsonObject(shown.ok.UserPool) ? shown.ok.UserPool : {};
  const sent = Object.entries(members);
  return sent.length >= fewest && sent.every(([name, value]) => includesSent(pool[name], value));
}

function includesSent(shown: JsonValue | undefined, sent: JsonValue): boolean {
  if (!isJsonObject(sent) || !isJsonObject(shown)) return jsonEqual(shown ?? null, sent);
  return Object.entries(sent).every(([name, value]) => includesSent(shown[name], value));
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
