import { type Case, requestWithPoolId } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import { findingId } from '../findings/findings.ts';
import { expectationOf } from '../oracle/expectation.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Deviation, Verdict } from '../record/record.ts';
import { type Culprit, type Ground, isRefusal } from './learnedRefusals.ts';
import { runAny } from './runByForm.ts';
import type { CaseOutcome, CaseSetting } from './runUpdate.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Searches without a result after which a lane takes refusals as they come. */
const mostFutile = 5;

/**
 * What a lane has learned of its target. It learns from its own cases alone, in their order, so that nothing hangs on which
 * lanes ran beside it.
 */
export class LaneGround {
  private readonly setting: CaseSetting;
  private readonly ground: Ground;
  private readonly known = new Map<string, string>();
  private futile = 0;

  constructor(setting: CaseSetting, ground: Ground) {
    this.setting = setting;
    this.ground = ground;
  }

  /** Runs a case. One that is refused for the sake of something it is not about is run without that, where that can be. */
  async run(pool: ScratchPool, one: Case): Promise<CaseOutcome> {
    const avoided = one.breaks.length === 0 ? undefined : this.without(pool, one, new Set(this.known.values()));
    const outcome = await runAny(this.setting, pool, avoided ?? one);
    const culprit = await this.culpritOf(outcome);
    if (culprit === undefined) return outcome;
    const id = findingId(culprit.deviation);
    const showing = named(culprit.outcome, one);
    const top = topLevelOf(culprit.member);
    if (!this.known.has(id)) {
      this.known.set(id, top);
      return { ...outcome, showing, spoiledBy: culprit.member, verdict: verdictWith(outcome, culprit.deviation) };
    }
    const stripped = this.without(pool, outcome.case, new Set([top]));
    const again = stripped === undefined ? undefined : await runAny(this.setting, pool, stripped);
    if (again !== undefined && (await this.culpritOf(again)) === undefined) return { ...again, showing };
    return { ...outcome, showing, spoiledBy: culprit.member, verdict: verdictWithout(outcome, culprit, id) };
  }

  private async culpritOf({ case: one, request, expectation, verdict }: CaseOutcome): Promise<Culprit | undefined> {
    // A pool that was there before is the only one, and a case is under way on it.
    if (this.setting.existing !== undefined) return undefined;
    if (verdict.kind !== 'deviates' || this.futile >= mostFutile || expectation.kind === 'open') return undefined;
    if (one.raw !== undefined || one.parallel !== undefined || one.fault !== undefined) return undefined;
    const refusal = verdict.deviations.find(({ kind }) => isRefusal(kind));
    if (refusal === undefined || !isJsonObject(request)) return undefined;
    const others = Object.keys(request).filter((name) => name !== 'UserPoolId' && name !== topLevelOf(one.member));
    if (others.length === 0) return undefined;
    const found = await this.ground.culprit(request, refusal.answerClass, one.member);
    if (found === undefined) this.futile += 1;
    return found;
  }

  /** The case without some top-level members, if it says the same about its own subject then. */
  private without(pool: ScratchPool, one: Case, gone: ReadonlySet<string>): Case | undefined {
    const { request, member, prior, steps, twin, raw } = one;
    if (prior !== undefined || steps !== undefined || twin !== undefined || raw !== undefined) return undefined;
    const own = topLevelOf(member);
    const kept = Object.entries(request).filter(([name]) => name === own || !gone.has(name));
    if (kept.length === Object.keys(request).length) return undefined;
    const smaller = { ...one, request: Object.fromEntries(kept) };
    return sameShown(this.sense(pool, one), this.sense(pool, smaller)) ? smaller : undefined;
  }

  private sense(pool: ScratchPool, one: Case): JsonObject {
    const { contract, region } = this.setting;
    const request = requestWithPoolId(one.request, pool.id);
    const expectation = expectationOf({ contract, region, request, prior: pool.state, fresh: pool.fresh });
    const broken = expectation.kind === 'rejected' ? expectation.broken.map(({ id }) => id).toSorted() : [];
    return { kind: expectation.kind, broken };
  }
}

// Lanes that ask the same share the answer, but each tells of it under its own case.
function named(outcome: CaseOutcome, { id, phase }: Case): CaseOutcome {
  return { ...outcome, case: { ...outcome.case, id, phase } };
}

function otherDeviations({ verdict }: CaseOutcome): readonly Deviation[] {
  return verdict.kind === 'deviates' ? verdict.deviations.filter(({ kind }) => !isRefusal(kind)) : [];
}

function verdictWith(outcome: CaseOutcome, deviation: Deviation): Verdict {
  return { kind: 'deviates', deviations: [deviation, ...otherDeviations(outcome)] };
}

function verdictWithout(outcome: CaseOutcome, { member }: Culprit, id: string): Verdict {
  const deviations = otherDeviations(outcome);
  if (deviations.length > 0) return { kind: 'deviates', deviations };
  return {
    kind: 'inconclusive',
    why: `The target refuses ${member} as it is here, which is the finding ${id} and not what this case is about.`,
  };
}
