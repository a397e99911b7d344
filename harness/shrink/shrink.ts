import { type Case, type Prior, poolPlaceholder } from '../../generators/cases/case.ts';
import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import { scratchTag } from '../execute/scratchPool.ts';
import { confirmRepeats } from '../findings/confirmRepeats.ts';
import { findingId } from '../findings/findingId.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import { valueAt } from '../oracle/condition.ts';
import { sameShown } from '../oracle/sameShown.ts';
import { canShowOnNewPool } from './canShowOnNewPool.ts';
import { furtherMembers, type Guess, guessSmallest, keepsReading } from './guessSmallest.ts';
import { longestText } from './longTexts.ts';
import { type OraclePool, OracleReader } from './oracleReader.ts';
import type { ShrinkAttempts } from './shrinkAttempts.ts';
import { shrinkSequence } from './shrinkSequence.ts';
import { simplerRequests, withoutMembers } from './simplerRequests.ts';
import { type SmallestFailure, unshrunkFailure } from './smallestFailure.ts';
import { brokenMembers, withoutBreach } from './withoutBreach.ts';

/** Most attempts to make one finding smaller, where the first guess is wrong. */
const maxAttempts = 24;

/** How often a finding that did not reproduce is retried before it is reported as flaky. */
const repetitions = 5;

/** What earlier findings of the same cause showed about the smallest request. */
export interface ShrinkHints {
  /** Members without which the target did not show the deviation, though the oracle sees no reason. */
  needed: JsonObject;
  /** The size in characters of the smallest request that deviated because of its length. */
  size?: number;
  /** The smallest requests of the cause so far, with the ids of the cases that they were made from. */
  readonly shown: { readonly from: string; readonly smallest: SmallestFailure }[];
}

/**
 * Looks for the smallest request that shows a finding on a new pool. The smallest request that is known from the clause is tried
 * first; only where that does not show the deviation are members and values left out one after another. A request counts only if
 * the judge, asked again about the body that was sent, gives the same deviation, and only if it breaks no other clause.
 */
export async function shrink(attempts: ShrinkAttempts, hints: ShrinkHints): Promise<SmallestFailure> {
  const { finding } = attempts;
  const { answer, case: testCase } = finding.outcome;
  // The last case of a lane reads another pool and sends nothing.
  if (answer.kind === 'unanswered' && answer.why === 'not-sent') return unshrunkFailure(finding);
  if (testCase.steps !== undefined) return shrinkSequence(attempts, testCase.steps);
  const fresh = await attempts.pools.fresh();
  return new ShrinkSearch(attempts, { ...attempts.pools.setting, fresh }).smallest(hints);
}

class ShrinkSearch {
  private readonly attempts: ShrinkAttempts;
  private readonly pool: OraclePool;
  private readonly reader: OracleReader;
  private creation: JsonObject = {};
  /** The prior state that has the member in question alone. */
  private ownPrior: Prior | undefined;

  constructor(attempts: ShrinkAttempts, pool: OraclePool) {
    this.attempts = attempts;
    this.pool = pool;
    this.reader = new OracleReader(pool, attempts.finding.deviation);
  }

  async smallest(hints: ShrinkHints): Promise<SmallestFailure> {
    const guess = this.guess();
    const limited = guess === undefined ? undefined : await this.atLimit(guess.fewestMembers, hints);
    if (limited !== undefined) return limited;
    const guessed = guess === undefined ? undefined : await this.firstShown(this.guesses(guess, hints));
    if (guessed !== undefined && guess !== undefined) {
      hints.needed = { ...hints.needed, ...furtherMembers(guessed.request, guess.smallest.request) };
      const { request, prior = {} } = guessed.outcome.case;
      const isLeast = !prior.update || prior === guess.smallest.prior || prior === this.ownPrior;
      return request === guess.smallest.request && isLeast ? guessed : this.shorter(await this.smaller(guessed), hints);
    }
    const known = this.shownByNeighbour(hints);
    if (known !== undefined) return known;
    const shown = (await this.firstShown(this.wholeCases())) ?? (await this.shownAsInLane());
    if (shown === undefined) return this.retry();
    return this.shorter(await this.smaller(await this.fewerBreaches(shown)), hints);
  }

