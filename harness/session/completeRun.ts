import { asSentence } from '../../specs/asSentence.ts';
import { contractOf } from '../../specs/contract.ts';
import { saveToCorpus } from '../corpus/saveToCorpus.ts';
import { type RunResult, runPlan } from '../execute/runPlan.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import { TimeLimit } from '../execute/timeLimit.ts';
import { isLeftBehind, leftBehindSentence } from '../figures/leftBehind.ts';
import type { Lane } from '../plan/plan.ts';
import type { RunRecord } from '../record/record.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { redactedError } from '../userError.ts';
import type { OpenGate } from './openGate.ts';
import { openSession, type Session, type SessionControl } from './openSession.ts';
import { poolOptionsOf } from './poolOptionsOf.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { targetConnection } from './targetConnection.ts';

/** What a run needs besides its settings. */
export interface RunMeans extends Pick<SessionControl, 'open' | 'listsPools'> {
  readonly lanes: readonly Lane[];
  readonly keeper: RecordKeeper;
  readonly gate: OpenGate;
  readonly stop: NonNullable<SessionControl['stop']>;
  readonly warn: (text: string) => void;
  readonly progress: RunSetting['progress'];
}

/** Why a run is not complete. */
export interface RunProblem {
  readonly code: 'left-behind' | 'errored-cases' | 'lost-target';
  readonly says: string;
}

/** A run that has ended, and whose session is closed. */
export interface CompletedRun {
  /** The record with the outcome of the gate. */
  readonly record: RunRecord;
  readonly problem: RunProblem | undefined;
  /** What a started target printed before it exited early, or "". */
  readonly lastWords: string;
}

/** Opens the target, runs the plan, saves what failed to the corpus and asks the gate, for command line and library alike. */
export async function completeRun(settings: RunSettings, means: RunMeans): Promise<CompletedRun> {
  const contract = contractOf(settings.edition, settings.basis);
  const timeLimit = settings.maxTime === undefined ? undefined : new TimeLimit(settings.maxTime);
  const session = await openSession(settings, contract, means);
  const ended = await runInSession(settings, session, { ...means, contract, timeLimit }).then(
    (run) => ({ run }),
    (error: unknown) => ({ error }),
  );
  const lastWords = await session.lastWords();
  await session.close();
  if ('run' in ended) return { ...ended.run, lastWords };
  if (lastWords !== '') means.warn(lastWords);
  throw redactedError(ended.error, session.redact);
}

async function runInSession(
  settings: RunSettings,
  session: Session,
  {
    contract,
    timeLimit,
    lanes,
    keeper,
    gate,
    stop,
    warn,
    progress,
  }: RunMeans & Pick<RunSetting, 'contract' | 'timeLimit'>,
): Promise<Omit<CompletedRun, 'lastWords'>> {
  const result = await runPlan({
    ...settings,
    ...session,
    ...(stop.signal === undefined ? {} : { signal: stop.signal }),
    contract,
    timeLimit,
    lanes,
    record: keeper,
    poolOptions: poolOptionsOf(settings),
    connection: targetConnection(settings),
    interrupted: stop.reason,
    progress,
  });
  if (result.budget !== null) warn(`${result.budget} What was left is skipped.`);
  const found = problemOf(result);
  const problem = found && { ...found, says: session.redact(found.says) };
  const written = keeper.finish();
  const leftOut = settings.corpus === undefined ? '' : saveToCorpus(settings.corpus, written);
  if (leftOut !== '') warn(leftOut);
  const isComplete = problem === undefined && stop.reason() === null;
  return { record: keeper.withGate(written, gate(written, isComplete)), problem };
}

function problemOf({ footer, errored }: RunResult): RunProblem | undefined {
  const [first] = errored;
  if (first?.verdict.kind === 'errored') {
    const says = `${errored.length} cases could not be judged, the first is ${first.case.id}: ${first.verdict.why}`;
    return { code: 'errored-cases', says };
  }
  if (footer.interrupted !== null) {
    return { code: 'lost-target', says: `The run could not be completed: ${asSentence(footer.interrupted)}` };
  }
  return isLeftBehind(footer) ? { code: 'left-behind', says: leftBehindSentence(footer) } : undefined;
}
