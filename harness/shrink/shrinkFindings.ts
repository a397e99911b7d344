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
 * member at the top, are shrunk one after another, so that each learns from those before it, and confirmed once for all of them;
 * causes are independent of each other and shrunk concurrently.
 */
export async function shrinkFindings(setting: RunSetting, progress: RunProgress): Promise<readonly Finding[]> {
  // Lanes side by side find in any order.
  const all = inOrder(progress.findings.all());
  const causes = [...Map.groupBy(all, causeKey).values()];
  const pools = new ShrinkPools(progress.caseSetting());
  const deadline = performance.now() + (setting.patience?.shrinkingMs ?? Number.POSITIVE_INFINITY);
  const isLate = () => performance.now() >= deadline;
  const mayGoOn = () => mayShrink(setting, progress) && !isLate();
  const whileAllowed: WhileAllowed = (work) => (isLate() ? Promise.resolve(undefined) : progress.whileAllowed(work));
  const together = mayGoOn()
    ? await showTogether(pools, all, whileAllowed, setting.concurrency)
    : new Map<string, SmallestFailure>();
  let done = 0;
  const shrunk = await mapConcurrently(causes, setting.concurrency, async (findings) => {
    const cause = new Cause();
    const lines: Shrunk[] = [];
    for (const raw of findings) {
      setting.progress({ kind: 'shrinking', done: done++, of: all.length });
      const attempts = new ShrinkAttempts(pools, raw, whileAllowed);
      const known = together.get(raw.id);
      const smallest = mayGoOn() ? await cause.smallest(attempts, known) : (known ?? unshrunkFailure(raw));
      const line = blameMember(setting.contract, findingLine(setting.contract, raw, smallest));
      lines.push({ id: raw.id, line });
    }
    return lines;
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

/** What is known of the findings of one cause. */
class Cause {
  private readonly hints: ShrinkHints = { needed: {}, shown: [] };
  /** Whether a smallest request showed its deviation when it was sent once more. */
  private isSteady = false;

  /** A finding that an interruption leaves no time for stays as it was found. */
  async smallest(attempts: ShrinkAttempts, known?: SmallestFailure): Promise<SmallestFailure> {
    try {
      return await this.shrunk(attempts, known);
    } catch (error) {
      if (error instanceof RunInterrupted) return known ?? unshrunkFailure(attempts.finding);
      throw error;
    }
  }

  private async shrunk(attempts: ShrinkAttempts, known?: SmallestFailure): Promise<SmallestFailure> {
    const smallest = known ?? (await shrink(attempts, this.hints));
    if (smallest.reproduced) this.hints.shown.push({ from: attempts.finding.outcome.case.id, smallest });
    const isSettled = this.isSteady || !smallest.reproduced || smallest.repeated !== undefined;
    return isSettled || attempts.isStopped ? smallest : this.confirm(attempts, smallest);
  }

  /** Sends the smallest once more, and if it does not show then, a few times. */
  private async confirm(attempts: ShrinkAttempts, smallest: SmallestFailure): Promise<SmallestFailure> {
    const testCase = caseOf(smallest);
    if (testCase.parallel !== undefined) return smallest;
    const { creation = {} } = smallest;
    attempts.purpose = 'confirming';
    const once = await attempts.attempt(testCase, creation);
    this.isSteady = once?.shown !== undefined;
    if (this.isSteady || once === undefined) return smallest;
    const { times, of } = await confirmRepeats(repetitions, () => attempts.attempt(testCase, creation));
    return { ...smallest, repeated: { times: 1 + times, of: 2 + of } };
  }
}

function caseOf({ outcome, request, prior }: SmallestFailure): Case {
  const { case: testCase } = outcome;
  if (testCase.steps !== undefined) return testCase;
  return { ...testCase, request: isJsonObject(request) ? request : testCase.request, prior };
}
