import type { Command } from 'commander';
import { asSentence } from '../../specs/asSentence.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import type { JsonValue } from '../../specs/json.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { type OpenQuestion, openQuestions } from '../../specs/openQuestions.ts';
import { removePool } from '../execute/removePool.ts';
import { runPlan } from '../execute/runPlan.ts';
import { createPool, describeAnswer } from '../execute/scratchPool.ts';
import { isLeftBehind } from '../figures/leftBehind.ts';
import type { CaseLine } from '../record/record.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { requestRate, type Session, type SessionSettings } from '../session/openSession.ts';
import { planLanes } from '../session/planLanes.ts';
import type { Definitions } from '../settings/definition.ts';
import { readWord } from '../settings/readers.ts';
import { refuseRecordTarget } from '../settings/refuseRecordTarget.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { type Confirmation, confirmClauses } from '../survey/confirmClauses.ts';
import { oldestClauseLanes } from '../survey/oldestClauseLanes.ts';
import { runSurvey, type SurveyEntry } from '../survey/runSurvey.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import { type Redact, redactedValue } from '../transport/redact.ts';
import { UserError } from '../userError.ts';
import { callerFor } from './announce.ts';
import type { Interruption } from './interruption.ts';
import { printError, printResult } from './print.ts';
import { sessionDefinitions } from './sessionDefinitions.ts';
import { withSession } from './withSession.ts';

interface SurveySettings extends SessionSettings, Pick<RunSettings, 'edition' | 'basis' | 'only'> {
  /** Test the clauses that were confirmed longest ago, instead of the open questions. */
  readonly confirm: 'oldest' | undefined;
}

const { region, maxRequests } = sessionDefinitions;

const definitions: Definitions<SurveySettings> = {
  confirm: {
    argument: '<which>',
    description: 'test again the clauses that were confirmed longest ago: oldest',
    read: readWord<'oldest'>(['oldest']),
    fallback: undefined,
  },
  only: {
    ...runDefinitions.only,
    description: 'only the open question with this id; with --confirm, this clause or member',
  },
  ...sessionDefinitions,
  region: { ...region, description: `${region.description}; on aws the SDK's own comes before the default` },
  maxRequests: { ...maxRequests, description: 'maximum number of requests; questions beyond it are not asked' },
};

/** `poolproof survey`: asks a target the open questions, or the oldest confirmed clauses, and prints its answers as evidence. */
export function surveyCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('survey')
    .description('ask a target the open questions, and print its answers as evidence entries for review')
    .option('-o, --output <file>', 'output file (default: standard output)');
  addOptions(command, definitions);
  command.action(async ({ output, ...flags }: Record<string, unknown>) => {
    const explicit = readSettings({ ...definitions, region: { ...region, fallback: undefined } }, flags).region;
    const { entries, status } = await surveyTarget(readSettings(definitions, flags), explicit);
    const text = `${JSON.stringify(entries, undefined, 2)}\n`;
    if (typeof output === 'string') writeFileAtomically(output, text);
    else printResult(text);
    exit(status);
  });
}

interface SurveyResult {
  readonly entries: JsonValue;
  readonly status: number;
}

async function surveyTarget(given: SurveySettings, explicitRegion: string | undefined): Promise<SurveyResult> {
  refuseRecordTarget(given.target, '"mock", "aws", a URL or a file of msw handlers');
  const questions = given.confirm === undefined ? questionsNamed(given.only) : [];
  const caller = await callerFor(given.target, explicitRegion);
  const settings = caller === undefined ? given : { ...given, region: caller.region };
  if (caller !== undefined) {
    const pace = `${requestRate(settings)} requests per second`;
    printError(
      `account ${caller.account} as ${caller.arn}, ${caller.region}; pools are created and deleted at ${pace}.`,
    );
  }
  const contract = contractOf(settings.edition, settings.basis);
  return withSession(settings, contract, async (session, stop) => {
    const entries =
      settings.confirm === undefined
        ? await askQuestions(questions, settings, contract, session)
        : await confirmOldest(settings, contract, session, stop);
    const left = await session.cleanUp();
    return {
      entries: redactEntries(entries, session.redact),
      status: isLeftBehind(left) ? 3 : stop.reason() === null ? 0 : 130,
    };
  });
}

async function askQuestions(
  questions: readonly OpenQuestion[],
  { region }: SurveySettings,
  contract: Contract,
  session: Session,
): Promise<readonly SurveyEntry[]> {
  const { target, transport } = session;
  await probed(session, contract);
  const setting = { ...session, contract, transport, region, target: target.id, today: today() };
  const entries = await runSurvey(setting, questions);
  const put = entries.filter(({ answer }) => answer !== null).length;
  printError(
    `${put} of ${entries.length} requests of ${questions.length} open questions were answered by ${target.id}.`,
  );
  return entries;
}

async function confirmOldest(
  settings: SurveySettings,
  contract: Contract,
  session: Session,
  stop: Interruption,
): Promise<readonly Confirmation[]> {
  const planned = planLanes({ ...settings, phases: ['examples', 'boundary'], seed: 0, cases: 0 });
  const lines: CaseLine[] = [];
  const result = await runPlan({
    ...session,
    contract,
    region: settings.region,
    seed: 0,
    phases: ['examples', 'boundary'],
    lanes: oldestClauseLanes(contract, planned),
    // One lane at a time, so that the oldest come first even if the run ends early.
    concurrency: 1,
    failFast: false,
    shrinks: false,
    record: { write: (line) => void (line.line === 'case' && lines.push(line)) },
    interrupted: stop.reason,
    signal: stop.signal,
    progress: () => {},
  });
  if (result.footer.interrupted !== null && stop.reason() === null) {
    throw new UserError(
      'lost-target',
      `The survey could not be completed: ${asSentence(result.footer.interrupted)}`,
      'Run it again.',
      3,
    );
  }
  const { id } = session.target;
  const entries = confirmClauses(contract, lines, { target: id, today: today() });
  const answered = entries.filter(({ outcome }) => outcome !== 'inconclusive');
  const against = answered.filter(({ outcome }) => outcome === 'contradicted').length;
  printError(`${id} confirmed ${answered.length - against} clauses and contradicted ${against}, oldest first.`);
  return answered;
}

// What is undefined is not in their JSON either.
function redactEntries(entries: readonly SurveyEntry[] | readonly Confirmation[], redact: Redact): JsonValue {
  return redactedValue(JSON.parse(JSON.stringify(entries)) as JsonValue, redact);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function probed(session: Session, contract: Contract): Promise<void> {
  const { transport, target } = session;
  const pool = await createPool({ ...session, contract }).catch((error: unknown) => {
    if (!(error instanceof BudgetSpent)) throw error;
    throw new UserError('budget-spent', `${error.message} No question was asked.`, 'Raise --max-requests.');
  });
  if (!('failure' in pool)) return void (await removePool(transport, pool.id));
  const fact = `The target ${target.id} did not create a pool: ${asSentence(describeAnswer(pool.answer))}`;
  throw new UserError('unreachable-target', fact, 'Start it, or choose another with --target.', 3);
}

function questionsNamed(id: string | undefined): readonly OpenQuestion[] {
  const questions = openQuestions.filter((question) => id === undefined || question.id === id);
  if (questions.length > 0) return questions;
  const ids = openQuestions.map((question) => question.id);
  throw new UserError(
    'unknown-question',
    `There is no open question "${id}".`,
    `There are ${ids.join(', ')}.${didYouMean(id ?? '', ids)}`,
  );
}
