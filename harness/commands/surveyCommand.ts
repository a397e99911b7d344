import type { Command } from 'commander';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { type OpenQuestion, openQuestions } from '../../specs/openQuestions.ts';
import { run } from '../execute/run.ts';
import { describeAnswer, openPool, removePool } from '../execute/scratchPool.ts';
import type { CaseLine } from '../record/record.ts';
import { writeWhole } from '../record/recordFile.ts';
import { didYouMean } from '../settings/nearest.ts';
import { oneOf } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, type Definitions, readSettings } from '../settings/settings.ts';
import { type Confirmation, confirmations } from '../survey/confirmations.ts';
import { oldestClauses } from '../survey/oldestClauses.ts';
import { type SurveyEntry, survey } from '../survey/survey.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';
import { UserError } from '../userError.ts';
import { callerFor } from './announce.ts';
import { type Interruption, interruption } from './interruption.ts';
import { openSession, rateOf, type Session, type SessionSettings } from './openSession.ts';
import { printError, printResult } from './print.ts';
import { lanesFor } from './runCommand.ts';

interface SurveySettings extends SessionSettings, Pick<RunSettings, 'edition' | 'basis' | 'only'> {
  /** Ask again what was asked longest ago, in place of the open questions. */
  readonly confirm: 'oldest' | undefined;
}

const { phases: _phases, seed: _seed, shard: _shard, against: _against, ...shared } = runDefinitions;
const { target, targetName, edition, basis, timeout, out, header, ca, insecure, start, readyTimeout, rate } = shared;
const { concurrency, maxRequests, allowBillable, userPoolId, allowExisting, allowUsers } = shared;

const definitions: Definitions<SurveySettings> = {
  target,
  targetName,
  region: { ...shared.region, says: `${shared.region.says}; on aws the SDK's own comes before the default` },
  edition,
  basis,
  confirm: {
    argument: '<which>',
    says: 'ask again about the clauses that nothing has spoken for the longest: oldest',
    read: oneOf<'oldest'>(['oldest']),
    fallback: undefined,
  },
  only: { ...shared.only, says: 'only the open question with this id; with --confirm, this clause or member' },
  timeout,
  concurrency,
  out: { ...out, says: 'where the list of the pools that are there is kept on aws' },
  header,
  ca,
  insecure,
  start,
  readyTimeout,
  rate,
  maxRequests: { ...maxRequests, says: 'requests at the most; what they do not reach is not asked' },
  allowBillable,
  userPoolId,
  allowExisting,
  allowUsers,
};

/** `poolproof survey`: asks a target what is not known, or known for long, and prints its answers as evidence. */
export function surveyCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('survey')
    .description('put the open questions to a target, and print its answers as evidence entries for review')
    .option('-o, --output <file>', 'where the entries go (default: standard output)');
  addOptions(command, definitions);
  command.action(async ({ output, ...flags }: Record<string, unknown>) => {
    const region = readSettings({ ...definitions, region: { ...shared.region, fallback: undefined } }, flags).region;
    const { entries, status } = await surveyed(readSettings(definitions, flags), region);
    const text = `${JSON.stringify(entries, undefined, 2)}\n`;
    if (typeof output === 'string') writeWhole(output, text);
    else printResult(text);
    exit(status);
  });
}

interface Surveyed {
  readonly entries: readonly SurveyEntry[] | readonly Confirmation[];
  readonly status: number;
}

async function surveyed(said: SurveySettings, regionSaid: string | undefined): Promise<Surveyed> {
  refuseRecord(said);
  const questions = said.confirm === undefined ? questionsNamed(said.only) : [];
  const caller = await callerFor(said.target, regionSaid);
  const settings = caller === undefined ? said : { ...said, region: caller.region };
  if (caller !== undefined) {
    const pace = `${rateOf(settings)} requests per second`;
    printError(`account ${caller.account} as ${caller.arn}, ${caller.region}; pools are made and deleted at ${pace}.`);
  }
  const contract = contractOf(settings.edition, settings.basis);
  const stop = interruption();
  try {
    return await inSession(settings, contract, questions, stop);
  } finally {
    stop.release();
  }
}

