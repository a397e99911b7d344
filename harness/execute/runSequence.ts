import type { Case, Step } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import { findingId } from '../findings/findings.ts';
import { isUnimplemented, judge } from '../judge/judge.ts';
import { changedMembers, shown } from '../judge/state.ts';
import { wireDeviation } from '../judge/wire.ts';
import { expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { sendPatiently } from './retryThrottled.ts';
import type { CaseOutcome, CaseSetting } from './runUpdate.ts';
import { openPool, readBack, removePool, type ScratchPool } from './scratchPool.ts';

/**
 * Sends the steps of a case one after the other. Every update is judged by the oracle on the state that the pool was seen in
 * before it; after every step the other pool has to be as it was.
 */
export async function runSequence(
  setting: CaseSetting,
  pool: ScratchPool,
  one: Case,
  steps: readonly Step[],
): Promise<CaseOutcome> {
  const course = new SequenceCourse(setting, pool);
  try {
    const outcomes: CaseOutcome[] = [];
    for (const [index, step] of steps.entries()) {
      const outcome = await course.step({ ...one, steps: steps.slice(0, index + 1) }, step);
      if (outcome === undefined) continue;
      outcomes.push(outcome);
      if (isEnd(outcome)) break;
    }
    return summed(outcomes) ?? notRun(pool, one);
  } finally {
    await course.end();
  }
}

// Where a pool can no longer be read, or nothing is answered in earnest, there is no state to judge the next step on.
function isEnd({ verdict, after }: CaseOutcome): boolean {
  return typeof after === 'string' || verdict.kind === 'inconclusive' || verdict.kind === 'errored';
}

/** What a sequence came to: all that deviated, on the step that did so last; else what was judged before what is open. */
function summed(outcomes: readonly CaseOutcome[]): CaseOutcome | undefined {
  const last = (kind: Verdict['kind']) => outcomes.findLast(({ verdict }) => verdict.kind === kind);
  const deviating = last('deviates');
  if (deviating === undefined) return last('conforms') ?? outcomes.at(-1);
  const all = outcomes.flatMap(({ verdict }) => (verdict.kind === 'deviates' ? verdict.deviations : []));
  const deviations = [...new Map(all.map((one) => [findingId(one), one])).values()];
  return { ...deviating, verdict: { kind: 'deviates', deviations } };
}

function notRun(pool: ScratchPool, one: Case): CaseOutcome {
  const why = 'None of its steps could be judged on this target.';
  return { ...standing(pool, one, {}), answer: noRequest(why), verdict: { kind: 'skipped', why } };
}

function noRequest(detail: string): Answer {
  return { kind: 'unanswered', why: 'not-sent', detail, ms: 0 };
}

function standing({ state }: ScratchPool, one: Case, request: JsonObject) {
  return { case: one, request, expectation: { kind: 'accepted', state: [] }, before: state, after: state } as const;
}

class SequenceCourse {
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

  /** Takes a step; undefined where it could not be taken or has nothing to be judged. */
  async step(one: Case, step: Step): Promise<CaseOutcome | undefined> {
    if (!this.own.readable) return undefined;
    const outcome = await this.take(one, step);
    const leaks = await this.leaks(step.pool);
    if (leaks.length === 0) return outcome;
    const verdict: Verdict = { kind: 'deviates', deviations: leaks };
    return {
      ...(outcome ?? { ...standing(this.own, one, step.body), answer: noRequest('another pool was read') }),
      verdict,
    };
  }

  async end(): Promise<void> {
    for (const { id } of this.made) await removePool(this.setting.transport, id);
  }

  private async take(one: Case, step: Step): Promise<CaseOutcome | undefined> {
    if (step.operation === 'CreateUserPool') return this.create(step.pool);
    const pool = this.pools.get(step.pool);
    if (pool === undefined) return undefined;
    if (step.operation === 'UpdateUserPool') return this.update(one, step, pool);
    if (this.gone.has(step.pool)) return undefined;
    return step.operation === 'DescribeUserPool' ? this.describe(one, pool) : this.sibling(step, pool);
  }

  private async create(which: Step['pool']): Promise<undefined> {
    if (this.pools.has(which) && !this.gone.has(which)) return;
    const pool = await openPool(this.setting);
    if ('trouble' in pool || !pool.readable) return;
    this.made.push(pool);
    this.pools.set(which, pool);
    this.gone.delete(which);
  }

  private async update(one: Case, step: Step, pool: ScratchPool): Promise<CaseOutcome> {
    const { contract, region, transport } = this.setting;
    const request = { ...step.body, UserPoolId: pool.id };
    const prior = this.gone.has(step.pool) ? null : pool.state;
    const expectation = expectationOf({ contract, region, request, prior, fresh: pool.fresh });
    const answer = await sendPatiently(transport, 'UpdateUserPool', JSON.stringify(request));
    const after = prior === null ? null : await readBack(this.setting, pool);
    const [broken] = expectation.kind === 'rejected' ? expectation.broken : [];
    const subject = { clause: broken?.id ?? 'wire.success-status', member: broken?.member ?? '' };
    const verdict = judge({ contract, ...subject, expectation, answer, before: prior, after });
    return { case: one, request, expectation, answer, before: prior, after, verdict };
  }

  /** Looking at a pool changes nothing. */
  private async describe(one: Case, pool: ScratchPool): Promise<CaseOutcome | undefined> {
    const before = pool.state;
    const after = await readBack(this.setting, pool);
    const departures = typeof after === 'string' ? [] : this.departures('stable', 'unstable', before, after);
    if (departures.length === 0) return undefined;
    const verdict: Verdict = { kind: 'deviates', deviations: departures };
    return { ...standing(pool, one, {}), answer: noRequest('the pool was read'), before, after, verdict };
  }

  /** What other operations do is not judged: the state that they leave is what the next update is judged on. */
  private async sibling({ operation, body }: Step, pool: ScratchPool): Promise<undefined> {
    const isTagging = operation === 'TagResource' || operation === 'UntagResource';
    const whose = isTagging ? { ResourceArn: pool.state.fixed.Arn ?? '' } : { UserPoolId: pool.id };
    const request = JSON.stringify({ ...body, ...whose });
    const answer = await sendPatiently(this.setting.transport, operation, request);
    if (isUnimplemented(answer) || !isAccepted(answer)) return;
    if (operation === 'SetUserPoolMfaConfig') pool.factors = body;
    if (operation !== 'DeleteUserPool') await readBack(this.setting, pool);
    else this.forget(pool);
  }

  private forget(pool: ScratchPool): void {
    for (const [which, one] of this.pools) if (one === pool) this.gone.add(which);
  }

  private async leaks(touched: Step['pool']): Promise<readonly Deviation[]> {
    const other = touched === 1 ? 2 : 1;
    const pool = this.pools.get(other);
    if (pool === undefined || this.gone.has(other)) return [];
    const before = pool.state;
    const now = await readBack(this.setting, pool);
    return typeof now === 'string' ? [] : this.departures('isolated', 'leaked-state', before, now);
  }

  private departures(
    check: 'isolated' | 'stable',
    kind: 'leaked-state' | 'unstable',
    before: PoolState,
    now: PoolState,
  ): readonly Deviation[] {
    return changedMembers(before, now).flatMap((member) =>
      wireDeviation(this.setting.contract, {
        check,
        kind,
        actual: `A pool that was not updated showed ${member} ${shown(before.members[member])} and now shows ${shown(now.members[member])}.`,
        answerClass: member,
      }).map((deviation) => ({ ...deviation, member })),
    );
  }
}
