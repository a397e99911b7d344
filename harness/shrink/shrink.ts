import { type Case, type Prior, poolPlaceholder } from '../../generators/cases/case.ts';
import { severalFaultsClause } from '../../generators/cases/severalFaultsClause.ts';
import type { JsonObject } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import type { CaseOutcome, CaseSetting } from '../execute/caseOutcome.ts';
import { runCase } from '../execute/runCase.ts';
import { withNewPool } from '../execute/withNewPool.ts';
import { type Attempt, confirmRepeats } from '../findings/confirmRepeats.ts';
import { findingId } from '../findings/findings.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { valueAt } from '../oracle/condition.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { shrinkSequence } from './shrinkSequence.ts';
import { simplerRequests, withoutMembers } from './simplerRequests.ts';
import { type SmallestFailure, unshrunkFailure } from './smallestFailure.ts';
import { faultyMembers, withoutFault } from './withoutFault.ts';

function keyOf({ request, prior }: Case): string {
  return JSON.stringify([request, prior]);
}

/** Most attempts to make one finding smaller; each costs about five requests. */
const attemptsEach = 24;

/** How often a finding that did not reproduce is retried before it is reported as flaky. */
const repetitions = 5;

/** How often the smallest request has to show the fault again. */
const confirmations = 2;

/**
 * Looks for the smallest request that shows a finding on a new pool. A request counts only if the judge, asked afresh on the
 * body that was sent, gives the same deviation: so a shrunk case still breaks the clause it names.
 */
export async function shrink(setting: CaseSetting, finding: RawFinding): Promise<SmallestFailure> {
  const { outcome } = finding;
  // The last case of a lane reads another pool and sends nothing.
  if (outcome.answer.kind === 'unanswered' && outcome.answer.why === 'not-sent') return unshrunkFailure(finding);
  if (outcome.case.steps !== undefined) return shrinkSequence(setting, finding, outcome.case.steps);
  const search = new ShrinkSearch(setting, finding);
  const first = await search.firstThatShows();
  if (first === undefined) return search.retry(unshrunkFailure(finding));
  return search.confirm(await search.smaller(await search.fewerFaults(first)));
}

class ShrinkSearch {
  private readonly setting: CaseSetting;
  private readonly finding: RawFinding;
  private attempts = 0;

  constructor(setting: CaseSetting, finding: RawFinding) {
    this.setting = setting;
    this.finding = finding;
  }

  async firstThatShows(): Promise<SmallestFailure | undefined> {
    const { case: one, before } = this.finding.outcome;
    for (const candidate of startingPoints(one, this.finding.deviation.member, before?.members)) {
      const attempt = await this.attempt(candidate);
      if (attempt?.shown !== undefined) return attempt.shown;
    }
    return undefined;
  }

  /** Of several faults as few as show it together: those of one member after another go. */
  async fewerFaults(start: SmallestFailure): Promise<SmallestFailure> {
    const { deviation, alone = new Set() } = this.finding;
    if (deviation.clause !== severalFaultsClause || typeof start.request === 'string') return start;
    const { edition } = this.setting.contract;
    let best = start;
    for (const member of faultyMembers(edition, start.request)) {
      const candidate = withoutFault(edition, best.outcome.case, member, alone);
      if (candidate === undefined || this.attempts >= attemptsEach) continue;
      const attempt = await this.attempt(candidate);
      if (attempt?.shown !== undefined) best = attempt.shown;
    }
    return best;
  }

  /** Makes one part after another smaller; what was needed once is not tried again. */
  async smaller(start: SmallestFailure): Promise<SmallestFailure> {
    let best = start;
    const needed = new Set<string>();
    for (;;) {
      const candidate = this.nextSmaller(best, needed);
      if (candidate === undefined || this.attempts >= attemptsEach) return best;
      const attempt = await this.attempt(candidate);
      if (attempt?.shown === undefined) needed.add(keyOf(candidate));
      else best = attempt.shown;
    }
  }

  /** Retries a finding that did not reproduce: a flaky fault differs from one that a new pool does not have. */
  async retry(found: SmallestFailure): Promise<SmallestFailure> {
    const { case: one } = this.finding.outcome;
    const { times, of, last } = await confirmRepeats(repetitions, () => this.attempt(one));
    if (last === undefined) return found;
    // What is sent at one moment may come out in several ways, and one of them is wrong.
    return one.parallel === undefined ? { ...last, repeated: { times: times + 1, of: of + 2 } } : last;
  }