async function inSession(
  settings: SurveySettings,
  contract: Contract,
  questions: readonly OpenQuestion[],
  stop: Interruption,
): Promise<Surveyed> {
  const session = await openSession(settings, contract, () => stop.reason() !== null);
  try {
    const entries =
      settings.confirm === undefined
        ? await answersTo(questions, settings, contract, session, stop)
        : await confirmed(settings, contract, session, stop);
    return { entries, status: stop.reason() === null ? 0 : 130 };
  } finally {
    await session.close();
  }
}

async function answersTo(
  questions: readonly OpenQuestion[],
  { region }: SurveySettings,
  contract: Contract,
  session: Session,
  stop: Interruption,
): Promise<readonly SurveyEntry[]> {
  const { target, transport } = session;
  await probed(session, contract);
  const setting = { ...session, contract, transport, region, target: target.id, today: today() };
  const stopped = () => stop.reason() !== null;
  const entries = await survey(setting, questions, stopped);
  const put = entries.filter(({ answer }) => answer !== null).length;
  printError(
    `${put} of ${entries.length} requests of ${questions.length} open questions were answered by ${target.id}.`,
  );
  return entries;
}

async function confirmed(
  settings: SurveySettings,
  contract: Contract,
  session: Session,
  stop: Interruption,
): Promise<readonly Confirmation[]> {
  const planned = lanesFor({ ...settings, phases: ['examples', 'boundary'], seed: 0, cases: 0 });
  const lines: CaseLine[] = [];
  const result = await run({
    ...session,
    contract,
    region: settings.region,
    seed: 0,
    phases: ['examples', 'boundary'],
    lanes: oldestClauses(contract, planned),
    // The oldest come first whatever becomes of the rest.
    concurrency: 1,
    failFast: false,
    shrinks: false,
    record: { write: (line) => void (line.line === 'case' && lines.push(line)) },
    interrupted: stop.reason,
    progress: () => {},
  });
  if (result.footer.interrupted !== null && stop.reason() === null) {
    throw new UserError('lost-target', `The survey could not be completed: ${result.footer.interrupted}.`, 'Again?', 3);
  }
  const { id } = session.target;
  const entries = confirmations(contract, lines, { target: id, today: today() });
  const told = entries.filter(({ outcome }) => outcome !== 'not told');
  const against = told.filter(({ outcome }) => outcome === 'contradicted').length;
  printError(`${id} spoke for ${told.length - against} clauses and against ${against}, the oldest first.`);
  return told;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function probed(session: Session, contract: Contract): Promise<void> {
  const { transport, target } = session;
  const pool = await openPool({ ...session, contract }).catch((error: unknown) => {
    if (!(error instanceof BudgetSpent)) throw error;
    throw new UserError('budget-spent', `${error.message} Nothing was asked.`, 'Give more with --max-requests.');
  });
  if (!('trouble' in pool)) return void (await removePool(transport, pool.id));
  const fact = `Target ${target.id} gave no pool: ${describeAnswer(pool.answer)}.`;
  throw new UserError('unreachable-target', fact, 'Start it, or pick another with --target.', 3);
}

function refuseRecord({ target }: SurveySettings): void {
  if (!target.endsWith('.jsonl')) return;
  const fact = `"${target}" is a record, and nothing can be sent to it.`;
  throw new UserError('wrong-target', fact, 'Give "mock", "aws", a URL or a file of msw handlers.');
}

function questionsNamed(id: string | undefined): readonly OpenQuestion[] {
  const questions = openQuestions.filter((question) => id === undefined || question.id === id);
  if (questions.length > 0) return questions;
  const ids = openQuestions.map((question) => question.id);
  throw new UserError(
    'unknown-question',
    `No open question is "${id}".`,
    `There are ${ids.join(', ')}.${didYouMean(id ?? '', ids)}`,
  );
}
