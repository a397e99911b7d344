import { type Case, poolPlaceholder } from '../../generators/cases/case.ts';
import { laneCreations } from '../../generators/cases/laneCreations.ts';
import { type JsonObject, jsonEqual } from '../../specs/json.ts';
import { type CaseOutcome, isConclusive } from '../execute/caseOutcome.ts';
import { needsState } from '../execute/needsState.ts';
import { discardPool } from '../execute/removePool.ts';
import { runCase } from '../execute/runCase.ts';
import type { ScratchPool } from '../execute/scratchPool.ts';
import type { Attempt } from '../findings/confirmRepeats.ts';
import { findingId } from '../findings/findingId.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import type { Deviation, RequestPurpose } from '../record/record.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import type { PoolNeed, Sent, ShrinkPools } from './shrinkPools.ts';
import type { SmallestFailure } from './smallestFailure.ts';

/** Runs work that sends requests, or gives undefined where none may be sent any more. */
export type WhileAllowed = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/** Attempts to show one finding on new pools; each is judged again on the body that was sent. */
export class ShrinkAttempts {
  readonly pools: ShrinkPools;
  readonly finding: RawFinding;
  /** Attempts made so far. */
  made = 0;
  /** Those of them that showed the finding. */
  shown = 0;
  /** Whether nothing may be sent any more. */
  isStopped = false;
  /** What the requests of further attempts count for. */
  purpose: RequestPurpose = 'shrinking';
  private readonly whileAllowed: WhileAllowed;
  /** A pool that has only refused what was sent to it, and so is as good as new where nobody looks at its state. */
  private untouched: { readonly pool: ScratchPool; readonly creation: JsonObject } | undefined;

  constructor(pools: ShrinkPools, finding: RawFinding, whileAllowed: WhileAllowed) {
    this.pools = pools;
    this.finding = finding;
    this.whileAllowed = whileAllowed;
  }

  /** Sends a candidate on a new pool. Undefined where nothing can be said for or against it. */
  async attempt(candidate: Case, creation: JsonObject = {}): Promise<Attempt<SmallestFailure>> {
    return this.showing(await this.sent(candidate, creation), creation);
  }

  /**
   * The same, but for a request that was sent to a new pool before: what one such pool shows, it shows of all, and what is accepted
   * shows no refusal.
   */
  async attemptOnce(candidate: Case, creation: JsonObject = {}): Promise<Attempt<SmallestFailure>> {
    const key = this.keyOf(candidate, creation);
    if (key === undefined) return this.attempt(candidate, creation);
    const known = this.pools.sent.get(key);
    if (known === undefined) this.pools.sent.set(key, this.sent(candidate, creation));
    const sent = await (known ?? this.pools.sent.get(key));
    if (known === undefined || sent === undefined) return this.showing(sent, creation);
    if (this.isOfRefusal() && !isAccepted(sent.outcome.answer)) return this.attempt(candidate, creation);
    return this.showing({ ...sent, outcome: { ...sent.outcome, case: candidate } }, creation);
  }

  private async sent(candidate: Case, creation: JsonObject): Promise<Sent | undefined> {
    if (this.isStopped) return undefined;
    this.made += 1;
    const need = { creation, isRead: this.hangsOnState(candidate), purpose: this.purpose };
    const result = await this.whileAllowed(async () => ({ sent: await this.sentToPool(candidate, need) }));
    this.isStopped = result === undefined;
    const sent = result?.sent;
    if (sent !== undefined && this.shownBy(sent.outcome, sent.poolId, creation) !== undefined) this.shown += 1;
    return sent;
  }

  /** Sends a candidate to a new pool, or to one that has refused all that was sent to it, where the answer alone is in question. */
  private async sentToPool(candidate: Case, need: PoolNeed): Promise<Sent | undefined> {
    const pool = this.takeUntouched(need) ?? (await this.pools.open(need));
    if ('failure' in pool) return undefined;
    const setting = { ...this.pools.settingFor(this.purpose), creation: need.creation };
    let isKept = false;
    try {
      const outcome = await runCase(setting, pool, candidate);
      isKept = !need.isRead && setting.existing === undefined && isRefused(outcome.answer);
      if (isKept) this.untouched = { pool, creation: need.creation };
      return { outcome, poolId: pool.id };
    } finally {
      if (!isKept) await discardPool(setting.transport, pool);
    }
  }

