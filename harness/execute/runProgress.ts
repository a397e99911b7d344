import type { Case, Phase } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import { isAtOrBelow } from '../../specs/member.ts';
import { Findings } from '../findings/findings.ts';
import { onlyConfirmed } from '../findings/onlyConfirmed.ts';
import { reviseVerdict } from '../findings/reviseVerdict.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import type { Lane } from '../plan/plan.ts';
import { caseLine, skippedLine } from '../record/caseLine.ts';
import type { Deviation, PoolLine, RecordFooter, Verdict } from '../record/record.ts';
import { RunInterrupted } from '../transport/abortableTransport.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { drawCases } from './drawCases.ts';
import type { GiveUp } from './giveUp.ts';
import { LaneTrace } from './laneTrace.ts';
import { LateDeletions } from './lateDeletions.ts';
import { LearnedRefusals } from './learnedRefusals.ts';
import type { ProbeResult } from './probeTarget.ts';
import { runLane } from './runLane.ts';
import type { RunSetting } from './runSetting.ts';
import { SparePools } from './sparePools.ts';

/** The state of a running run: outcomes so far, and whether it continues. */
export class RunProgress {
  readonly findings = new Findings();
  readonly errored: CaseOutcome[] = [];
  done = 0;
  private deviating = 0;
  private stopReason: string | null = null;
  private readonly giveUp: GiveUp;
  private readonly setting: RunSetting;
  private readonly total: number;
  /** Why the request budget forbids further requests, or null. */
  budget: string | null = null;
  /** Why no further case may begin, or null. */
  private outOfTime: string | null = null;
  private readonly phaseTimes = new Map<Phase, number>();
  /** The cases of each lane under way that were run, by id: how many of it. */
  private readonly finishedCases = new Map<Lane, Map<string, number>>();
  /** Lanes that were run to their end: of very many cases the ids would weigh more than all else. */
  private readonly wholeLanes = new Set<Lane>();
  private drawing: Promise<readonly Case[]> = Promise.resolve([]);
  private readonly probed: ProbeResult;
  private readonly refusals: LearnedRefusals;
  /** Pools that lanes have left as new. */
  readonly spares = new SparePools();
  private readonly lateDeletions = new LateDeletions();
  private readonly leftOut = new Map<ClauseId, number>();

  constructor(setting: RunSetting, probed: ProbeResult, giveUp: GiveUp) {
    this.setting = setting;
    this.giveUp = giveUp;
    this.probed = probed;
    this.refusals = new LearnedRefusals(this.caseSetting());
    this.total = setting.lanes.reduce((sum, { cases }) => sum + cases.length + 1, 0);
    setting.progress({ kind: 'planned', cases: this.total, lanes: setting.lanes.length });
  }

  async runLane(lane: Lane): Promise<void> {
    if (this.stopped()) return;
    const started = performance.now();
    const trace = new LaneTrace(lane.name);
    const cases = await this.drawLane(lane);
    const trouble = await this.whileAllowed(() =>
      runLane(
        this.caseSetting(),
        { ...lane, cases },
        {
          stopped: () => this.stopped(),
          pool: (pool, testCase) => this.recordPool(trace.opened(pool, testCase)),
          outcome: (outcome) => this.recordOutcome(lane, outcome, trace),
        },
        { refusals: this.refusals, spares: this.spares },
      ),
    );
    if (trouble !== undefined) this.stopReason ??= trouble.failure;
    if (!this.stopped()) this.noteWhole(lane);
    this.phaseTimes.set(lane.phase, (this.phaseTimes.get(lane.phase) ?? 0) + performance.now() - started);
  }

  /** Deletes what nothing needs any more. */
  async removeSpares(): Promise<void> {
    await this.whileAllowed(() => this.spares.remove(this.setting.transport));
  }

  // Lanes are drawn one after another, in order, because they share one sequence.
  private drawLane({ cases }: Lane): Promise<readonly Case[]> {
    this.drawing = this.drawing.then(() => drawCases(cases));
    return this.drawing;
  }

  /** What cases are run with, according to the probe. */
  caseSetting(): CaseSetting {
    const {
      contract,
      transport,
      region,
      messages = false,
      runId,
      existing,
      notSent,
      isExcused,
      givenIds,
    } = this.setting;
    const keepsPools = this.probed.line.pools !== 'none';
    return {
      contract,
      transport,
      region,
      messages,
      keepsPools,
      makesPools: this.probed.makesPools,
      hidesPools: this.probed.hidesPools,
      missing: this.probed.missing,
      ...(givenIds === undefined ? {} : { givenIds }),
      lateDeletions: this.lateDeletions,
      ...(runId === undefined ? {} : { runId }),
      ...(existing === undefined ? {} : { existing }),
      ...(notSent === undefined ? {} : { notSent }),
      ...(isExcused === undefined ? {} : { isExcused }),
    };
  }

