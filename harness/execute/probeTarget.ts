import type { Contract } from '../../specs/contract.ts';
import { errorNumbered } from '../../specs/errors.ts';
import { isJsonObject } from '../../specs/json.ts';
import { createOperation, describeOperation, type Operation, testedOperation } from '../../specs/operation.ts';
import { findingId } from '../findings/findingId.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { judgeWire } from '../judge/judgeWire.ts';
import type { ProbeLine, TargetIdentity } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import { isNoRoute } from '../transport/routeFor.ts';
import type { Transport } from '../transport/transport.ts';
import { UserError } from '../userError.ts';
import { deniesOperation } from './deniesOperation.ts';
import { discardPool } from './removePool.ts';
import { createPool, type PoolSetting } from './scratchPool.ts';
import { unassignedPoolId } from './unassignedPoolId.ts';
import { unusableTarget } from './unusableTarget.ts';

/** What the probe learned about a target. */
export interface ProbeResult {
  readonly line: ProbeLine;
  readonly missing: ReadonlySet<Operation>;
  /** Whether a creation is answered with a pool. */
  readonly makesPools: boolean;
  /** Whether the target did not show the pool that it made. */
  readonly hidesPools: boolean;
  /** Ids of wire-format deviations that every answer has: reported as findings, but not counted against every case. */
  readonly systematic: ReadonlySet<string>;
}

/**
 * Probes a target: which operations, which dialect, whether it stores pools. Throws a UserError if it cannot be tested.
 * SetUserPoolMfaConfig is probed only if cases need it.
 */
export async function probeTarget(
  setting: PoolSetting,
  target: TargetIdentity,
  asksFactors: boolean,
): Promise<ProbeResult> {
  try {
    return await sendProbes(setting, target, asksFactors);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    const fact = `${error.message} It does not suffice to probe the target.`;
    throw new UserError('budget-spent', fact, 'Give more with --max-requests or --max-time.');
  }
}

async function sendProbes(setting: PoolSetting, target: TargetIdentity, asksFactors: boolean): Promise<ProbeResult> {
  const { transport, contract } = setting;
  const mayKeep = setting.keepsPools ?? !(await showsAnyPool(transport));
  const first = await createPool({ ...setting, keepsPools: mayKeep });
  // A server generated from a document of this one operation has no others, and is judged by its answers alone.
  const isAlone = 'failure' in first && lacks(first.answer);
  const keepsPools = mayKeep && !isAlone;
  const pool = isAlone ? await createPool({ ...setting, keepsPools }) : first;
  if ('failure' in pool) throw unusableTarget(target, pool);
  const accepted = await transport.send(testedOperation, bodyWithPoolId(pool.id));
  const noFactors = bodyWithPoolId(pool.id, { MfaConfiguration: 'OFF' });
  const factors = asksFactors ? await transport.send('SetUserPoolMfaConfig', noFactors) : undefined;
  await discardPool(transport, pool);
  if ('failure' in first && lacks(accepted)) throw unusableTarget(target, first);
  if (deniesOperation(accepted, testedOperation)) throw missingOperation(target);
  const gone = setting.existing === undefined ? pool.id : unassignedPoolId;
  const refused = await transport.send(testedOperation, bodyWithPoolId(gone));
  const missing: readonly Operation[] = [
    ...(isAlone ? ([createOperation] as const) : []),
    ...(factors !== undefined && lacks(factors) ? ['SetUserPoolMfaConfig' as const] : []),
  ];
  const pools = keepsPools ? (pool.readable ? 'kept' : 'hidden') : 'none';
  const line: ProbeLine = {
    line: 'probe',
    dialect: dialectOf([accepted, refused]),
    pools,
    missing,
    ...serverNamed([accepted, refused]),
    ...(transport.route?.() === 'openapi' ? { route: 'openapi' } : {}),
  };
  const makesPools = pool.isMade || !keepsPools;
  return {
    line,
    missing: new Set(missing),
    makesPools,
    hidesPools: pools === 'hidden',
    systematic: systematicDeviations(contract, [accepted, refused]),
  };
}

// Some servers say in a header what they are, and of which version.
function serverNamed(answers: readonly Answer[]): Pick<ProbeLine, 'server'> {
  const names = answers.flatMap((answer) => (answer.kind === 'answered' ? (answer.headers.server ?? []) : []));
  const [server] = names;
  return server === undefined || server.trim() === '' ? {} : { server: server.trim().slice(0, 100) };
}

function lacks(answer: Answer): boolean {
  return isUnimplemented(answer) || isNoRoute(answer);
}

function bodyWithPoolId(id: string, members: object = {}): string {
  return JSON.stringify({ UserPoolId: id, ...members });
}

// What a target shows is meaningless if it shows a pool for an id that was never assigned.
async function showsAnyPool(transport: Transport): Promise<boolean> {
  const answer = await transport.send(describeOperation, bodyWithPoolId(unassignedPoolId));
  return isAccepted(answer) && isJsonObject(answer.body) && isJsonObject(answer.body.UserPool);
}

function dialectOf(answers: readonly Answer[]): ProbeLine['dialect'] {
  const failed = answers.filter((answer) => answer.kind === 'answered' && answer.error !== null);
  const isNumbered = (answer: Answer) => answer.kind === 'answered' && errorNumbered(answer.status) !== undefined;
  if (failed.length === 0) return 'unknown';
  return failed.some(isNumbered) ? 'openapi' : 'aws-json';
}

function missingOperation({ endpoint, id }: TargetIdentity): UserError {
  return new UserError(
    'unusable-target',
    `Target at ${endpoint ?? id} does not have ${testedOperation}.`,
    'There is nothing to test yet. Pick another target with --target.',
    3,
  );
}

function systematicDeviations(contract: Contract, answers: readonly Answer[]): ReadonlySet<string> {
  const ids = answers.flatMap((answer) =>
    answer.kind === 'answered' ? judgeWire(contract, answer).map(findingId) : [],
  );
  return new Set(ids);
}
