import { type Case, poolPlaceholder, type Step } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { type Attempt, confirmRepeats } from '../findings/confirmRepeats.ts';
import type { ShrinkAttempts } from './shrinkAttempts.ts';
import type { SmallestFailure } from './smallestFailure.ts';

/** Most attempts to make one sequence shorter; each costs a few requests for every step. */
const maxAttempts = 24;

/** How often a sequence that did not reproduce its finding is retried. */
const repetitions = 3;

type Show = (steps: readonly Step[]) => Promise<Attempt<SmallestFailure>>;

/** Looks for the shortest sequence that shows a finding, and in it for the fewest members. */
export async function shrinkSequence(attempts: ShrinkAttempts, steps: readonly Step[]): Promise<SmallestFailure> {
  const { outcome } = attempts.finding;
  for (const creation of [{}, attempts.laneCreation()]) {
    const show = showOn(attempts, outcome.case, creation);
    const first = await show(steps);
    if (first?.shown !== undefined) return shortestFailingSequence(steps, first.shown, show);
  }
  const { times, of, last } = await confirmRepeats(repetitions, () => showOn(attempts, outcome.case, {})(steps));
  if (last === undefined) return smallestOf(steps, outcome, {});
  return { ...last, repeated: { times: times + 1, of: of + 2 } };
}

function showOn(attempts: ShrinkAttempts, testCase: Case, creation: JsonObject): Show {
  return async (steps) => {
    const attempt = await attempts.attempt({ ...testCase, steps }, creation);
    if (attempt?.shown === undefined) return attempt;
    const { outcome } = attempt.shown;
    const made = attempt.shown.creation === undefined ? {} : { creation: attempt.shown.creation };
    return { shown: { ...smallestOf(steps, outcome, made), reproduced: true } };
  };
}

async function shortestFailingSequence(
  steps: readonly Step[],
  shown: SmallestFailure,
  show: Show,
): Promise<SmallestFailure> {
  let [best, smallest] = [steps, shown];
  const refuted = new Set<string>();
  for (let attempts = 0; attempts < maxAttempts; attempts += 1) {
    const candidate = simplerSequences(best).find((one) => !refuted.has(JSON.stringify(one)));
    if (candidate === undefined) break;
    const attempted = await show(candidate);
    if (attempted?.shown === undefined) refuted.add(JSON.stringify(candidate));
    else [best, smallest] = [candidate, attempted.shown];
  }
  return smallest;
}

/** The last step alone, then without a half of the steps, without one of them, and without one member of one of the bodies. */
function simplerSequences(steps: readonly Step[]): readonly (readonly Step[])[] {
  const half = steps.length >> 1;
  const parts = steps.length < 4 ? [] : [steps.slice(-1), steps.slice(half), steps.slice(0, half)];
  const indices = steps.length < 2 ? [] : [...steps.keys()].toReversed();
  const shorter = indices.map((index) => steps.toSpliced(index, 1));
  const smaller = steps.flatMap((step, index) => {
    const names = Object.keys(step.body);
    return names.map((gone) => {
      const body = Object.fromEntries(Object.entries(step.body).filter(([name]) => name !== gone));
      return steps.with(index, { ...step, body });
    });
  });
  return [...parts, ...shorter, ...smaller];
}

function smallestOf(
  steps: readonly Step[],
  outcome: CaseOutcome,
  made: Pick<SmallestFailure, 'creation'>,
): SmallestFailure {
  const last = steps.at(-1);
  const before = steps.slice(0, -1);
  return {
    request: { UserPoolId: poolPlaceholder, ...last?.body },
    prior: before.length === 0 ? {} : { steps: before },
    outcome: { ...outcome, case: { ...outcome.case, steps } },
    reproduced: false,
    ...made,
  };
}