  /** Where the size of a request mattered for an earlier finding: one of that size, if one that is shorter does not show this one. */
  private async atLimit(fewest: Case, { size = 0 }: ShrinkHints): Promise<SmallestFailure | undefined> {
    const text = longestText(fewest.request);
    if (text === undefined) return undefined;
    const length = size - (requestLength(fewest.request) - text.length);
    if (length <= 0 || length >= text.length) return undefined;
    const keeps = keepsReading(this.reader, fewest);
    const shownAt = async (characters: number) => {
      const candidate = { ...fewest, request: text.cutTo(characters) };
      return keeps(candidate) ? (await this.attempts.attempt(candidate))?.shown : undefined;
    };
    const shown = await shownAt(length);
    return shown === undefined || (await shownAt(length - 1)) !== undefined ? undefined : shown;
  }

  /** What was made small for another finding of the same case, where this one shows in it too. */
  private shownByNeighbour({ shown }: ShrinkHints): SmallestFailure | undefined {
    const { id, outcome } = this.attempts.finding;
    return shown.find(
      ({ from, smallest }) =>
        from === outcome.case.id &&
        deviationsOf(smallest.outcome.verdict).some((deviation) => findingId(deviation) === id),
    )?.smallest;
  }

  /** Undefined where the request is none that could be guessed: a text, several at once, or several breaches. */
  private guess(): Guess | undefined {
    const { deviation, outcome } = this.attempts.finding;
    const { raw, parallel, fault, fixtureError } = outcome.case;
    const isPlain = [raw, parallel, fault, fixtureError].every((one) => one === undefined);
    const isGuessable = isPlain && deviation.clause !== severalBreachesClause && !this.isAboutCreation();
    return isGuessable ? guessSmallest(this.reader, outcome.case) : undefined;
  }

  /** From the smallest to the surest: without a prior state, with it, with what others needed, with the values as they were. */
  private *guesses({ smallest, fewestMembers }: Guess, { needed }: ShrinkHints): Generator<Case, void> {
    yield* this.withSmallerPriors(smallest);
    yield smallest;
    const met = this.stateMetBy(smallest);
    const own = this.onOwnValue(smallest);
    this.ownPrior = own?.prior;
    if (own !== undefined) yield own;
    if (Object.keys(met).length > 0) yield onState(smallest, met);
    if (Object.keys(needed).length > 0) yield { ...smallest, request: { ...smallest.request, ...needed } };
    yield fewestMembers;
    const ownOfFewest = this.onOwnValue(fewestMembers);
    if (ownOfFewest !== undefined) yield ownOfFewest;
  }

  /** Without the prior state, and without its update, unless the request would break another rule then. */
  private *withSmallerPriors(one: Case): Generator<Case, void> {
    const { update, mfa } = one.prior ?? {};
    const keeps = keepsReading(this.reader, one);
    const priors = [
      ...(update === undefined && mfa === undefined ? [] : [{}]),
      ...(update === undefined || mfa === undefined ? [] : [{ mfa }]),
    ];
    for (const candidate of priors.map((prior) => ({ ...one, prior }))) if (keeps(candidate)) yield candidate;
  }

  /**
   * Of a state that is wrong because it stays as it was, or because it goes: the member alone, in the structures around it, with the
   * value that the request sends, or else with the one that it had.
   */
  private onOwnValue(one: Case): Case | undefined {
    const { outcome, deviation } = this.attempts.finding;
    const { kind, member, answerClass } = deviation;
    const sent = answerClass === 'unchanged' ? valueAt(one.request, member) : undefined;
    const value = sent ?? valueAt(outcome.before?.members ?? null, member);
    const isKept = kind === 'wrong-state' && ['unchanged', 'absent'].includes(answerClass) && !/[[{]/.test(member);
    if (!isKept || value === undefined || sameShown(value, valueAt(this.pool.fresh.members, member))) return undefined;
    const state = member.split('.').reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), value);
    return isJsonObject(state) ? { ...one, prior: { update: state } } : undefined;
  }

  /** Where a state is wrong afterwards: what its member, and those of the request, were before, and are not in a new pool. */
  private stateMetBy({ request }: Case): JsonObject {
    const { outcome, deviation } = this.attempts.finding;
    if (deviation.kind !== 'wrong-state' || outcome.before === null) return {};
    const own = topLevelOf(deviation.member);
    const state = Object.entries(differing(outcome.before.members, this.pool.fresh.members));
    return Object.fromEntries(state.filter(([name]) => name === own || Object.hasOwn(request, name)));
  }

  private isAboutCreation(): boolean {
    return Object.hasOwn(this.attempts.laneCreation(), this.attempts.finding.deviation.member);
  }

