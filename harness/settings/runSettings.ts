import { type Phase, phases } from '../../generators/cases/case.ts';
import { defaultReports, type ReportName, reportNames } from '../../reports/reportNames.ts';
import type { Basis } from '../../specs/clause.ts';
import { type EditionDate, editionDates, newestDate } from '../../specs/edition.ts';
import { didYouMean } from '../../specs/nearest.ts';
import type { Shard } from '../record/record.ts';
import { isPreset, presets } from '../targets/presets.ts';
import type { Definition } from './definition.ts';
import { type GateSettings, gateDefinitions } from './gateSettings.ts';
import { readEdition } from './readEdition.ts';
import { nameOf, patternOf, type Read, readWord, readWords, wholeNumber, yesOrNo } from './readers.ts';
import { shardDefinition } from './shardDefinition.ts';
import { type TargetOptions, targetDefinitions } from './targetOptions.ts';

/** The settings of a run, validated. */
export interface RunSettings extends GateSettings, TargetOptions {
  readonly target: string;
  readonly region: string;
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phases: readonly Phase[];
  readonly only: string | undefined;
  /** Judge only by clauses that were seen on the live operation. */
  readonly confirmedOnly: boolean;
  /** A record whose cases are sent again and whose answers are compared. */
  readonly against: string | undefined;
  readonly seed: number;
  readonly cases: number;
  /** A folder with the smallest requests of earlier findings; they are sent first, and new ones are added. */
  readonly corpus: string | undefined;
  /** How many updates of one pool to send at once, to provoke throttling; 0 for none. */
  readonly burst: number;
  readonly concurrency: number;
  readonly timeout: number;
  readonly failFast: boolean;
  readonly messages: boolean;
  /** The part of the run to execute; null for the whole. */
  readonly shard: Shard | null;
  readonly out: string;
  readonly report: readonly ReportName[];
  readonly quiet: boolean;
}

/** Phases that this version has cases for. */
export const availablePhases = phases;

/** Every setting of a run: as flag, as POOLPROOF_ variable and as key of poolproof.config.json. */
export const runDefinitions: { readonly [key in keyof RunSettings]: Definition<RunSettings[key]> } = {
  target: {
    argument: '<target>',
    description: `where requests go: "mock", "aws", a URL, msw:<file>, a record, or one of ${Object.keys(presets).join(', ')}`,
    read: readTarget,
    fallback: 'mock',
  },
  region: {
    argument: '<region>',
    description: 'Region that requests are signed for and ARNs are in',
    read: patternOf(/^[a-z0-9-]{1,32}$/, 'a Region such as us-east-1'),
    fallback: 'us-east-1',
  },
  edition: {
    argument: '<date>',
    description: `date of the contract: ${editionDates.join(', ')}`,
    read: readEdition,
    fallback: newestDate,
  },
  basis: {
    argument: '<basis>',
    description: 'which source wins where they differ: observed (behaviour of the service) or documented',
    read: readWord(['observed', 'documented']),
    fallback: 'observed',
  },
  phases: {
    argument: '<list>',
    description: `parts of the run, comma-separated: ${availablePhases.join(', ')}`,
    read: readWords(phases, availablePhases),
    fallback: availablePhases,
  },
  only: {
    argument: '<prefix>',
    description: 'only cases about this clause or member, and what lies below it',
    read: nameOf('a clause or a member'),
    fallback: undefined,
  },
  confirmedOnly: {
    description: 'judge only by clauses that were seen on the live operation itself',
    read: yesOrNo,
    fallback: false,
  },
  against: {
    argument: '<record>',
    description: 'send the cases of this recorded run, and compare the answers one by one',
    read: nameOf('the record of a run'),
    fallback: undefined,
  },
  seed: {
    argument: '<number>',
    description: 'seed of the generated cases; the same seed gives the same cases (default: random, printed)',
    read: wholeNumber(0, 2 ** 32 - 1),
    fallback: randomSeed,
  },
  cases: {
    argument: '<number>',
    description: 'number of cases of the fuzz phase',
    read: wholeNumber(0, 1_000_000),
    fallback: 400,
  },
  corpus: {
    argument: '<folder>',
    description: 'folder that keeps the smallest request of every finding; its requests are sent first',
    read: nameOf('the name of a folder'),
    fallback: undefined,
  },
  burst: {
    argument: '<number>',
    description: 'send so many updates of one pool at once, to provoke 482 or 483; 0 sends none',
    read: wholeNumber(0, 1000),
    fallback: 0,
  },
  concurrency: {
    argument: '<number>',
    description: 'how many lanes run in parallel; does not change the cases',
    read: wholeNumber(1, 64),
    fallback: 4,
  },
  timeout: {
    argument: '<ms>',
    description: 'how long to wait for an answer, in milliseconds',
    read: wholeNumber(1, 600_000),
    fallback: 10_000,
  },
  failFast: { description: 'stop at the first deviation', read: yesOrNo, fallback: false },
  messages: {
    description: 'also compare error messages with those observed on the real service',
    read: yesOrNo,
    fallback: false,
  },
  shard: shardDefinition,
  ...gateDefinitions,
  out: {
    argument: '<folder>',
    description: 'where the record and the reports go',
    read: nameOf('the name of a folder'),
    fallback: 'poolproof-report',
  },
  report: {
    argument: '<list>',
    description: `reports, comma-separated: ${reportNames.join(', ')}`,
    read: readWords(reportNames, reportNames),
    fallback: defaultReports,
  },
  quiet: { description: 'no progress on standard error', read: yesOrNo, fallback: false },
  ...targetDefinitions,
};

function readTarget(text: string): ReturnType<Read<string>> {
  if (text === 'mock' || text === 'aws' || isPreset(text)) return { value: text };
  if (/^msw:.|\.jsonl$/.test(text)) return { value: text };
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    const near = didYouMean(text, ['mock', 'aws', ...Object.keys(presets)]);
    return {
      problem: `has to be "mock", "aws", a URL such as http://127.0.0.1:9229, msw:<file>, the record.jsonl of a run, or one of ${Object.keys(presets).join(', ')}, not "${text}".${near}`,
    };
  }
  // A variable with the port that is not set leaves the colon alone, by which a URL means the usual port.
  if (/^https?:\/\/[^/?#]*:(?:[/?#]|$)/i.test(text)) return { problem: `has no port behind its last colon: "${text}"` };
  const { username, password, search, hash } = new URL(text);
  return `${username}${password}${search}${hash}` === ''
    ? { value: text }
    : { problem: 'may not hold a user, a password, a query or a fragment: it is kept in the record. Use --header' };
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}
