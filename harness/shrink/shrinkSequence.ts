import { type Case, poolPlaceholder, type Step } from '../../generators/cases/case.ts';
import type { CaseOutcome, CaseSetting } from '../execute/caseOutcome.ts';
import { runSequence } from '../execute/runSequence.ts';
import { withNewPool } from '../execute/withNewPool.ts';
import { type Attempt, confirmRepeats } from '../findings/confirmRepeats.ts';
import { findingId } from '../findings/findings.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { SmallestFailure } from './smallestFailure.ts';

/** Most attempts to make one sequence shorter; each costs a few requests for every step. */
const attemptsEach = 24;

/** How often a sequence that did not reproduce its finding is retried. */
const repetitions = 3;

/** Looks for the shortest sequence that shows a finding, and in it for the fewest members. */
export async function shrinkSequence(
  setting: CaseSetting,
  { id, outcome }: RawFinding,
  steps: readonly Step[],
): Promise<SmallestFailure> {
  const show = (candidate: readonly Step[]) => attempt(setting, outcome.case, candidate, id);
  const first = await show(steps);
  if (first?.shown === undefined) return retryUnshrunk(steps, outcome, () => show(steps));
  const [best, shown] = await shortestFailingSequence(steps, first.shown, show);
  const once = await show(best);
  if (once === undefined || once.shown !== undefined) return smallestOf(best, shown, true);
  const { times, of } = await confirmRepeats(repetitions, () => show(best));
  return { ...smallestOf(best, shown, true), repeated: { times: times + 1, of: of + 2 } };
}

async function retryUnshrunk(
  steps: readonly Step[],
  outcome: CaseOutcome,
  show: () => Promise<Attempt<CaseOutcome>>,
): Promise<SmallestFailure> {
  const { times, of, last } = await confirmRepeats(repetitions, show);
  if (last === undefined) return smallestOf(steps, outcome, false);
  return { ...smallestOf(steps, last, true), repeated: { times: times + 1, of: of + 2 } };
}

async function shortestFailingSequence(
  steps: readonly Step[],
  outcome: CaseOutcome,
  show: (candidate: readonly Step[]) => Promise<Attempt<CaseOutcome>>,
): Promise<readonly [steps: readonly Step[], outcome: CaseOutcome]> {
  let [best, shown] = [steps, outcome];
  const refuted = new Set<string>();
  for (let attempts = 0; attempts < attemptsEach; attempts += 1) {
    const candidate = simplerSequences(best).find((one) => !refuted.has(JSON.stringify(one)));
    if (candidate === undefined) break;
    const attempted = await show(candidate);
    if (attempted?.shown === undefined) refuted.add(JSON.stringify(candidate));
    else [best, shown] = [candidate, attempted.shown];
  }
  return [best, shown];
}

function attempt(setting: CaseSetting, one: Case, steps: readonly Step[], id: string): Promise<Attempt<CaseOutcome>> {
  return withNewPool(setting, async (pool) => {
    const outcome = await runSequence(setting, pool, { ...one, steps }, steps);
    if (outcome.verdict.kind === 'inconclusive' || outcome.verdict.kind === 'errored') return undefined;
    const deviations = outcome.verdict.kind === 'deviates' ? outcome.verdict.deviations : [];
    return { shown: deviations.some((deviation) => findingId(deviation) === id) ? outcome : undefined };
  });
}

/** Without one of the steps, the last one first, then without one member of one of the bodies. */
function simplerSequences(steps: readonly Step[]): readonly (readonly Step[])[] {
  const indices = steps.length < 2 ? [] : [...steps.keys()].toReversed();
  const shorter = indices.map((index) => steps.toSpliced(index, 1));
  const smaller = steps.flatMap((step, index) => {
    const names = Object.keys(step.body);
    return names.map((gone) => {
      const body = Object.fromEntries(Object.entries(step.body).filter(([name]) => name !== gone));
      return steps.with(index, { ...step, body });
    });
  });
  return [...shorter, ...smaller];
}

function smallestOf(steps: readonly Step[], outcome: CaseOutcome, reproduced: boolean): SmallestFailure {
  const last = steps.at(-1);
  const before = steps.slice(0, -1);
  return {
    request: { UserPoolId: poolPlaceholder, ...last?.body },
    prior: before.length === 0 ? {} : { steps: before },
    outcome: { ...outcome, case: { ...outcome.case, steps } },
    reproduced,
  };
}