  private async firstShown(candidates: Iterable<Case>): Promise<SmallestFailure | undefined> {
    const tried = new Set<string>();
    for (const candidate of candidates) {
      const key = keyOf(candidate);
      if (tried.has(key) || !this.canShow(candidate)) continue;
      tried.add(key);
      const attempt = await this.attempts.attemptOnce(candidate, this.creation);
      if (attempt?.shown !== undefined) return attempt.shown;
    }
    return undefined;
  }

  private canShow(candidate: Case): boolean {
    const isUsual = Object.keys(this.creation).length === 0;
    return !isUsual || canShowOnNewPool(this.pool, candidate, this.attempts.finding.deviation);
  }

  /** The whole request; then the same on the state that it met. */
  private wholeCases(): readonly Case[] {
    const { outcome, deviation } = this.attempts.finding;
    const { case: testCase, before } = outcome;
    if (before === null) return [testCase];
    const state = differing(before.members, this.pool.fresh.members);
    const own = topLevelOf(deviation.member);
    const some = Object.hasOwn(state, own) ? [{ [own]: state[own] ?? null }] : [];
    return [testCase, ...[...some, state].map((update) => onState(testCase, update))];
  }

  /** On a pool that was made as those of the lane were. */
  private async shownAsInLane(): Promise<SmallestFailure | undefined> {
    this.creation = this.attempts.laneCreation();
    return Object.keys(this.creation).length === 0 ? undefined : this.firstShown(this.wholeCases());
  }

  /** Of several breaches as few as show it together: those of one member after another go. */
  private async fewerBreaches(start: SmallestFailure): Promise<SmallestFailure> {
    const { deviation, explained = new Set() } = this.attempts.finding;
    if (deviation.clause !== severalBreachesClause || typeof start.request === 'string') return start;
    const { edition } = this.pool.contract;
    let best = start;
    for (const member of brokenMembers(edition, start.request)) {
      const candidate = withoutBreach(edition, best.outcome.case, member, explained);
      if (candidate === undefined || this.attempts.made >= maxAttempts) continue;
      const attempt = await this.attempts.attempt(candidate, this.creation);
      if (attempt?.shown !== undefined) best = attempt.shown;
    }
    return best;
  }

  /** Where a long text matters, as it does for a limit on bodies: the shortest length of it that shows the deviation, by bisection. */
  private async shorter(start: SmallestFailure, hints: ShrinkHints): Promise<SmallestFailure> {
    const { case: testCase } = start.outcome;
    const text = typeof start.request === 'string' ? undefined : longestText(start.request);
    if (text === undefined || testCase.parallel !== undefined) return start;
    const keeps = keepsReading(this.reader, testCase);
    const other = requestLength(testCase.request) - text.length;
    const cut = (length: number): Case => ({ ...testCase, request: text.cutTo(length) });
    let [failing, shown] = [0, start];
    let length = text.length;
    const attempt = async (shorter: number) => {
      const candidate = cut(shorter);
      const result = keeps(candidate) ? await this.attempts.attempt(candidate, this.creation) : undefined;
      if (result?.shown === undefined) failing = shorter;
      else [length, shown] = [shorter, result.shown];
    };
    const idLength = sentIdLength(start) - poolPlaceholder.length;
    for (const limit of usualLimits.map((bytes) => bytes - idLength - other)) {
      for (const guess of [limit + 1, limit]) if (failing < guess && guess < length) await attempt(guess);
    }
    while (length - failing > 1 && !this.attempts.isStopped) await attempt(Math.floor((failing + length) / 2));
    hints.size = requestLength(shown.outcome.case.request);
    return shown;
  }

  /** Makes one part after another smaller; what was needed once is not tried again. */
  private async smaller(start: SmallestFailure): Promise<SmallestFailure> {
    if (typeof start.request === 'string' || start.outcome.case.parallel !== undefined) return start;
    let best = start;
    const needed = new Set([keyOf(start.outcome.case)]);
    while (this.attempts.made < maxAttempts) {
      const candidate = this.nextSmaller(best, needed);
      if (candidate === undefined) return best;
      const attempt = await this.attempts.attemptOnce(candidate, this.creation);
      if (this.attempts.isStopped) return best;
      needed.add(keyOf(candidate));
      const change = changedValue(best.outcome.case.request, candidate.request);
      if (attempt?.shown !== undefined) best = attempt.shown;
      else if (change !== undefined) needed.add(change);
    }
    return best;
  }