  private takeUntouched({ creation, isRead }: PoolNeed): ScratchPool | undefined {
    const { untouched } = this;
    if (untouched === undefined || isRead || !jsonEqual(untouched.creation, creation)) return undefined;
    this.untouched = undefined;
    return untouched.pool;
  }

  /** Deletes the pool that was kept for the next attempt: what is sent after this meets a new one. */
  async release(): Promise<void> {
    const { untouched } = this;
    this.untouched = undefined;
    if (untouched !== undefined)
      await this.whileAllowed(() => discardPool(this.pools.settingFor('shrinking').transport, untouched.pool));
  }

  private showing(sent: Sent | undefined, creation: JsonObject): Attempt<SmallestFailure> {
    if (sent === undefined || !isConclusive(sent.outcome)) return undefined;
    return { shown: this.shownBy(sent.outcome, sent.poolId, creation) };
  }

  /**
   * What names a plain update and what it is sent for, the state that it leads to or its refusal, and whether it confirms what is known;
   * undefined where something else is in question.
   */
  private keyOf(candidate: Case, creation: JsonObject): string | undefined {
    const { request, prior, raw, steps, parallel, fault, fixtureError } = candidate;
    const isPlain = [raw, steps, parallel, fault, fixtureError].every((one) => one === undefined);
    const isOfState = this.finding.deviation.kind === 'wrong-state';
    if (!isPlain || !(isOfState || this.isOfRefusal())) return undefined;
    return JSON.stringify([this.purpose, isOfState, creation, prior?.update, prior?.mfa, request]);
  }

  private isOfRefusal(): boolean {
    const { deviation, outcome } = this.finding;
    return shownByAnswer.has(deviation.kind) && !isAccepted(outcome.answer);
  }

  /** What the pools of the finding's lane were made with. */
  laneCreation(): JsonObject {
    const { setting } = this.pools;
    return setting.existing === undefined ? (laneCreations[this.finding.outcome.case.phase] ?? {}) : {};
  }

  /** Whether an attempt hangs on what the pool shows, and not on its answer alone. */
  hangsOnState(candidate: Case): boolean {
    return hangsOnState(candidate, this.finding.deviation) || needsState(this.pools.setting, candidate);
  }

  shownBy(outcome: CaseOutcome, poolId: string, creation: JsonObject): SmallestFailure | undefined {
    const shows = deviationsOf(outcome.verdict).some((deviation) => findingId(deviation) === this.finding.id);
    if (!shows) return undefined;
    const { case: candidate } = outcome;
    const { fresh: _always, ...prior } = candidate.prior ?? {};
    const request = candidate.raw === undefined ? candidate.request : withoutId(outcome.request, poolId);
    const made = Object.keys(creation).length === 0 ? {} : { creation };
    return { request, prior, outcome, reproduced: true, ...made };
  }
}

/** Kinds of deviation that the answer shows, whatever became of the pool. */
export const shownByAnswer: ReadonlySet<Deviation['kind']> = new Set([
  'accepted-invalid',
  'rejected-valid',
  'wrong-error',
  'wrong-status',
  'malformed-answer',
  'server-fault',
  'no-answer',
]);

/** Whether the answer is a refusal by the target, which leaves a pool as it was. */
function isRefused(answer: Answer): boolean {
  return answer.kind === 'answered' && answer.status >= 400 && answer.status < 500;
}

function hangsOnState({ prior, raw, steps, parallel, fault, fixtureError }: Case, deviation: Deviation): boolean {
  const isPlain = [prior?.update, prior?.mfa, raw, steps, parallel, fault, fixtureError].every(
    (one) => one === undefined,
  );
  const isOfAnswer = shownByAnswer.has(deviation.kind) && deviation.answerClass !== 'unreadable';
  return !isPlain || !isOfAnswer || /\.(omitted|sent|empty|null)$/.test(deviation.clause);
}

/** What was sent to one pool, so that it can be sent to another. */
function withoutId(request: JsonObject | string, id: string): JsonObject | string {
  if (typeof request === 'string') return request.replaceAll(id, poolPlaceholder);
  return JSON.parse(JSON.stringify(request).replaceAll(id, poolPlaceholder)) as JsonObject;
}
