import { parsedJson } from '../../specs/json.ts';
import { createOperation, deleteOperation, type Operation } from '../../specs/operation.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import { isUnknownPool } from '../transport/isUnknownPool.ts';
import { repeatedHangs } from '../transport/patientTransport.ts';
import type { Transport } from '../transport/transport.ts';
import { repeatedWait } from '../transport/waitFor.ts';

/** Limits after which a run no longer waits for a target. Times are milliseconds. */
export interface Patience {
  /** Requests of one operation without an answer, in a row. */
  readonly unanswered: number;
  /** How long an operation may only be throttled. */
  readonly throttledMs: number;
  /** Time spent on requests without an answer, added up over all lanes. */
  readonly waitingMs: number;
  /** Time spent on making findings small, after which the others stay as they were found. */
  readonly shrinkingMs: number;
  /** Failed deletions in a row, after which further pools would only pile up. */
  readonly failedDeletions: number;
}

const minute = 60_000;

/** The limits for requests that are given up after so many milliseconds. */
export function patienceFor(timeout: number): Patience {
  return {
    unanswered: 10,
    throttledMs: Math.min(2 * minute, 12 * timeout),
    waitingMs: 60 * timeout,
    shrinkingMs: 60 * timeout,
    failedDeletions: 10,
  };
}

/** What the limits mean for a run whose requests have a timeout, as a sentence to show when it starts. */
export function patienceSentence(
  { unanswered, throttledMs, waitingMs, shrinkingMs }: Patience,
  timeout: number,
): string {
  const seconds = (ms: number) => `${Math.ceil(ms / 1000)} s`;
  return `A target that hangs is given up after ${unanswered} unanswered requests in a row (${seconds((unanswered + repeatedHangs * repeatedWait) * timeout)} at most) or ${seconds(waitingMs)} of waiting in all, one that throttles after ${seconds(throttledMs)}. Findings are made small for ${seconds(shrinkingMs)} at most.`;
}

/** Answers of one operation since the last that was worth waiting for. */
interface Streak {
  unanswered: number;
  throttled: number;
  throttledSince: number;
}

/** Watches the answers of a run and says when there is no point in going on. */
export class GiveUp {
  private readonly patience: Patience;
  private readonly now: () => number;
  private readonly streaks = new Map<Operation, Streak>();
  private waited = 0;
  private failedDeletions = 0;
  private hasCreated = false;
  private readonly abort = new AbortController();
  private why: string | null = null;

  constructor(patience: Patience, now: () => number = () => performance.now()) {
    this.patience = patience;
    this.now = now;
  }

  /** Why the run should end, or null. */
  reason(): string | null {
    return this.why;
  }

  /** Aborted as soon as there is a reason. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** `isPlain`: whether a request is one that a client sends. A target may hang at strange ones, and answer all others. */
  observe(operation: Operation, answer: Answer, isPlain = true): void {
    this.hasCreated ||= operation === createOperation && isAccepted(answer);
    this.why ??=
      this.unanswered(operation, answer, isPlain) ??
      this.throttled(operation, answer) ??
      (operation === deleteOperation ? this.failedDeletion(answer) : null);
    if (this.why !== null) this.abort.abort();
  }

  private unanswered(operation: Operation, answer: Answer, isPlain: boolean): string | null {
    const streak = this.streakOf(operation);
    if (answer.kind !== 'unanswered' || answer.why !== 'timeout') {
      streak.unanswered = 0;
      return null;
    }
    if (isPlain) streak.unanswered += 1;
    this.waited += answer.ms;
    const { unanswered, waitingMs } = this.patience;
    if (streak.unanswered >= unanswered) {
      return `${operation} was not answered ${unanswered} times in a row: ${answer.detail}`;
    }
    return this.waited > waitingMs
      ? `unanswered requests took ${Math.round(this.waited / 1000)} s in all, the last of ${operation}: ${answer.detail}`
      : null;
  }

  private throttled(operation: Operation, answer: Answer): string | null {
    const streak = this.streakOf(operation);
    if (!isThrottled(answer)) {
      if (answer.kind === 'answered') streak.throttled = 0;
      return null;
    }
    if (streak.throttled === 0) streak.throttledSince = this.now();
    streak.throttled += 1;
    const { unanswered, throttledMs } = this.patience;
    const isTooLong = streak.throttled >= unanswered && this.now() - streak.throttledSince > throttledMs;
    return isTooLong ? `${operation} was only throttled for ${Math.round(throttledMs / 1000)} s` : null;
  }

  // A target that has created no pool leaves none behind, whatever it says to a deletion.
  private failedDeletion(answer: Answer): string | null {
    if (!this.hasCreated) return null;
    if (isAccepted(answer) || isUnknownPool(answer) || isUnimplemented(answer)) this.failedDeletions = 0;
    else this.failedDeletions += 1;
    const { failedDeletions } = this.patience;
    return this.failedDeletions >= failedDeletions
      ? `${deleteOperation} failed ${failedDeletions} times in a row, and further pools would be left behind`
      : null;
  }

  private streakOf(operation: Operation): Streak {
    const streak = this.streaks.get(operation) ?? { unanswered: 0, throttled: 0, throttledSince: 0 };
    this.streaks.set(operation, streak);
    return streak;
  }
}

/** A transport whose answers are watched. */
export function watchedTransport(transport: Transport, giveUp: GiveUp): Transport {
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: async (operation, body, purpose, form) => {
      const answer = await transport.send(operation, body, purpose, form);
      giveUp.observe(
        operation,
        answer,
        answer.kind === 'answered' || (form === undefined && parsedJson(body) !== undefined),
      );
      return answer;
    },
  };
}
