import { newestEdition } from '../../specs/editions/index.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { describeAnswer } from '../execute/scratchPool.ts';
import { valueAt } from '../oracle/condition.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { Operation } from '../transport/operations.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { type PoolCopy, poolCopy } from './poolCopy.ts';
import { sendSurely } from './sendSurely.ts';

/** A part of a pool that is not as the copy has it. */
export interface PoolDifference {
  readonly member: string;
  readonly saved: JsonValue;
  readonly now: JsonValue;
}

/** What came of putting a pool back: nothing differs where all is well. */
export interface Restored {
  readonly differences: readonly PoolDifference[];
  /** Refusals met on the way, and why the pool could not be read. */
  readonly troubles: readonly string[];
}

/** One order of the requests may be refused for what another has to put right first, and one form of the update may lose what
 * another keeps. */
const forms = ['plain', 'whole', 'plain'] as const;

/** Brings a pool back to a copy of it, and compares what it shows then. Where it is so already, nothing is written. */
export async function restorePool(transport: Transport, copy: PoolCopy): Promise<Restored> {
  let restored = await compared(transport, copy);
  for (const form of forms) {
    if (restored.differences.length === 0) return restored;
    const refusals = await writeBack(transport, copy, restored.differences, form);
    const { differences, troubles } = await compared(transport, copy);
    restored = { differences, troubles: [...refusals, ...troubles] };
  }
  return restored;
}

/** Writes a pool's own configuration to it, as the restoration will do, and compares; the pool should not change by that. */
export async function rehearseRestoration(transport: Transport, copy: PoolCopy): Promise<Restored> {
  const answer = await sendSurely(transport, 'UpdateUserPool', restoringUpdate(copy));
  const restored = await compared(transport, copy);
  return { ...restored, troubles: [...refusal('UpdateUserPool', answer), ...restored.troubles] };
}

async function compared(transport: Transport, copy: PoolCopy): Promise<Restored> {
  const now = await poolCopy(transport, copy.id, copy.mfa !== null);
  if (typeof now === 'string') return { differences: [{ member: '', saved: null, now: null }], troubles: [now] };
  return { differences: differencesBetween(copy, now), troubles: [] };
}

/** What changes by itself, or with every update. */
const unstable = ['LastModifiedDate', 'EstimatedNumberOfUsers'];

/** Where two copies of a pool differ, its factors included. */
export function differencesBetween(saved: PoolCopy, now: PoolCopy): readonly PoolDifference[] {
  const pool = differing(saved.pool, now.pool).filter(({ member }) => !unstable.includes(member));
  const mfa = saved.mfa === null ? [] : differing(saved.mfa, now.mfa ?? {});
  return [...pool, ...mfa.filter(({ member }) => !pool.some((one) => one.member === member))];
}

function differing(saved: JsonObject, now: JsonObject): readonly PoolDifference[] {
  const names = new Set([...Object.keys(saved), ...Object.keys(now)]);
  return [...names]
    .filter((name) => !sameShown(saved[name], now[name]))
    .map((member) => ({ member, saved: saved[member] ?? null, now: now[member] ?? null }));
}

async function writeBack(
  transport: Transport,
  copy: PoolCopy,
  differences: readonly PoolDifference[],
  form: (typeof forms)[number],
): Promise<readonly string[]> {
  const send = async (operation: Operation, request: JsonObject) =>
    refusal(operation, await sendSurely(transport, operation, request));
  const factors = differences.some(({ member }) => copy.mfa !== null && member in { ...copy.mfa, ...factorMembers });
  return [
    ...(await send('UpdateUserPool', restoringUpdate(copy, form))),
    ...(factors ? await send('SetUserPoolMfaConfig', restoringFactors(copy)) : []),
    ...(await restoreTags(copy, differences, send)),
  ];
}

const factorMembers = {
  SmsMfaConfiguration: 0,
  SoftwareTokenMfaConfiguration: 0,
  EmailMfaConfiguration: 0,
  WebAuthnConfiguration: 0,
};

// With MFA off no factor may be named, though the settings for SMS are shown then too.
function restoringFactors({ id, mfa }: PoolCopy): JsonObject {
  if (mfa?.MfaConfiguration !== 'OFF') return { UserPoolId: id, ...mfa };
  const {
    SmsMfaConfiguration: _sms,
    SoftwareTokenMfaConfiguration: _token,
    EmailMfaConfiguration: _email,
    ...rest
  } = mfa;
  return { UserPoolId: id, ...rest };
}

type Send = (operation: Operation, request: JsonObject) => Promise<readonly string[]>;

// Whether an update can take tags away is not known for certain; these two operations can.
async function restoreTags(
  { pool }: PoolCopy,
  differences: readonly PoolDifference[],
  send: Send,
): Promise<readonly string[]> {
  const tags = differences.find(({ member }) => member === 'UserPoolTags');
  if (tags === undefined || typeof pool.Arn !== 'string') return [];
  const [wanted, there] = [objectIn(tags.saved), objectIn(tags.now)];
  const unwanted = Object.keys(there).filter((key) => !(key in wanted));
  const own = ownTags(wanted);
  const ResourceArn = pool.Arn;
  return [
    ...(unwanted.length === 0 ? [] : await send('UntagResource', { ResourceArn, TagKeys: unwanted })),
    ...(Object.keys(own).length === 0 ? [] : await send('TagResource', { ResourceArn, Tags: own })),
  ];
}

function objectIn(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}

// Tags of AWS itself cannot be sent, and stay by themselves.
function ownTags(tags: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.toLowerCase().startsWith('aws:')));
}

function refusal(operation: Operation, answer: Answer): readonly string[] {
  return isAccepted(answer) ? [] : [`${operation} was refused: ${describeAnswer(answer)}`];
}

/** The update that says all that a pool shows. Its members are those of the newest edition, whatever edition is tested. */
export function restoringUpdate({ id, pool }: PoolCopy, form: (typeof forms)[number] = 'plain'): JsonObject {
  const { UserPoolTags, AdminCreateUserConfig, ...members } = poolStateOf(newestEdition, pool).members;
  const tags = ownTags(objectIn(UserPoolTags ?? null));
  const admin = form === 'whole' ? AdminCreateUserConfig : withoutOldValidity(AdminCreateUserConfig, members);
  return {
    UserPoolId: id,
    ...members,
    ...(admin === undefined ? {} : { AdminCreateUserConfig: admin }),
    ...(Object.keys(tags).length === 0 ? {} : { UserPoolTags: tags }),
  };
}

// A pool of the service shows the validity of a first password under two names, and takes it under one. Others lose it then.
function withoutOldValidity(admin: JsonValue | undefined, members: JsonObject): JsonValue | undefined {
  const isNamedAnew = valueAt(members, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays') !== undefined;
  if (!isJsonObject(admin) || !isNamedAnew) return admin;
  const { UnusedAccountValidityDays: _old, ...rest } = admin;
  return rest;
}
