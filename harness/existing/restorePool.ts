import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { type Operation, testedOperation } from '../../specs/operation.ts';
import { ownTags } from '../../specs/ownTags.ts';
import { type ConfigurationForm, configurationUpdate } from '../execute/configurationUpdate.ts';
import { describeAnswer } from '../execute/scratchPool.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import { type PoolCopy, poolCopy } from './poolCopy.ts';
import { sendWithoutBudget } from './sendWithoutBudget.ts';

/** A member of a pool that differs from the copy. */
export interface PoolDifference {
  readonly member: string;
  readonly saved: JsonValue;
  readonly now: JsonValue;
}

/** The result of a restoration: no differences if it succeeded. */
export interface Restored {
  readonly differences: readonly PoolDifference[];
  /** Refused requests, and why the pool could not be read. */
  readonly problems: readonly string[];
}

/** Forms of the restoring update, tried in turn: a later request may repair what made an earlier one fail, and one form may
 * lose what another keeps. */
const forms = ['plain', 'whole', 'plain'] as const;

/** Restores a pool from a copy and compares the result. Writes nothing if the pool is unchanged. */
export async function restorePool(transport: Transport, copy: PoolCopy): Promise<Restored> {
  let restored = await comparePool(transport, copy);
  for (const form of forms) {
    if (restored.differences.length === 0) return restored;
    const refusals = await writeBack(transport, copy, restored.differences, form);
    const { differences, problems } = await comparePool(transport, copy);
    restored = { differences, problems: [...refusals, ...problems] };
  }
  return restored;
}

/** Writes a pool's own configuration to it, as a restoration would, and checks that this does not change the pool. */
export async function rehearseRestoration(transport: Transport, copy: PoolCopy): Promise<Restored> {
  const answer = await sendWithoutBudget(transport, testedOperation, configurationUpdate(copy.id, copy.pool));
  const restored = await comparePool(transport, copy);
  return { ...restored, problems: [...refusal(testedOperation, answer), ...restored.problems] };
}

async function comparePool(transport: Transport, copy: PoolCopy): Promise<Restored> {
  const now = await poolCopy(transport, copy.id, copy.mfa !== null);
  if (typeof now === 'string') return { differences: [{ member: '', saved: null, now: null }], problems: [now] };
  return { differences: differencesBetween(copy, now), problems: [] };
}

/** Members that change by themselves or with every update. */
const unstable = ['LastModifiedDate', 'EstimatedNumberOfUsers'];

/** Differences between two copies of a pool, factors included. */
export function differencesBetween(saved: PoolCopy, now: PoolCopy): readonly PoolDifference[] {
  const pool = differingMembers(saved.pool, now.pool).filter(({ member }) => !unstable.includes(member));
  const mfa = saved.mfa === null ? [] : differingMembers(saved.mfa, now.mfa ?? {});
  return [...pool, ...mfa.filter(({ member }) => !pool.some((difference) => difference.member === member))];
}

function differingMembers(saved: JsonObject, now: JsonObject): readonly PoolDifference[] {
  const names = new Set([...Object.keys(saved), ...Object.keys(now)]);
  return [...names]
    .filter((name) => !sameShown(ownMember(saved, name), ownMember(now, name)))
    .map((member) => ({ member, saved: ownMember(saved, member) ?? null, now: ownMember(now, member) ?? null }));
}

async function writeBack(
  transport: Transport,
  copy: PoolCopy,
  differences: readonly PoolDifference[],
  form: ConfigurationForm,
): Promise<readonly string[]> {
  const send = async (operation: Operation, request: JsonObject) =>
    refusal(operation, await sendWithoutBudget(transport, operation, request));
  const factors = differences.some(
    ({ member }) => copy.mfa !== null && Object.hasOwn({ ...copy.mfa, ...factorMembers }, member),
  );
  return [
    ...(await send(testedOperation, configurationUpdate(copy.id, copy.pool, form))),
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

// With MFA off no factor may be sent, although the SMS settings are shown.
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

// It is not certain that an update can remove tags; these two operations can.
async function restoreTags(
  { pool }: PoolCopy,
  differences: readonly PoolDifference[],
  send: Send,
): Promise<readonly string[]> {
  const tags = differences.find(({ member }) => member === 'UserPoolTags');
  if (tags === undefined || typeof pool.Arn !== 'string') return [];
  const [wanted, there] = [objectOrEmpty(tags.saved), objectOrEmpty(tags.now)];
  const unwanted = Object.keys(there).filter((key) => !Object.hasOwn(wanted, key));
  const own = ownTags(wanted);
  const ResourceArn = pool.Arn;
  return [
    ...(unwanted.length === 0 ? [] : await send('UntagResource', { ResourceArn, TagKeys: unwanted })),
    ...(Object.keys(own).length === 0 ? [] : await send('TagResource', { ResourceArn, Tags: own })),
  ];
}

function objectOrEmpty(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}

function refusal(operation: Operation, answer: Answer): readonly string[] {
  return isAccepted(answer) ? [] : [`${operation} was refused: ${describeAnswer(answer)}`];
}