  private nextSmaller({ outcome: { case: testCase } }: SmallestFailure, needed: ReadonlySet<string>): Case | undefined {
    const keeps = keepsReading(this.reader, testCase);
    for (const candidate of simplerCases(this.pool, testCase, keeps)) {
      const change = changedValue(testCase.request, candidate.request);
      const isKnown = needed.has(keyOf(candidate)) || (change !== undefined && needed.has(change));
      if (!isKnown && keeps(candidate) && this.canShow(candidate)) return candidate;
    }
    return undefined;
  }

  /** Retries a finding that did not reproduce: a flaky deviation differs from one that a new pool does not have. */
  private async retry(): Promise<SmallestFailure> {
    const { finding } = this.attempts;
    const { case: testCase } = finding.outcome;
    const { times, of, last } = await confirmRepeats(repetitions, () => this.attempts.attempt(testCase));
    if (last === undefined) return unshrunkFailure(finding);
    // What is sent at one moment may come out in several ways, and one of them is wrong.
    return testCase.parallel === undefined ? { ...last, repeated: { times: times + 1, of: of + 2 } } : last;
  }
}

/** The members that differ from those of a new pool, which need no setting; the tag of our own pools is none of a case's. */
function differing({ UserPoolTags, ...members }: JsonObject, fresh: JsonObject): JsonObject {
  const isOurs = isJsonObject(UserPoolTags) && Object.keys(UserPoolTags).every((key) => key === scratchTag);
  const all = UserPoolTags === undefined || isOurs ? members : { ...members, UserPoolTags };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => !sameShown(value, fresh[name])));
}

/** Bytes of a body that servers take at most unless they are told otherwise: those of Express, and round numbers. */
const usualLimits = [102_400, 65_536, 1_048_576];

function sentIdLength({ outcome: { request } }: SmallestFailure): number {
  return isJsonObject(request) && typeof request.UserPoolId === 'string' ? request.UserPoolId.length : 0;
}

function requestLength(request: JsonObject): number {
  return JSON.stringify(request).length;
}

function keyOf({ request, prior = {} }: Case): string {
  return JSON.stringify([request, prior.update, prior.mfa]);
}

/** The place and the new value where a request differs from another in one value; undefined where it differs otherwise. */
function changedValue(request: JsonObject, changed: JsonObject): string | undefined {
  const names = Object.keys(changed).filter((name) => !jsonEqual(request[name], changed[name]));
  const [name] = names;
  const isSameShape = Object.keys(request).length === Object.keys(changed).length;
  if (name === undefined || names.length > 1 || !isSameShape || !Object.hasOwn(request, name)) return undefined;
  const [before, after] = [request[name], changed[name]];
  const value = isJsonObject(before) && isJsonObject(after) ? changedValue(before, after) : JSON.stringify(after);
  return value === undefined ? undefined : `${name}: ${value}`;
}

function onState(testCase: Case, state: JsonObject): Case {
  return { ...testCase, prior: { ...testCase.prior, update: { ...state, ...testCase.prior?.update } } };
}

/** The cases that are one step smaller: a member of the request or of the prior state left out, or a value made small. */
function* simplerCases(
  { contract: { edition } }: OraclePool,
  testCase: Case,
  keeps: (one: Case) => boolean,
): Generator<Case, void> {
  const { request, prior = {} } = testCase;
  // The whole of it at once, and first: it costs a request of another operation with each attempt.
  if (prior.mfa !== undefined) yield { ...testCase, prior: prior.update === undefined ? {} : { update: prior.update } };
  const mayShow = (smaller: JsonObject) => keeps({ ...testCase, request: smaller });
  // A long text is cut to the length that matters after this, by bisection.
  const requests =
    longestText(request) === undefined
      ? simplerRequests(edition.input, request, ['UserPoolId'], mayShow)
      : withoutMembers(edition.input, request, ['UserPoolId']);
  for (const smaller of requests) yield { ...testCase, request: smaller };
  for (const smaller of simplerPriors(edition.input, prior)) yield { ...testCase, prior: smaller };
}

function* simplerPriors(input: Parameters<typeof withoutMembers>[0], { update, mfa }: Prior): Generator<Prior, void> {
  if (update === undefined) return;
  const rest = mfa === undefined ? {} : { mfa };
  yield rest;
  // A prior state is what a case needs, so its members go, and their values stay as they were.
  for (const smaller of withoutMembers(input, update, [])) yield { ...rest, update: smaller };
}
