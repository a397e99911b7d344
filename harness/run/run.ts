import type { Case, Phase } from '../../generators/case.ts';
import type { Finding, PoolLine, RecordFooter, RecordHeader, Shard, TargetIdentity, Verdict } from '../record.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import { version } from '../version.ts';
import { Findings, findingId, findingLine } from './findings.ts';
import { LaneTrace } from './laneTrace.ts';
import { caseLine, skippedLine } from './lines.ts';
import { needsFactors } from './needsFactors.ts';
import type { Lane } from './plan.ts';
import { type Probed, probe } from './probe.ts';
import { reattributed } from './reattribute.ts';
import type { RecordWriter } from './recordFile.ts';
import type { CaseOutcome, CaseSetting } from './runCase.ts';
import { runLane } from './runLane.ts';
import { shrink } from './shrink.ts';

/** All that a run needs to be told. */
export interface RunSetting extends Omit<CaseSetting, 'missing'> {
  readonly target: TargetIdentity;
  readonly seed: number;
  readonly phases: readonly Phase[];
  /** Fuzz cases and filter that the lanes were planned with. */
  readonly cases?: number;
  readonly only?: string | undefined;
  /** Which part of the planned lanes these are. Absent or null: all of them. */
  readonly shard?: Shard | null;
  readonly lanes: readonly Lane[];
  readonly concurrency: number;
  readonly failFast: boolean;
  /** Whether the text of an error counts too. Absent: it does not. */
  readonly messages?: boolean;
  /** False leaves findings as they were found, which saves many requests. Absent: they are made small. */
  readonly shrinks?: boolean;
  readonly record: Pick<RecordWriter, 'write'>;
  /** Resolves the question "should the run end now" with a reason. */
  readonly interrupted: () => string | null;
  readonly progress: (event: Progress) => void;
}

export type Progress =
  | { readonly kind: 'planned'; readonly cases: number; readonly lanes: number }
  | {
      readonly kind: 'case';
      readonly done: number;
      readonly of: number;
      readonly phase: Phase;
      readonly findings: number;
    }
  | { readonly kind: 'shrinking'; readonly done: number; readonly of: number };

/** What a run came to, beyond what the record holds. */
export interface RunResult {
  /** Why cases were left out, though nothing was wrong; or null. */
  readonly budget: string | null;
  readonly findings: readonly Finding[];
  readonly footer: RecordFooter;
  /** Cases that failed through a fault of ours or of the set-up. */
  readonly errored: readonly CaseOutcome[];
}

/**
 * Runs a plan against a target: lanes side by side, then the findings one after another made small, then the footer.
 * Throws a UserError where the target cannot be reached or gives no pool at all.
 */
export async function run(setting: RunSetting): Promise<RunResult> {
  const started = performance.now();
  const { transport, record } = setting;
  record.write(headerOf(setting));
  const probed = await probe(setting, setting.target, needsFactors(setting.lanes));
  record.write(probed.line);
  const course = new Course(setting, probed);
  await inParallel(setting.lanes, setting.concurrency, (lane) => course.lane(lane));
  course.skipTheRest();
  const findings = await shrunk(setting, course);
  for (const finding of findings) record.write(finding);
  const footer: RecordFooter = {
    line: 'footer',
    cases: course.done,
    findings: findings.length,
    requests: transport.sent(),
    durationMs: Math.round(performance.now() - started),
    phases: course.durations(),
    interrupted: setting.interrupted() ?? course.trouble,
    ...(setting.failFast && findings.length > 0 ? { failedFast: true } : {}),
  };
  record.write(footer);
  return { findings, footer, errored: course.errored, budget: course.budget };
}

function headerOf({ contract, target, seed, region, phases, cases = 0, only, shard = null }: RunSetting): RecordHeader {
  return {
    line: 'header',
    format: 'poolproof-record',
    version: 1,
    tool: { name: 'poolproof', version },
    target,
    edition: contract.edition.date,
    basis: contract.basis,
    seed,
    region,
    phases,
    cases,
    only: only ?? null,
    shard,
    startedAt: new Date().toISOString(),
  };
}

class Course {
  readonly findings = new Findings();
  readonly errored: CaseOutcome[] = [];
  done = 0;
  trouble: string | null = null;
  private readonly setting: RunSetting;
  private readonly total: number;
  /** Why nothing more may be sent, though the target is well. */
  budget: string | null = null;
  private readonly spent = new Map<Phase, number>();
  private readonly ran = new Set<Case>();
  private readonly probed: Probed;

  constructor(setting: RunSetting, probed: Probed) {
    this.setting = setting;
    this.probed = probed;
    this.total = setting.lanes.reduce((sum, { cases }) => sum + cases.length + 1, 0);
    setting.progress({ kind: 'planned', cases: this.total, lanes: setting.lanes.length });
  }

  async lane(lane: Lane): Promise<void> {
    if (this.stopped()) return;
    const started = performance.now();
    const trace = new LaneTrace(lane.name);
    const trouble = await this.within(() =>
      runLane(this.caseSetting(), lane, {
        stopped: () => this.stopped(),
        pool: (pool, one) => this.tell(trace.opened(pool, one)),
        outcome: (outcome) => this.take(lane, outcome, trace),
      }),
    );
    if (trouble !== undefined) this.trouble ??= trouble.trouble;
    this.spent.set(lane.phase, (this.spent.get(lane.phase) ?? 0) + performance.now() - started);
  }

  /** What cases are run with, once the target has been asked what it has. */
  caseSetting(): CaseSetting {
    const { contract, transport, region, messages = false, runId, notSent, isExcused } = this.setting;
    const keepsPools = this.probed.line.pools !== 'none';
    return {
      contract,
      transport,
      region,
      messages,
      keepsPools,
      missing: this.probed.missing,
      ...(runId === undefined ? {} : { runId }),
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
    for (const { name, cases } of this.setting.lanes) {
      for (const one of cases.filter((planned) => !this.ran.has(planned))) {
        this.done += 1;
        this.setting.record.write(skippedLine(name, one, budget));
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
    this.ran.add(outcome.case);
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

async function shrunk(setting: RunSetting, course: Course): Promise<readonly Finding[]> {
  const all = course.findings.all();
  const byId = new Map<string, Finding>();
  for (const [index, raw] of all.entries()) {
    setting.progress({ kind: 'shrinking', done: index, of: all.length });
    const gone = setting.shrinks === false || setting.interrupted() !== null || course.budget !== null;
    const smallest = gone ? undefined : await course.within(() => shrink(course.caseSetting(), raw));
    const found = {
      request: raw.outcome.request,
      prior: raw.outcome.case.prior ?? {},
      outcome: raw.outcome,
      reproduced: false,
    };
    const line = reattributed(setting.contract, findingLine(setting.contract, raw, smallest ?? found));
    const twin = byId.get(line.id);
    byId.set(line.id, twin === undefined ? line : { ...twin, count: twin.count + line.count });
  }
  return [...byId.values()];
}

/** Works through items, so many at a time, in order of their start. */
async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