  /** Runs work that sends requests; undefined if the budget is exhausted or the run is interrupted meanwhile. */
  async whileAllowed<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof BudgetSpent) this.budget ??= error.message;
      else if (!(error instanceof RunInterrupted)) throw error;
      return undefined;
    }
  }

  /** Why the run ends before its last case although nobody asked for that, or null. */
  reasonToStop(): string | null {
    return this.stopReason ?? this.giveUp.reason();
  }

  /** Why cases were left out although nothing failed, or null. */
  spent(): string | null {
    return this.budget ?? this.outOfTime;
  }

  /** Records the cases that the run did not reach as skipped, or they would seem never to have been planned. */
  skipRemaining(): void {
    const reason = this.spent() ?? this.giveUpSentence();
    if (reason === null) return;
    for (const lane of this.setting.lanes) {
      if (this.wholeLanes.has(lane)) continue;
      const finished = new Map(this.finishedCases.get(lane));
      for (const testCase of lane.cases) {
        const left = finished.get(testCase.id) ?? 0;
        finished.set(testCase.id, left - 1);
        if (left > 0) continue;
        this.done += 1;
        this.setting.record.write(skippedLine(lane.name, testCase, reason));
      }
    }
  }

  durations(): RecordFooter['phases'] {
    return [...this.phaseTimes].map(([phase, durationMs]) => ({ phase, durationMs: Math.round(durationMs) }));
  }

  private giveUpSentence(): string | null {
    const reason = this.giveUp.reason();
    return reason === null ? null : `The target was given up: ${reason}.`;
  }

  private stopped(): boolean {
    const { timeLimit } = this.setting;
    if (timeLimit?.isOverForCases(this.findings.count() > 0)) this.outOfTime = timeLimit.says;
    return (
      this.reasonToStop() !== null ||
      this.spent() !== null ||
      this.setting.interrupted() !== null ||
      this.setting.signal?.aborted === true ||
      (this.setting.failFast && this.findings.count() > 0)
    );
  }

  private withoutSystematic({ verdict, expectation }: CaseOutcome): Verdict {
    return reviseVerdict(verdict, { kind: 'every-answer', findings: this.probed.systematic }, expectation);
  }

  private withinFilter(outcome: CaseOutcome): CaseOutcome {
    const { only } = this.setting;
    if (only === undefined) return outcome;
    const isInside = ({ clause, member }: Deviation) => isAtOrBelow(clause, only) || isAtOrBelow(member, only);
    const outside = deviationsOf(outcome.verdict).filter((deviation) => !isInside(deviation));
    for (const clause of new Set(outside.map((deviation) => deviation.clause)))
      this.leftOut.set(clause, (this.leftOut.get(clause) ?? 0) + 1);
    const verdict = reviseVerdict(outcome.verdict, { kind: 'outside-filter', isInside }, outcome.expectation);
    return { ...outcome, verdict };
  }

  /** What the filter of the run has left out; nothing where there is none. */
  outsideFilter(): Pick<RecordFooter, 'outsideFilter'> {
    const outsideFilter = [...this.leftOut].map(([clause, cases]) => ({ clause, cases }));
    return outsideFilter.length === 0 ? {} : { outsideFilter };
  }

  private withConfirmed(outcome: CaseOutcome): CaseOutcome {
    const { confirmedOnly = false, contract } = this.setting;
    if (!confirmedOnly) return outcome;
    const { refusedAlone, verdict, expectation } = outcome;
    return {
      ...outcome,
      verdict: onlyConfirmed(verdict, outcome.case.clause, expectation, contract),
      ...(refusedAlone === undefined ? {} : { refusedAlone: this.withConfirmed(refusedAlone) }),
    };
  }

  private noteFinished(lane: Lane, id: string): void {
    const finished = this.finishedCases.get(lane) ?? new Map<string, number>();
    this.finishedCases.set(lane, finished.set(id, (finished.get(id) ?? 0) + 1));
  }

  private noteWhole(lane: Lane): void {
    this.finishedCases.delete(lane);
    this.wholeLanes.add(lane);
  }

  private recordPool(pool: PoolLine | undefined): void {
    if (pool !== undefined) this.setting.record.write(pool);
  }

  private recordOutcome(lane: Lane, whole: CaseOutcome, trace: LaneTrace): void {
    // What other lanes had under way when the first deviation came.
    if (this.setting.failFast && this.findings.count() > 0) return;
    const outcome = this.withConfirmed(this.withinFilter(whole));
    this.done += 1;
    this.noteFinished(lane, outcome.case.id);
    this.findings.add(outcome);
    if (outcome.verdict.kind === 'errored') this.errored.push(outcome);
    // A problem of the account or the credentials would affect every other case too.
    if (outcome.verdict.kind === 'errored' && outcome.answer.kind === 'answered')
      this.stopReason ??= outcome.verdict.why;
    if (outcome.answer.kind === 'unanswered' && outcome.answer.why === 'refused')
      this.stopReason ??= outcome.answer.detail;
    if (outcome.answer.kind === 'unanswered' && outcome.answer.why === 'reset' && outcome.verdict.kind === 'errored')
      this.stopReason ??= outcome.verdict.why;
    const line = caseLine(lane.name, { ...outcome, verdict: this.withoutSystematic(outcome) });
    this.setting.record.write({ ...line, ...trace.trace(outcome) });
    if (line.verdict.kind === 'deviates') this.deviating += 1;
    const { done, total: of, deviating } = this;
    this.setting.progress({ kind: 'case', done, of, phase: lane.phase, deviating });
  }
}
