import { type Phase, phases } from '../../generators/cases/case.ts';
import { type ReportName, reporters, usualReports } from '../../reports/index.ts';
import type { Basis } from '../../specs/clause.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import type { Shard } from '../record/record.ts';
import { presets } from '../targets/presets.ts';
import { type GateSettings, gateDefinitions } from './gateSettings.ts';
import { didYouMean } from './nearest.ts';
import { listOf, oneOf, patternOf, type Read, wholeNumber, yesOrNo } from './readers.ts';
import type { Definition } from './settings.ts';
import { shardDefinition } from './shardDefinition.ts';
import { type TargetOptions, targetDefinitions } from './targetOptions.ts';

/** What a run is told, once it has been validated. */
export interface RunSettings extends GateSettings, TargetOptions {
  readonly target: string;
  readonly region: string;
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phases: readonly Phase[];
  readonly only: string | undefined;
  /** A record whose cases are sent, and with which the answers are compared. */
  readonly against: string | undefined;
  readonly seed: number;
  readonly cases: number;
  /** A folder with the smallest requests of earlier findings, sent first and added to. */
  readonly corpus: string | undefined;
  /** Updates of one pool at one moment, to be told to wait; 0 for none. */
  readonly burst: number;
  readonly concurrency: number;
  readonly timeout: number;
  readonly failFast: boolean;
  readonly messages: boolean;
  /** The part of the run to do; null for the whole. */
  readonly shard: Shard | null;
  readonly out: string;
  readonly report: readonly ReportName[];
  readonly quiet: boolean;
}

const reportNames = Object.keys(reporters) as readonly ReportName[];

/** Phases that this version has cases for. */
export const availablePhases = phases;

/** Every setting of a run: as flag, as POOLPROOF_ variable and as key of poolproof.config.json. */
export const runDefinitions: { readonly [key in keyof RunSettings]: Definition<RunSettings[key]> } = {
  target: {
    argument: '<target>',
    says: `where requests go: "mock", "aws", a URL, msw:<file>, a record, or one of ${Object.keys(presets).join(', ')}`,
    read: targetOf,
    fallback: 'mock',
  },
  region: {
    argument: '<region>',
    says: 'Region that requests are signed for and ARNs are in',
    read: patternOf(/^[a-z0-9-]{1,32}$/, 'a Region such as us-east-1'),
    fallback: 'us-east-1',
  },
  edition: {
    argument: '<date>',
    says: `contract of which date: ${editionDates.join(', ')}`,
    read: oneOf(editionDates),
    fallback: '2026-11-13',
  },
  basis: {
    argument: '<basis>',
    says: 'which belief wins where they differ: observed or documented',
    read: oneOf(['observed', 'documented']),
    fallback: 'observed',
  },
  phases: {
    argument: '<list>',
    says: `parts of the run, comma-separated: ${availablePhases.join(', ')}`,
    read: listOf(phases, availablePhases),
    fallback: availablePhases,
  },
  only: {
    argument: '<prefix>',
    says: 'only cases about this clause or member, or below it',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  against: {
    argument: '<record>',
    says: 'send the cases of this recorded run, and compare answer by answer',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  seed: {
    argument: '<number>',
    says: 'seed of the fuzz phase; the same seed gives the same cases (default: random, printed)',
    read: wholeNumber(0, 2 ** 32 - 1),
    fallback: randomSeed,
  },
  cases: {
    argument: '<number>',
    says: 'how many cases the fuzz phase has',
    read: wholeNumber(0, 1_000_000),
    fallback: 400,
  },
  corpus: {
    argument: '<folder>',
    says: 'keep the smallest request of every finding there, and send what is there first',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  burst: {
    argument: '<number>',
    says: 'send so many updates of one pool at one moment, to provoke 482 or 483; 0 sends none',
    read: wholeNumber(0, 1000),
    fallback: 0,
  },
  concurrency: {
    argument: '<number>',
    says: 'how many lanes run side by side; changes no case',
    read: wholeNumber(1, 64),
    fallback: 4,
  },
  timeout: {
    argument: '<ms>',
    says: 'how long to wait for an answer, in milliseconds',
    read: wholeNumber(1, 600_000),
    fallback: 10_000,
  },
  failFast: { says: 'stop at the first deviation', read: yesOrNo, fallback: false },
  messages: {
    says: 'compare the texts of errors too, with those that the service was seen to print',
    read: yesOrNo,
    fallback: false,
  },
  shard: shardDefinition,
  ...gateDefinitions,
  out: {
    argument: '<folder>',
    says: 'where the record and the reports go',
    read: (text) => ({ value: text }),
    fallback: 'poolproof-report',
  },
  report: {
    argument: '<list>',
    says: `reports, comma-separated: ${reportNames.join(', ')}`,
    read: listOf(reportNames, reportNames),
    fallback: usualReports,
  },
  quiet: { says: 'no progress on standard error', read: yesOrNo, fallback: false },
  ...targetDefinitions,
};

function targetOf(text: string): ReturnType<Read<string>> {
  if (text === 'mock' || text === 'aws' || text in presets) return { value: text };
  if (/^msw:.|\.jsonl$/.test(text)) return { value: text };
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    const near = didYouMean(text, ['mock', 'aws', ...Object.keys(presets)]);
    return {
      problem: `has to be "mock" or a URL such as http://127.0.0.1:9229, "aws" or a preset, not "${text}".${near}`,
    };
  }
  const { username, password, search, hash } = new URL(text);
  return `${username}${password}${search}${hash}` === ''
    ? { value: text }
    : { problem: 'may not hold a user, a password, a query or a fragment: it is kept in the record. Use --header' };
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}
