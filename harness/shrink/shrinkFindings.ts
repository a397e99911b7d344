import type { Case } from '../../generators/cases/case.ts';
import { isJsonObject } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import { mapConcurrently } from '../execute/mapConcurrently.ts';
import type { RunProgress } from '../execute/runProgress.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import { blameMember } from '../findings/blameMember.ts';
import { confirmRepeats } from '../findings/confirmRepeats.ts';
import { deduplicateByCause } from '../findings/deduplicateByCause.ts';
import { findingLine } from '../findings/findingLine.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { Finding } from '../record/record.ts';
import { RunInterrupted } from '../transport/abortableTransport.ts';
import { showTogether } from './showTogether.ts';
import { type ShrinkHints, shrink } from './shrink.ts';
import { ShrinkAttempts, shownByAnswer, type WhileAllowed } from './shrinkAttempts.ts';
import { ShrinkPools } from './shrinkPools.ts';
import { type SmallestFailure, unshrunkFailure } from './smallestFailure.ts';

/** How often a smallest request is sent once more where one of its cause did not show its deviation again. */
const repetitions = 4;

/**
 * The findings of a run, each shrunk and attributed to the member that causes it. Those of one cause, alike in kind, answer and
 * member at the top, are shrunk one after another, so that each learns from those before it, and confirmed once for all of them unless the cause showed
 * more than once;
 * causes are independent of each other and shrunk concurrently.
 */
export async function shrinkFindings(setting: RunSetting, progress: RunProgress): Promise<readonly Finding[]> {
  // Lanes side by side find in any order.
  const all = inOrder(progress.findings.all());
  const causes = [...Map.groupBy(all, causeKey).values()];
  const pools = new ShrinkPools(progress.caseSetting(), progress.spares);
  const deadline = performance.now() + (setting.patience?.shrinkingMs ?? Number.POSITIVE_INFINITY);
  const isLate = () => performance.now() >= deadline;
  const mayGoOn = () => mayShrink(setting, progress) && !isLate();
  const whileAllowed: WhileAllowed = (work) => (isLate() ? Promise.resolve(undefined) : progress.whileAllowed(work));
  const together = mayGoOn()
    ? await showTogether(pools, all, whileAllowed, setting.concurrency)
    : new Map<string, SmallestFailure | 'not shown'>();
  let done = 0;
  const shrunk = await mapConcurrently(causes, setting.concurrency, async (findings) => {
    const cause = new Cause();
    for (const raw of findings) {
      setting.progress({ kind: 'shrinking', done: done++, of: all.length });
      const attempts = new ShrinkAttempts(pools, raw, whileAllowed);
      const known = together.get(raw.id);
      if (mayGoOn()) await cause.shrink(attempts, known);
      else cause.keep(attempts, known);
    }
    if (mayGoOn()) await cause.confirm();
    return cause.shrunk.map(({ attempts: { finding }, smallest }): Shrunk => {
      const line = blameMember(setting.contract, findingLine(setting.contract, finding, smallest));
      return { id: finding.id, line };
    });
  });
  return deduplicateByCause(inOrder(shrunk.flat()).map(({ line }) => line));
}

interface Shrunk {
  /** The id by which it was found, before it was attributed to a member. */
  readonly id: string;
  readonly line: Finding;
}

function inOrder<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

// What one refusal shows in its error, its status and its body has one cause.
function causeKey({ deviation: { kind, answerClass, member, clause }, outcome }: RawFinding): string {
  const { answer, case: testCase } = outcome;
  // One after another they would be waited for.
  if (kind === 'no-answer') return JSON.stringify([kind, clause, member]);
  if (answer.kind === 'answered' && answer.error !== null && shownByAnswer.has(kind))
    return JSON.stringify([answer.error || answer.status, topLevelOf(member === '' ? testCase.member : member)]);
  return JSON.stringify([kind, answerClass, topLevelOf(member)]);
}

function mayShrink(setting: RunSetting, progress: RunProgress): boolean {
  return setting.shrinks !== false && setting.interrupted() === null && progress.budget === null;
}

interface ShrunkFinding {
  readonly attempts: ShrinkAttempts;
  smallest: SmallestFailure;
}

/** The findings of one cause, and what is known of them. */
class Cause {
  readonly shrunk: ShrunkFinding[] = [];
  private readonly hints: ShrinkHints = { needed: {}, shown: [] };
  /** How often a deviation of the cause showed on a new pool. */
  private times = 0;

  /** Leaves a finding as it is known. */
  keep(attempts: ShrinkAttempts, known?: Together): void {
    this.shrunk.push({ attempts, smallest: given(known) ?? unshrunkFailure(attempts.finding) });
  }

  async shrink(attempts: ShrinkAttempts, known?: Together): Promise<void> {
    const smallest = given(known) ?? (await unlessInterrupted(() => shrink(attempts, this.hints)));
    await unlessInterrupted(() => attempts.release());
    if (smallest === undefined) return this.keep(attempts, known);
    const one = { attempts, smallest };
    this.shrunk.push(one);
    if (!smallest.reproduced) return;
    this.hints.shown.push({ from: attempts.finding.outcome.case.id, smallest });
    // What showed alone and not among others may be flaky.
    if (known === 'not shown') await this.sendAgain(one);
    else if (smallest.repeated === undefined) this.times += given(known) === undefined ? attempts.shown : 1;
  }

  /** Sends a smallest request once more, unless the cause showed more than once. */
  async confirm(): Promise<void> {
    if (this.times > 1) return;
    const one = this.shrunk.find(({ smallest }) => smallest.reproduced && smallest.repeated === undefined);
    if (one !== undefined) await this.sendAgain(one);
  }

  /** Sends the smallest once more, and if it does not show then, a few times. */
  private async sendAgain(one: ShrunkFinding): Promise<void> {
    const { attempts, smallest } = one;
    const testCase = caseOf(smallest);
    if (attempts.isStopped || smallest.repeated !== undefined || testCase.parallel !== undefined) return;
    const { creation = {} } = smallest;
    attempts.purpose = 'confirming';
    const repeated = await unlessInterrupted(async () => {
      const once = await attempts.attemptOnce(testCase, creation);
      if (once?.shown !== undefined) this.times += 2;
      if (once === undefined || once.shown !== undefined) return undefined;
      return confirmRepeats(repetitions, () => attempts.attempt(testCase, creation));
    });
    if (repeated !== undefined)
      one.smallest = { ...smallest, repeated: { times: 1 + repeated.times, of: 2 + repeated.of } };
  }
}

/** What came of a finding whose smallest request was sent together with others. */
type Together = SmallestFailure | 'not shown';

function given(known: Together | undefined): SmallestFailure | undefined {
  return known === 'not shown' ? undefined : known;
}

/** A finding that an interruption leaves no time for stays as it was found. */
async function unlessInterrupted<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RunInterrupted) return undefined;
    throw error;
  }
}

function caseOf({ outcome, request, prior }: SmallestFailure): Case {
  const { case: testCase } = outcome;
  if (testCase.steps !== undefined) return testCase;
  return { ...testCase, request: isJsonObject(request) ? request : testCase.request, prior };
}
