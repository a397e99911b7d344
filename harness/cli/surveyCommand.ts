import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { openQuestions } from '../../specs/openQuestions.ts';
import { writeWhole } from '../run/recordFile.ts';
import { describeAnswer, openPool, removePool } from '../run/scratchPool.ts';
import { survey } from '../run/survey.ts';
import { UserError } from '../userError.ts';
import { didYouMean } from './nearest.ts';
import { openNamed } from './openNamed.ts';
import { printError, printResult } from './print.ts';
import { type RunSettings, runDefinitions } from './runSettings.ts';
import { addOptions, type Definitions, readSettings } from './settings.ts';

type SurveySettings = Pick<RunSettings, 'target' | 'region' | 'edition' | 'basis' | 'timeout' | 'only'>;

const { target, region, edition, basis, timeout, only } = runDefinitions;

const definitions: Definitions<SurveySettings> = {
  target,
  region,
  edition,
  basis,
  timeout,
  only: { ...only, says: 'only the open question with this id' },
};

/** `poolproof survey`: puts the open questions to a target and prints its answers as evidence. */
export function surveyCommand(program: Command): void {
  const command = program
    .command('survey')
    .description('put the open questions to a target, and print its answers as evidence entries for review')
    .option('-o, --output <file>', 'where the entries go (default: standard output)');
  addOptions(command, definitions);
  command.action(async ({ output, ...flags }: Record<string, unknown>) => {
    const text = await surveyed(readSettings(definitions, flags));
    if (typeof output === 'string') writeWhole(output, text);
    else printResult(text);
  });
}

async function surveyed(settings: SurveySettings): Promise<string> {
  const questions = questionsNamed(settings.only);
  if (settings.target === 'aws') throw notYet();
  const contract = contractOf(settings.edition, settings.basis);
  const opened = await openNamed({ ...settings, concurrency: 1 }, contract);
  const { transport, identity } = opened;
  try {
    await probed(transport, contract, identity.id);
    const today = new Date().toISOString().slice(0, 10);
    const setting = { contract, transport, region: settings.region, target: identity.id, today };
    const entries = await survey(setting, questions);
    const put = entries.filter(({ answer }) => answer !== null).length;
    printError(
      `${put} of ${entries.length} requests of ${questions.length} open questions were answered by ${identity.id}.`,
    );
    return `${JSON.stringify(entries, undefined, 2)}\n`;
  } finally {
    transport.close();
  }
}

type Opened = Awaited<ReturnType<typeof openNamed>>;

async function probed(transport: Opened['transport'], contract: ReturnType<typeof contractOf>, id: string) {
  const pool = await openPool({ transport, contract });
  if (!('trouble' in pool)) return removePool(transport, pool.id);
  const fact = `Target ${id} gave no pool: ${describeAnswer(pool.answer)}.`;
  throw new UserError('unreachable-target', fact, 'Start it, or pick another with --target.', 3);
}

// A run on AWS keeps books of its pools and a rate; the survey has neither, and an account is no place to try.
function notYet(): UserError {
  return new UserError(
    'wrong-target',
    'The survey does not ask AWS itself in this version.',
    'Give "mock", a URL or a file of msw handlers.',
  );
}

function questionsNamed(id: string | undefined) {
  const questions = openQuestions.filter((question) => id === undefined || question.id === id);
  if (questions.length > 0) return questions;
  const ids = openQuestions.map((question) => question.id);
  throw new UserError(
    'unknown-question',
    `No open question is "${id}".`,
    `There are ${ids.join(', ')}.${didYouMean(id ?? '', ids)}`,
  );
}
