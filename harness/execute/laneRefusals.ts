import { type Case, requestWithPoolId } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import { findingId } from '../findings/findingId.ts';
import { isRefusal, type Revision, reviseVerdict } from '../findings/reviseVerdict.ts';
import { expectationOf } from '../oracle/expectation.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import type { LearnedRefusals, RefusalCause } from './learnedRefusals.ts';
import { runCase } from './runCase.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Unsuccessful searches after which a lane stops looking for causes. */
const maximumFailedSearches = 5;

/**
 * Refusals whose cause a lane has found. A lane learns only from its own cases, in order, so that results do not depend on
 * the lanes that run beside it.
 */
export class LaneRefusals {
  private readonly setting: CaseSetting;
  private readonly shared: LearnedRefusals;
  private readonly reported = new Map<string, string>();
  private failedSearches = 0;

  constructor(setting: CaseSetting, shared: LearnedRefusals) {
    this.setting = setting;
    this.shared = shared;
  }

  /** Runs a case. If it is refused because of a member it is not about, it is run again without that member where possible. */
  async run(pool: ScratchPool, testCase: Case, putsOffReading = false): Promise<CaseOutcome> {
    const outcome = await this.runOnce(pool, testCase, putsOffReading);
    const cause = await this.causeOf(outcome);
    if (cause === undefined) return outcome;
    const id = findingId(cause.deviation);
    const refusedAlone = renamedFor(cause.outcome, testCase);
    const top = topLevelOf(cause.member);
    if (!this.reported.has(id)) {
      this.reported.set(id, top);
      return spoiled(outcome, cause, refusedAlone, { kind: 'other-member', deviation: cause.deviation });
    }
    const stripped = this.without(pool, outcome.case, new Set([top]));
    const again = stripped === undefined ? undefined : await runCase(this.setting, pool, stripped);
    if (again !== undefined && (await this.causeOf(again)) === undefined) return { ...again, refusedAlone };
    const revision = { kind: 'other-member-again', member: cause.member, finding: id } as const;
    return spoiled(outcome, cause, refusedAlone, revision);
  }

  /** Runs a case without the members that the lane has reported, whatever comes of it. */
  runOnce(pool: ScratchPool, testCase: Case, putsOffReading = false): Promise<CaseOutcome> {
    const avoided =
      testCase.breaks.length === 0 ? undefined : this.without(pool, testCase, new Set(this.reported.values()));
    return runCase({ ...this.setting, putsOffReading }, pool, avoided ?? testCase);
  }

  private async causeOf({
    case: testCase,
    request,
    expectation,
    verdict,
  }: CaseOutcome): Promise<RefusalCause | undefined> {
    // An existing pool is the only pool, and a case is running on it.
    if (this.setting.existing !== undefined) return undefined;
    if (verdict.kind !== 'deviates' || this.failedSearches >= maximumFailedSearches || expectation.kind === 'open')
      return undefined;
    if (testCase.raw !== undefined || testCase.parallel !== undefined || testCase.fault !== undefined) return undefined;
    const refusal = verdict.deviations.find(({ kind }) => isRefusal(kind));
    if (refusal === undefined || !isJsonObject(request)) return undefined;
    const others = Object.keys(request).filter((name) => name !== 'UserPoolId' && name !== topLevelOf(testCase.member));
    if (others.length === 0) return undefined;
    const found = await this.shared.causeOf(request, refusal.answerClass, testCase.member);
    if (found === undefined) this.failedSearches += 1;
    return found;
  }

  /** The case without some top-level members, if its expectation stays the same. */
  private without(pool: ScratchPool, testCase: Case, gone: ReadonlySet<string>): Case | undefined {
    const { request, member, prior, steps, withinBound, raw } = testCase;
    if (prior !== undefined || steps !== undefined || withinBound !== undefined || raw !== undefined) return undefined;
    const own = topLevelOf(member);
    const kept = Object.entries(request).filter(([name]) => name === own || !gone.has(name));
    if (kept.length === Object.keys(request).length) return undefined;
    const smaller = { ...testCase, request: Object.fromEntries(kept) };
    return sameShown(this.meaningOf(pool, testCase), this.meaningOf(pool, smaller)) ? smaller : undefined;
  }

  private meaningOf(pool: ScratchPool, testCase: Case): JsonObject {
    const { contract, region } = this.setting;
    const request = requestWithPoolId(testCase.request, pool.id);
    const expectation = expectationOf({ contract, region, request, prior: pool.state, fresh: pool.fresh });
    const broken = expectation.kind === 'rejected' ? expectation.broken.map(({ id }) => id).toSorted() : [];
    return { kind: expectation.kind, broken };
  }
}

// Lanes share the result of a probe, but each reports it under its own case.
function renamedFor(outcome: CaseOutcome, { id, phase }: Case): CaseOutcome {
  return { ...outcome, case: { ...outcome.case, id, phase } };
}

/** An outcome that another member than the one the case is about has caused. */
function spoiled(
  outcome: CaseOutcome,
  cause: RefusalCause,
  refusedAlone: CaseOutcome,
  revision: Revision,
): CaseOutcome {
  const verdict = reviseVerdict(outcome.verdict, revision, outcome.expectation);
  return { ...outcome, refusedAlone, spoiledBy: cause.member, verdict };
}
