import type { Phase } from '../../generators/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { judgeWire } from '../judge/wire.ts';
import type { Finding, RecordFooter, RecordHeader, Shard, TargetIdentity, Verdict } from '../record.ts';
import type { Answer } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { UserError } from '../userError.ts';
import { version } from '../version.ts';
import { Findings, findingId, findingLine } from './findings.ts';
import { caseLine } from './lines.ts';
import type { Lane } from './plan.ts';
import { reattributed } from './reattribute.ts';
import type { RecordWriter } from './recordFile.ts';
import type { CaseOutcome, CaseSetting } from './runCase.ts';
import { runLane } from './runLane.ts';
import { openPool, type PoolTrouble, removePool } from './scratchPool.ts';
import { shrink } from './shrink.ts';

/** All that a run needs to be told. */
export interface RunSetting {
  readonly contract: Contract;
  readonly transport: Transport;
  readonly target: TargetIdentity;
  readonly region: string;
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
  const course = new Course(setting, await probe(setting));
  await inParallel(setting.lanes, setting.concurrency, (lane) => course.lane(lane));
  const findings = await shrunk(setting, course.findings);
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
  return { findings, footer, errored: course.errored };
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

/** Makes sure, before anything is judged, that the target answers and makes pools; gives what is wrong with any answer. */
async function probe(setting: RunSetting): Promise<ReadonlySet<string>> {
  const { transport, contract, target } = setting;
  const pool = await openPool(transport, contract.edition, 'poolproof-probe');
  if ('trouble' in pool) throw unusable(target, pool);
  const accepted = await transport.send('UpdateUserPool', JSON.stringify({ UserPoolId: pool.id }));
  await removePool(transport, pool.id);
  const refused = await transport.send('UpdateUserPool', JSON.stringify({ UserPoolId: pool.id }));
  return standingDepartures(contract, [accepted, refused]);
}

function unusable({ endpoint, id }: TargetIdentity, { answer, trouble }: PoolTrouble): UserError {
  const place = endpoint ?? id;
  return answer.kind === 'unanswered'
    ? new UserError(
        'unreachable-target',
        `Target did not answer at ${place}: ${answer.detail}.`,
        'Start it, or pick another with --target.',
        3,
      )
    : new UserError(
        'unusable-target',
        `Target at ${place} cannot be tested. ${trouble}.`,
        'poolproof needs CreateUserPool, DescribeUserPool and UpdateUserPool. Is this the URL of a Cognito endpoint?',
        3,
      );
}

/** Departures of form that every answer of the target has: findings, but no reason to call every case a deviation. */
function standingDepartures(contract: Contract, answers: readonly Answer[]): ReadonlySet<string> {
  const ids = answers.flatMap((answer) =>
    answer.kind === 'answered' ? judgeWire(contract, answer).map(findingId) : [],
  );
  return new Set(ids);
}

class Course {
  readonly findings = new Findings();
  readonly errored: CaseOutcome[] = [];
  done = 0;
  trouble: string | null = null;
  private readonly setting: RunSetting;
  private readonly total: number;
  private readonly spent = new Map<Phase, number>();

  private readonly standing: ReadonlySet<string>;

  constructor(setting: RunSetting, standing: ReadonlySet<string>) {
    this.setting = setting;
    this.standing = standing;
    this.total = setting.lanes.reduce((sum, { cases }) => sum + cases.length + 1, 0);
    setting.progress({ kind: 'planned', cases: this.total, lanes: setting.lanes.length });
  }

  async lane(lane: Lane): Promise<void> {
    if (this.stopped()) return;
    const started = performance.now();
    const trouble = await runLane(this.setting, lane, {
      stopped: () => this.stopped(),
      outcome: (outcome) => this.take(lane, outcome),
    });
    if (trouble !== undefined) this.trouble ??= trouble.trouble;
    this.spent.set(lane.phase, (this.spent.get(lane.phase) ?? 0) + performance.now() - started);
  }

  durations(): RecordFooter['phases'] {
    return [...this.spent].map(([phase, durationMs]) => ({ phase, durationMs: Math.round(durationMs) }));
  }

  private stopped(): boolean {
    return (
      this.trouble !== null ||
      this.setting.interrupted() !== null ||
      (this.setting.failFast && this.findings.all().length > 0)
    );
  }

  private withoutStanding(outcome: CaseOutcome): Verdict {
    if (outcome.verdict.kind !== 'deviates') return outcome.verdict;
    const deviations = outcome.verdict.deviations.filter((deviation) => !this.standing.has(findingId(deviation)));
    return deviations.length > 0 ? { kind: 'deviates', deviations } : undecidedOrConforming(outcome);
  }

  private take(lane: Lane, outcome: CaseOutcome): void {
    this.done += 1;
    this.findings.add(outcome);
    if (outcome.verdict.kind === 'errored') this.errored.push(outcome);
    if (outcome.answer.kind === 'unanswered' && outcome.answer.why === 'refused')
      this.trouble ??= outcome.answer.detail;
    this.setting.record.write(caseLine(lane.name, { ...outcome, verdict: this.withoutStanding(outcome) }));
    const findings = this.findings.all().length;
    this.setting.progress({ kind: 'case', done: this.done, of: this.total, phase: lane.phase, findings });
  }
}

function undecidedOrConforming({ expectation }: CaseOutcome): Verdict {
  return expectation.kind === 'open' ? { kind: 'undecided', why: expectation.why } : { kind: 'conforms' };
}

async function shrunk(setting: RunSetting, findings: Findings): Promise<readonly Finding[]> {
  const all = findings.all();
  const byId = new Map<string, Finding>();
  for (const [index, raw] of all.entries()) {
    setting.progress({ kind: 'shrinking', done: index, of: all.length });
    const gone = setting.shrinks === false || setting.interrupted() !== null;
    const smallest = gone ? undefined : await shrink(caseSetting(setting), raw);
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

function caseSetting({ contract, transport, region }: RunSetting): CaseSetting {
  return { contract, transport, region };
}

/** Works through items, so many at a time, in order of their start. */
async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
