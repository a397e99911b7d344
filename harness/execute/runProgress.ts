import type { Case, Phase } from '../../generators/cases/case.ts';
import { Findings, findingId } from '../findings/findings.ts';
import type { Lane } from '../plan/plan.ts';
import { caseLine, skippedLine } from '../record/caseLines.ts';
import type { PoolLine, RecordFooter, Verdict } from '../record/record.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import { LaneTrace } from './laneTrace.ts';
import { Ground } from './learnedRefusals.ts';
import type { Probed } from './probeTarget.ts';
import { runLane } from './runLane.ts';
import type { RunSetting } from './runSetting.ts';
import type { CaseOutcome, CaseSetting } from './runUpdate.ts';
import { unhurried } from './yieldToNetwork.ts';

/** A run under way: what came of its cases so far, and whether it goes on. */
export class RunProgress {
  readonly findings = new Findings();
  readonly errored: CaseOutcome[] = [];
  done = 0;
  trouble: string | null = null;
  private readonly setting: RunSetting;
  private readonly total: number;
  /** Why nothing more may be sent, though the target is well. */
  budget: string | null = null;
  private readonly spent = new Map<Phase, number>();
  /** How many cases of each lane were run; they are run in its order. */
  private readonly ran = new Map<Lane, number>();
  private drawing: Promise<readonly Case[]> = Promise.resolve([]);
  private readonly probed: Probed;
  private readonly ground: Ground;

  constructor(setting: RunSetting, probed: Probed) {
    this.setting = setting;
    this.probed = probed;
    this.ground = new Ground(this.caseSetting());
    this.total = setting.lanes.reduce((sum, { cases }) => sum + cases.length + 1, 0);
    setting.progress({ kind: 'planned', cases: this.total, lanes: setting.lanes.length });
  }

  async lane(lane: Lane): Promise<void> {
    if (this.stopped()) return;
    const started = performance.now();
    const trace = new LaneTrace(lane.name);
    const cases = await this.drawn(lane);
    const trouble = await this.within(() =>
      runLane(
        this.caseSetting(),
        { ...lane, cases },
        {
          stopped: () => this.stopped(),
          pool: (pool, one) => this.tell(trace.opened(pool, one)),
          outcome: (outcome) => this.take(lane, outcome, trace),
        },
        this.ground,
      ),
    );
    if (trouble !== undefined) this.trouble ??= trouble.trouble;
    this.spent.set(lane.phase, (this.spent.get(lane.phase) ?? 0) + performance.now() - started);
  }

  // One lane after another, in their order: they are cut from one sequence.
  private drawn({ cases }: Lane): Promise<readonly Case[]> {
    this.drawing = this.drawing.then(() => unhurried(cases));
    return this.drawing;
  }

  /** What cases are run with, once the target has been asked what it has. */
  caseSetting(): CaseSetting {
    const { contract, transport, region, messages = false, runId, existing, notSent, isExcused } = this.setting;
    const keepsPools = this.probed.line.pools !== 'none';
    return {
      contract,
      transport,
      region,
      messages,
      keepsPools,
      missing: this.probed.missing,
      ...(runId === undefined ? {} : { runId }),
      ...(existing === undefined ? {} : { existing }),
      ...(notSent === undefined ? {} : { notSent }),
      ...(isExcused === undefined ? {} : { isExcused }),
    };
  }

  /** Work that may find the budget spent: undefined then, and nothing more is begun. */
  async within<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      this.budget ??= error.message;
      return undefined;
    }
  }

  /** Cases that the budget did not reach are told one by one, or they would seem never to have been planned. */
  skipTheRest(): void {
    const { budget } = this;
    if (budget === null) return;
    for (const lane of this.setting.lanes) {
      for (const one of [...lane.cases].slice(this.ran.get(lane) ?? 0)) {
        this.done += 1;
        this.setting.record.write(skippedLine(lane.name, one, budget));
      }
    }
  }

  durations(): RecordFooter['phases'] {
    return [...this.spent].map(([phase, durationMs]) => ({ phase, durationMs: Math.round(durationMs) }));
  }

  private stopped(): boolean {
    return (
      this.trouble !== null ||
      this.budget !== null ||
      this.setting.interrupted() !== null ||
      (this.setting.failFast && this.findings.all().length > 0)
    );
  }

  private withoutStanding(outcome: CaseOutcome): Verdict {
    if (outcome.verdict.kind !== 'deviates') return outcome.verdict;
    const deviations = outcome.verdict.deviations.filter(
      (deviation) => !this.probed.standing.has(findingId(deviation)),
    );
    return deviations.length > 0 ? { kind: 'deviates', deviations } : undecidedOrConforming(outcome);
  }

  private tell(pool: PoolLine | undefined): void {
    if (pool !== undefined) this.setting.record.write(pool);
  }

  private take(lane: Lane, outcome: CaseOutcome, trace: LaneTrace): void {
    this.done += 1;
    this.ran.set(lane, (this.ran.get(lane) ?? 0) + 1);
    this.findings.add(outcome);
    if (outcome.verdict.kind === 'errored') this.errored.push(outcome);
    // What the account or the credentials are to blame for would be the same for every other case.
    if (outcome.verdict.kind === 'errored' && outcome.answer.kind === 'answered') this.trouble ??= outcome.verdict.why;
    if (outcome.answer.kind === 'unanswered' && outcome.answer.why === 'refused')
      this.trouble ??= outcome.answer.detail;
    const line = caseLine(lane.name, { ...outcome, verdict: this.withoutStanding(outcome) });
    this.setting.record.write({ ...line, ...trace.trace(outcome) });
    const findings = this.findings.all().length;
    this.setting.progress({ kind: 'case', done: this.done, of: this.total, phase: lane.phase, findings });
  }
}

function undecidedOrConforming({ expectation }: CaseOutcome): Verdict {
  return expectation.kind === 'open' ? { kind: 'undecided', why: expectation.why } : { kind: 'conforms' };
}
