import type { Case, Step } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject, ownMember } from '../../specs/json.ts';
import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { reviseVerdict } from '../findings/reviseVerdict.ts';
import { isUnimplemented, judge } from '../judge/judge.ts';
import { changedMembers, fixedDeviations } from '../judge/judgeState.ts';
import { wireDeviation } from '../judge/judgeWire.ts';
import { shownValue } from '../judge/shownValue.ts';
import { deviationsOf, verdictOf } from '../judge/verdictOf.ts';
import { expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { isUnknownPool } from '../transport/isUnknownPool.ts';
import { mayBeCarriedOut } from '../transport/mayBeCarriedOut.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { LateDeletions } from './lateDeletions.ts';
import { discardPool } from './removePool.ts';
import { createPool, refreshState, type ScratchPool } from './scratchPool.ts';
import { sendWithRetry } from './sendWithRetry.ts';

/**
 * Sends the steps of a case one after the other. Every update is judged on the state that the pool showed before it, and after
 * every step the other pool must be unchanged.
 */
export async function runSequence(
  setting: CaseSetting,
  pool: ScratchPool,
  testCase: Case,
  steps: readonly Step[],
): Promise<CaseOutcome> {
  const sequence = new SequenceRun(setting, pool);
  try {
    const outcomes: CaseOutcome[] = [];
    for (const [index, step] of steps.entries()) {
      const outcome = await sequence.step({ ...testCase, steps: steps.slice(0, index + 1) }, step);
      if (outcome === undefined) continue;
      outcomes.push(outcome);
      if (isEnd(outcome)) break;
    }
    return combinedOutcome(outcomes) ?? notRunOutcome(pool, testCase);
  } finally {
    await sequence.end();
  }
}

// If the pool can no longer be read, or the step was throttled or failed, there is no state to judge the next step on.
function isEnd({ verdict, after }: CaseOutcome): boolean {
  return typeof after === 'string' || verdict.kind === 'inconclusive' || verdict.kind === 'errored';
}

/** The outcome of a sequence: all deviations, on the last deviating step; else a conforming step before an undecided one. */
function combinedOutcome(outcomes: readonly CaseOutcome[]): CaseOutcome | undefined {
  const last = (kind: Verdict['kind']) => outcomes.findLast(({ verdict }) => verdict.kind === kind);
  const deviating = last('deviates');
  if (deviating === undefined) return last('conforms') ?? outcomes.at(-1);
  const deviations = outcomes
    .filter((outcome) => outcome !== deviating)
    .flatMap(({ verdict }) => deviationsOf(verdict));
  const { verdict, expectation } = deviating;
  return { ...deviating, verdict: reviseVerdict(verdict, { kind: 'other-steps', deviations }, expectation) };
}

function notRunOutcome(pool: ScratchPool, testCase: Case): CaseOutcome {
  const why = 'None of its steps could be judged on this target.';
  return { ...unchangedOutcome(pool, testCase, {}), answer: notSentAnswer(why), verdict: { kind: 'skipped', why } };
}

function notSentAnswer(detail: string): Answer {
  return { kind: 'unanswered', why: 'not-sent', detail, ms: 0 };
}

function unchangedOutcome({ state }: ScratchPool, testCase: Case, request: JsonObject) {
  return {
    case: testCase,
    request,
    expectation: { kind: 'accepted', state: [] },
    before: state,
    after: state,
  } as const;
}

class SequenceRun {
  private readonly setting: CaseSetting;
  private readonly own: ScratchPool;
  private readonly pools = new Map<Step['pool'], ScratchPool>();
  private readonly gone = new Set<Step['pool']>();
  private readonly made: ScratchPool[] = [];

  constructor(setting: CaseSetting, pool: ScratchPool) {
    this.setting = setting;
    this.own = pool;
    this.pools.set(1, pool);
  }

  /** Runs a step; undefined if it could not be run or has nothing to judge. */
  async step(testCase: Case, step: Step): Promise<CaseOutcome | undefined> {
    if (!this.own.readable) return undefined;
    const outcome = await this.runStep(testCase, step);
    const leaks = await this.leaks(step.pool);
    if (leaks.length === 0) return outcome;
    const own = outcome ?? {
      ...unchangedOutcome(this.own, testCase, step.body),
      answer: notSentAnswer('another pool was read'),
      verdict: { kind: 'conforms' },
    };
    const revision = { kind: 'other-steps', deviations: leaks } as const;
    return { ...own, verdict: reviseVerdict(own.verdict, revision, own.expectation) };
  }

  async end(): Promise<void> {
    for (const pool of this.made) await discardPool(this.setting.transport, pool);
  }

  private async runStep(testCase: Case, step: Step): Promise<CaseOutcome | undefined> {
    if (step.operation === createOperation) return this.create(step.pool);
    const pool = this.pools.get(step.pool);
    if (pool === undefined) return undefined;
    if (step.operation === testedOperation) return this.update(testCase, step, pool);
    if (this.gone.has(step.pool)) return undefined;
    if (step.operation === describeOperation) return this.describe(testCase, pool);
    return this.runSibling(testCase, step, pool);
  }

  private async create(which: Step['pool']): Promise<undefined> {
    if (this.pools.has(which) && !this.gone.has(which)) return;
    const pool = await createPool(this.setting, this.own);
    if ('failure' in pool || !pool.readable) return;
    this.made.push(pool);
    this.pools.set(which, pool);
    this.gone.delete(which);
  }

  private async update(testCase: Case, step: Step, pool: ScratchPool): Promise<CaseOutcome> {
    const update = () => this.updateOnce(testCase, step, pool);
    const outcome = await update();
    const { lateDeletions = new LateDeletions() } = this.setting;
    return this.gone.has(step.pool) ? lateDeletions.settle(outcome, update) : outcome;
  }

  private async updateOnce(testCase: Case, step: Step, pool: ScratchPool): Promise<CaseOutcome> {
    const { contract, region, transport } = this.setting;
    const request = { ...step.body, UserPoolId: pool.id };
    const prior = this.gone.has(step.pool) ? null : pool.state;
    const expectation = expectationOf({ contract, region, request, prior, fresh: pool.fresh });
    const answer = await sendWithRetry(transport, testedOperation, JSON.stringify(request));
    const after = prior === null ? null : await refreshState(this.setting, pool);
    const [broken] = expectation.kind === 'rejected' ? expectation.broken : [];
    const subject = { clause: broken?.id ?? 'wire.success-status', member: broken?.member ?? '' };
    const judged = judge({ contract, ...subject, expectation, request, answer, before: prior, after });
    const mfa = await this.mfaDeviations(request, answer, pool);
    const verdict =
      mfa.length === 0 ? judged : reviseVerdict(judged, { kind: 'other-steps', deviations: mfa }, expectation);
    return { case: testCase, request, expectation, answer, before: prior, after, verdict };
  }

  /** Reading a pool must not change it. */
  private async describe(testCase: Case, pool: ScratchPool): Promise<CaseOutcome | undefined> {
    const before = pool.state;
    const after = await refreshState(this.setting, pool);
    const changes = typeof after === 'string' ? [] : this.unexpectedChanges('stable', 'unstable', before, after);
    if (changes.length === 0) return undefined;
    const unchanged = unchangedOutcome(pool, testCase, {});
    const answer = notSentAnswer('the pool was read');
    return { ...unchanged, answer, before, after, verdict: verdictOf(changes, unchanged.expectation) };
  }

  /** Other operations are not judged, but for the deletion of a protected pool; they lead to the prior state of the next update. */
  private async runSibling(
    testCase: Case,
    { operation, body }: Step,
    pool: ScratchPool,
  ): Promise<CaseOutcome | undefined> {
    const isTagging = operation === 'TagResource' || operation === 'UntagResource';
    const whose = isTagging ? { ResourceArn: pool.state.fixed.Arn ?? '' } : { UserPoolId: pool.id };
    const request = JSON.stringify({ ...body, ...whose });
    const answer = await sendWithRetry(this.setting.transport, operation, request);
    if (operation === deleteOperation && (mayBeCarriedOut(answer) || isUnknownPool(answer))) return this.lose(pool);
    if (isUnimplemented(answer) || !isAccepted(answer)) return undefined;
    if (operation === 'SetUserPoolMfaConfig') pool.factors = body;
    if (operation !== deleteOperation) {
      await refreshState(this.setting, pool);
      return undefined;
    }
    this.forget(pool);
    return this.deletionOutcome(testCase, pool, answer);
  }

  private deletionOutcome(testCase: Case, pool: ScratchPool, answer: Answer): CaseOutcome | undefined {
    if (pool.state.members.DeletionProtection !== 'ACTIVE') return undefined;
    const deviations = wireDeviation(this.setting.contract, {
      check: 'deletion-protection',
      kind: 'accepted-invalid',
      actual: 'DeleteUserPool deleted a pool that showed DeletionProtection ACTIVE.',
      answerClass: 'deleted',
    }).map((deviation) => ({ ...deviation, member: 'DeletionProtection' }));
    const unchanged = unchangedOutcome(pool, testCase, {});
    return { ...unchanged, answer, verdict: verdictOf(deviations, unchanged.expectation) };
  }

  /** Whether the other operation that shows MfaConfiguration agrees, after an update that sent it. */
  private async mfaDeviations(request: JsonObject, answer: Answer, pool: ScratchPool): Promise<readonly Deviation[]> {
    if (request.MfaConfiguration === undefined || !isAccepted(answer)) return [];
    const { contract, transport } = this.setting;
    const shown = await sendWithRetry(transport, 'GetUserPoolMfaConfig', JSON.stringify({ UserPoolId: pool.id }));
    const mfa = isAccepted(shown) && isJsonObject(shown.body) ? shown.body.MfaConfiguration : undefined;
    const described = pool.state.members.MfaConfiguration;
    if (mfa === undefined || described === undefined || mfa === described) return [];
    return wireDeviation(contract, {
      check: 'mfa-agreement',
      kind: 'wrong-state',
      actual: `GetUserPoolMfaConfig shows ${shownValue(mfa)}, DescribeUserPool ${shownValue(described)}.`,
      answerClass: 'disagrees',
    }).map((deviation) => ({ ...deviation, member: 'MfaConfiguration' }));
  }

  private forget(pool: ScratchPool): void {
    pool.isMade = false;
    for (const [which, other] of this.pools) if (other === pool) this.gone.add(which);
  }

  /** Leaves out what would come of a pool of which nobody knows whether it is still there. */
  private lose(pool: ScratchPool): undefined {
    for (const [which, other] of this.pools) if (other === pool) this.pools.delete(which);
  }

  private async leaks(touched: Step['pool']): Promise<readonly Deviation[]> {
    const other = touched === 1 ? 2 : 1;
    const pool = this.pools.get(other);
    if (pool === undefined || this.gone.has(other)) return [];
    const before = pool.state;
    const now = await refreshState(this.setting, pool);
    if (typeof now === 'string') return [];
    const { contract } = this.setting;
    return [
      ...this.unexpectedChanges('isolated', 'leaked-state', before, now),
      ...fixedDeviations(contract, before, now),
    ];
  }

  private unexpectedChanges(
    check: 'isolated' | 'stable',
    kind: 'leaked-state' | 'unstable',
    before: PoolState,
    now: PoolState,
  ): readonly Deviation[] {
    return changedMembers(before, now).flatMap((member) =>
      wireDeviation(this.setting.contract, {
        check,
        kind,
        actual: `A pool that was not updated showed ${member} ${shownValue(ownMember(before.members, member))} and now shows ${shownValue(ownMember(now.members, member))}.`,
        answerClass: member,
      }).map((deviation) => ({ ...deviation, member })),
    );
  }
}
