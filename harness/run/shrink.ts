import type { Case, Prior } from '../../generators/case.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { valueAt } from '../oracle/condition.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Finding } from '../record.ts';
import { findingId, type RawFinding } from './findings.ts';
import { runAny } from './runAny.ts';
import type { CaseOutcome, CaseSetting } from './runCase.ts';
import { openPool, removePool } from './scratchPool.ts';
import { shrinkSequence } from './shrinkSequence.ts';

/** The smallest request that was found to still show a fault. */
export interface Smallest {
  readonly request: JsonObject | string;
  readonly prior: Finding['prior'];
  readonly outcome: CaseOutcome;
  /** Whether the fault showed on a new pool. */
  readonly reproduced: boolean;
}

function keyOf({ request, prior }: Case): string {
  return JSON.stringify([request, prior]);
}

/** Most attempts to make one finding smaller; each costs about five requests. */
const attemptsEach = 16;

/**
 * Looks for the smallest request that shows a finding on a new pool. A request counts only if the judge, asked afresh on the
 * body that was sent, gives the same deviation: so a shrunk case still breaks the clause it names.
 */
export async function shrink(setting: CaseSetting, finding: RawFinding): Promise<Smallest> {
  const { outcome } = finding;
  const asFound: Smallest = { request: outcome.request, prior: outcome.case.prior ?? {}, outcome, reproduced: false };
  // The last case of a lane reads another pool and sends nothing.
  if (outcome.answer.kind === 'unanswered' && outcome.answer.why === 'not-sent') return asFound;
  if (outcome.case.steps !== undefined) return shrinkSequence(setting, finding, outcome.case.steps);
  const search = new Search(setting, finding);
  const first = await search.firstThatShows();
  return first === undefined ? asFound : search.smaller(first);
}

class Search {
  private readonly setting: CaseSetting;
  private readonly finding: RawFinding;
  private attempts = 0;

  constructor(setting: CaseSetting, finding: RawFinding) {
    this.setting = setting;
    this.finding = finding;
  }

  async firstThatShows(): Promise<Smallest | undefined> {
    const { case: one, before } = this.finding.outcome;
    for (const candidate of startingPoints(one, this.finding.deviation.member, before?.members)) {
      const shown = await this.attempt(candidate);
      if (shown !== undefined) return shown;
    }
    return undefined;
  }

  /** Takes away one part after another; what was needed once is not tried again. */
  async smaller(start: Smallest): Promise<Smallest> {
    let best = start;
    const needed = new Set<string>();
    for (;;) {
      const candidate = simplerCases(this.finding.outcome.case, best).find(
        (one) => !needed.has(keyOf(one)) && this.mayShow(one),
      );
      if (candidate === undefined || this.attempts >= attemptsEach) return best;
      const shown = await this.attempt(candidate);
      if (shown === undefined) needed.add(keyOf(candidate));
      else best = shown;
    }
  }

  // Asking the oracle is free, asking the target is not: a request without the broken or the judged part cannot show the fault.
  private mayShow({ request }: Case): boolean {
    const { case: one, request: found } = this.finding.outcome;
    const broken = breachesOf(this.setting.contract.edition, request).map(({ clause }) => clause);
    const model = breachesOf(this.setting.contract.edition, one.request).map(({ clause }) => clause);
    const { member } = this.finding.deviation;
    const isJudged = typeof found !== 'string' && member !== '' && valueAt(found, member) !== undefined;
    return sameShown(broken, model) && (!isJudged || valueAt(request, member) !== undefined);
  }

  private async attempt(candidate: Case): Promise<Smallest | undefined> {
    this.attempts += 1;
    const { transport } = this.setting;
    const pool = await openPool(this.setting);
    if ('trouble' in pool) return undefined;
    try {
      const outcome = await runAny(this.setting, pool, candidate);
      const deviations = outcome.verdict.kind === 'deviates' ? outcome.verdict.deviations : [];
      if (!deviations.some((deviation) => findingId(deviation) === this.finding.id)) return undefined;
      return {
        request: candidate.raw === undefined ? candidate.request : outcome.request,
        prior: candidate.prior ?? {},
        outcome,
        reproduced: true,
      };
    } finally {
      await removePool(transport, pool.id);
    }
  }
}

// From the smallest that could do to the surest: the member alone, the whole request, the whole request on the same state.
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

/** The cases that are one step smaller: a member of the request or of the prior state left out. */
function simplerCases(one: Case, { request, prior }: Smallest): readonly Case[] {
  if (typeof request === 'string') return [];
  const base: Case = { ...one, request, prior };
  const requests = smallerObjects(request, ['UserPoolId']).map((smaller) => ({ ...base, request: smaller }));
  const priors = smallerPriors(prior).map((smaller) => ({ ...base, prior: smaller }));
  return [...requests, ...priors];
}

function smallerPriors({ update, mfa }: Prior): readonly Prior[] {
  if (update === undefined) return [];
  const kept = mfa === undefined ? {} : { mfa };
  return [kept, ...smallerObjects(update, []).map((smaller) => ({ ...kept, update: smaller }))];
}

/** An object with one member left out, at the top first, then one level after another down; lists lose their last item. */
function smallerObjects(object: JsonObject, keep: readonly string[]): readonly JsonObject[] {
  const names = Object.keys(object).filter((name) => !keep.includes(name));
  const without = names.length < 2 && keep.length === 0 ? [] : names.map((name) => omit(object, name));
  const within = names.flatMap((name) => smallerValues(object[name]).map((value) => ({ ...object, [name]: value })));
  return [...without, ...within];
}

function smallerValues(value: JsonValue | undefined): readonly JsonValue[] {
  if (isJsonObject(value)) return smallerObjects(value, []);
  if (!Array.isArray(value) || value.length < 2) return [];
  return [value.slice(0, -1), value.slice(1)];
}

function omit(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
