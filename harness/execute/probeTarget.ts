import type { Contract } from '../../specs/contract.ts';
import { errorNumbered } from '../../specs/errors.ts';
import { isJsonObject } from '../../specs/json.ts';
import { findingId } from '../findings/findings.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { judgeWire } from '../judge/wire.ts';
import type { ProbeLine, TargetIdentity } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import type { Operation } from '../transport/operations.ts';
import { isNoRoute } from '../transport/route.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { UserError } from '../userError.ts';
import { openPool, type PoolSetting, type PoolTrouble, removePool } from './scratchPool.ts';

/** What was learned of a target before anything is judged. */
export interface Probed {
  readonly line: ProbeLine;
  readonly missing: ReadonlySet<Operation>;
  /** Departures of form that every answer of the target has: findings, but no reason to call every case a deviation. */
  readonly standing: ReadonlySet<string>;
}

/**
 * Asks a target what it has: which operations, which dialect, whether it keeps pools. A UserError where it cannot be tested.
 * SetUserPoolMfaConfig is asked for only where cases need it.
 */
export async function probe(setting: PoolSetting, target: TargetIdentity, asksFactors: boolean): Promise<Probed> {
  try {
    return await probed(setting, target, asksFactors);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    const fact = `${error.message} That does not even do to ask what the target has.`;
    throw new UserError('budget-spent', fact, 'Give more with --max-requests.');
  }
}

async function probed(setting: PoolSetting, target: TargetIdentity, asksFactors: boolean): Promise<Probed> {
  const { transport, contract } = setting;
  const mayKeep = setting.keepsPools ?? !(await showsAnyPool(transport));
  const first = await openPool({ ...setting, keepsPools: mayKeep });
  // A server that is generated from a document of the one operation has no other, and is judged by its answers.
  const isAlone = 'trouble' in first && lacks(first.answer);
  const keepsPools = mayKeep && !isAlone;
  const pool = isAlone ? await openPool({ ...setting, keepsPools }) : first;
  if ('trouble' in pool) throw unusable(target, pool);
  const accepted = await transport.send('UpdateUserPool', withId(pool.id));
  const noFactors = withId(pool.id, { MfaConfiguration: 'OFF' });
  const factors = asksFactors ? await transport.send('SetUserPoolMfaConfig', noFactors) : undefined;
  if (keepsPools) await removePool(transport, pool.id);
  if ('trouble' in first && lacks(accepted)) throw unusable(target, first);
  if (isUnimplemented(accepted)) throw withoutOperation(target);
  const gone = setting.existing === undefined ? pool.id : neverGiven;
  const refused = await transport.send('UpdateUserPool', withId(gone));
  const missing: readonly Operation[] = [
    ...(isAlone ? ['CreateUserPool' as const] : []),
    ...(factors !== undefined && lacks(factors) ? ['SetUserPoolMfaConfig' as const] : []),
  ];
  const pools = keepsPools ? (pool.readable ? 'kept' : 'hidden') : 'none';
  const line: ProbeLine = { line: 'probe', dialect: dialectOf([accepted, refused]), pools, missing };
  return { line, missing: new Set(missing), standing: standingDepartures(contract, [accepted, refused]) };
}

function lacks(answer: Answer): boolean {
  return isUnimplemented(answer) || isNoRoute(answer);
}

function withId(id: string, members: object = {}): string {
  return JSON.stringify({ UserPoolId: id, ...members });
}

/** The id of a pool that there never was. */
export const neverGiven = 'us-east-1_Neverwas1';

// A target that shows a pool for an id that nobody was given tells nothing by what it shows.
async function showsAnyPool(transport: Transport): Promise<boolean> {
  const answer = await transport.send('DescribeUserPool', withId(neverGiven));
  return isAccepted(answer) && isJsonObject(answer.body) && isJsonObject(answer.body.UserPool);
}

function dialectOf(answers: readonly Answer[]): ProbeLine['dialect'] {
  const failed = answers.filter((answer) => answer.kind === 'answered' && answer.error !== null);
  const isNumbered = (answer: Answer) => answer.kind === 'answered' && errorNumbered(answer.status) !== undefined;
  if (failed.length === 0) return 'unknown';
  return failed.some(isNumbered) ? 'openapi' : 'aws-json';
}

function unusable({ endpoint, id }: TargetIdentity, { answer, trouble }: PoolTrouble): UserError {
  const place = endpoint ?? id;
  return answer.kind === 'unanswered'
    ? new UserError(
        'unreachable-target',
        `Target did not answer at ${place}: ${answer.detail}.`,
        'Start it, or pick another with --target.',
        3,
      )
    : new UserError(
        'unusable-target',
        `Target at ${place} cannot be tested. ${trouble}.`,
        'poolproof needs CreateUserPool, DescribeUserPool and UpdateUserPool. Is this the URL of a Cognito endpoint?',
        3,
      );
}

function withoutOperation({ endpoint, id }: TargetIdentity): UserError {
  return new UserError(
    'unusable-target',
    `Target at ${endpoint ?? id} does not have UpdateUserPool.`,
    'There is nothing to test yet. Pick another target with --target.',
    3,
  );
}

function standingDepartures(contract: Contract, answers: readonly Answer[]): ReadonlySet<string> {
  const ids = answers.flatMap((answer) =>
    answer.kind === 'answered' ? judgeWire(contract, answer).map(findingId) : [],
  );
  return new Set(ids);
}