  /** Sends the smallest twice more, and if it does not show then, a few times. */
  async confirm(smallest: SmallestFailure): Promise<SmallestFailure> {
    const { case: one } = smallest.outcome;
    if (one.parallel !== undefined) return smallest;
    const same = () => this.attempt({ ...one, request: smallestRequest(one, smallest), prior: smallest.prior });
    const first = await confirmRepeats(confirmations, same);
    if (first.times === first.of) return smallest;
    const { times, of } = await confirmRepeats(repetitions - confirmations, same);
    return { ...smallest, repeated: { times: 1 + first.times + times, of: 1 + first.of + of } };
  }

  private nextSmaller(best: SmallestFailure, needed: ReadonlySet<string>): Case | undefined {
    const { case: one } = best.outcome;
    const { edition } = this.setting.contract;
    const mayShow = (request: JsonObject) => this.mayShow(request, one);
    for (const candidate of simplerCases(edition.input, one, best, mayShow)) {
      if (!needed.has(keyOf(candidate)) && mayShow(candidate.request)) return candidate;
    }
    return undefined;
  }

  // Asking the oracle is free, asking the target is not: a request without the broken or the judged part cannot show the fault.
  private mayShow(request: JsonObject, one: Case): boolean {
    const { request: found } = this.finding.outcome;
    const broken = breachesOf(this.setting.contract.edition, request).map(({ clause }) => clause);
    const model = breachesOf(this.setting.contract.edition, one.request).map(({ clause }) => clause);
    const { member } = this.finding.deviation;
    const isJudged = typeof found !== 'string' && member !== '' && valueAt(found, member) !== undefined;
    return sameShown(broken, model) && (!isJudged || valueAt(request, member) !== undefined);
  }

  private attempt(candidate: Case): Promise<Attempt<SmallestFailure>> {
    this.attempts += 1;
    return withNewPool(this.setting, async (pool) => {
      const outcome = await runCase(this.setting, pool, candidate);
      if (!isConclusive(outcome)) return undefined;
      const deviations = outcome.verdict.kind === 'deviates' ? outcome.verdict.deviations : [];
      if (!deviations.some((deviation) => findingId(deviation) === this.finding.id)) return { shown: undefined };
      const request = candidate.raw === undefined ? candidate.request : withoutId(outcome.request, pool.id);
      return { shown: { request, prior: candidate.prior ?? {}, outcome, reproduced: true } };
    });
  }
}

/** Whether an outcome says anything for or against a fault: being throttled or not being sent does not. */
export function isConclusive({ verdict: { kind } }: CaseOutcome): boolean {
  return kind !== 'inconclusive' && kind !== 'skipped' && kind !== 'errored';
}

/** The request with the placeholder in place of the id of the pool that it was sent to. */
function withoutId(request: JsonObject | string, id: string): JsonObject | string {
  if (typeof request === 'string') return request.replaceAll(id, poolPlaceholder);
  return JSON.parse(JSON.stringify(request).replaceAll(id, poolPlaceholder)) as JsonObject;
}

function smallestRequest(one: Case, { request }: SmallestFailure): JsonObject {
  return typeof request === 'string' ? one.request : request;
}

// From the smallest to the most certain: only the member, the whole request, the whole request on the same state.
function startingPoints(one: Case, member: string, state: JsonObject | undefined): readonly Case[] {
  const top = topLevelOf(member);
  const alone = Object.keys(one.request).filter((name) => name === 'UserPoolId' || name === top);
  const points: Case[] = [one];
  if (one.raw === undefined && alone.includes(top) && alone.length < Object.keys(one.request).length) {
    points.unshift({ ...one, request: Object.fromEntries(alone.map((name) => [name, one.request[name] ?? null])) });
  }
  if (state !== undefined) points.push({ ...one, prior: { ...one.prior, update: { ...state, ...one.prior?.update } } });
  return points;
}

/** The cases that are one step smaller: a member of the request or of the prior state left out, or a value made small. */
function* simplerCases(
  input: Shape,
  one: Case,
  { request, prior }: SmallestFailure,
  mayShow: (request: JsonObject) => boolean,
): Generator<Case, void> {
  if (typeof request === 'string') return;
  const base: Case = { ...one, request, prior };
  for (const smaller of simplerRequests(input, request, ['UserPoolId'], mayShow)) yield { ...base, request: smaller };
  for (const smaller of simplerPriors(input, prior)) yield { ...base, prior: smaller };
}

function* simplerPriors(input: Shape, { update, mfa }: Prior): Generator<Prior, void> {
  if (update === undefined) return;
  const kept = mfa === undefined ? {} : { mfa };
  yield kept;
  // A prior state is what a case needs, so its members go, and their values stay as they were.
  for (const smaller of withoutMembers(input, update, [])) yield { ...kept, update: smaller };
}
