import { type Phase, phases } from '../../generators/case.ts';
import { type ReportName, reporters } from '../../reports/index.ts';
import type { Basis } from '../../specs/clause.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import type { Definition } from './settings.ts';

/** What a run is told, once it has been validated. */
export interface RunSettings {
  readonly target: string;
  readonly region: string;
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phases: readonly Phase[];
  readonly only: string | undefined;
  readonly seed: number;
  readonly cases: number;
  readonly concurrency: number;
  readonly timeout: number;
  readonly failFast: boolean;
  readonly strict: boolean;
  readonly out: string;
  readonly report: readonly ReportName[];
  readonly quiet: boolean;
}

const reportNames = Object.keys(reporters) as readonly ReportName[];

/** Phases that this version has cases for. */
export const availablePhases = ['examples', 'boundary', 'fuzz'] as const satisfies readonly Phase[];

/** Every setting of a run: as flag, as POOLPROOF_ variable and as key of poolproof.config.json. */
export const runDefinitions: { readonly [key in keyof RunSettings]: Definition<RunSettings[key]> } = {
  target: {
    argument: '<target>',
    says: 'where requests go: "mock" or the URL of an endpoint',
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
    fallback: 450,
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
  strict: { says: 'deviations from should and may clauses count against the gate too', read: yesOrNo, fallback: false },
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
    fallback: reportNames,
  },
  quiet: { says: 'no progress on standard error', read: yesOrNo, fallback: false },
};

type Read<T> = (text: string) => { readonly value: T } | { readonly problem: string };

function targetOf(text: string): ReturnType<Read<string>> {
  if (text === 'mock') return { value: text };
  if (text === 'aws') return { problem: 'cannot be "aws" yet: this version tests the mock and endpoints given by URL' };
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? { value: text }
    : { problem: `has to be "mock" or a URL such as http://127.0.0.1:9229, not "${text}"` };
}

function oneOf<T extends string>(values: readonly T[]): Read<T> {
  return (text) => {
    const value = values.find((one) => one === text);
    return value === undefined ? { problem: `has to be one of ${values.join(', ')}, not "${text}"` } : { value };
  };
}

function listOf<T extends string>(known: readonly T[], available: readonly T[]): Read<readonly T[]> {
  return (text) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const values = known.filter((name) => names.includes(name));
    const strange = names.filter((name) => !known.some((one) => one === name));
    const missing = values.filter((name) => !available.includes(name));
    if (names.length === 0) return { problem: `has to name at least one of ${available.join(', ')}` };
    if (strange.length > 0) return { problem: `knows ${available.join(', ')}, not "${strange.join('", "')}"` };
    return missing.length > 0
      ? { problem: `has no ${missing.join(', ')} yet: there are ${available.join(', ')}` }
      : { value: values };
  };
}

function wholeNumber(least: number, most: number): Read<number> {
  return (text) => {
    const value = Number(text);
    const fits = /^\d+$/.test(text) && value >= least && value <= most;
    return fits ? { value } : { problem: `has to be a whole number from ${least} to ${most}, not "${text}"` };
  };
}

function patternOf(pattern: RegExp, what: string): Read<string> {
  return (text) => (pattern.test(text) ? { value: text } : { problem: `has to be ${what}, not "${text}"` });
}

function yesOrNo(text: string): ReturnType<Read<boolean>> {
  if (['true', '1', 'yes'].includes(text)) return { value: true };
  return ['false', '0', 'no', ''].includes(text)
    ? { value: false }
    : { problem: `has to be true or false, not "${text}"` };
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}
