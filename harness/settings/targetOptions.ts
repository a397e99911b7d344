import { patternOf, type Read, wholeNumber, yesOrNo } from './readers.ts';
import type { Definition } from './settings.ts';

/** How a target is started, reached and spared. */
export interface TargetOptions {
  /** What the target is called in records, reports and baselines; undefined for its host and port. */
  readonly targetName: string | undefined;
  readonly header: readonly (readonly [name: string, value: string])[];
  readonly ca: string | undefined;
  readonly insecure: boolean;
  readonly start: string | undefined;
  readonly readyTimeout: number;
  readonly rate: number | undefined;
  readonly maxRequests: number | undefined;
  readonly dryRun: boolean;
  readonly allowBillable: boolean;
  /** A pool that was there before, and is to be used in place of new ones. */
  readonly userPoolId: string | undefined;
  readonly allowExisting: boolean;
  readonly allowUsers: boolean;
  /** The file that names roles, an identity and a pool which earn errors. */
  readonly fixtures: string | undefined;
}

/** The settings of a run that are about its target. */
export const targetDefinitions: { readonly [key in keyof TargetOptions]: Definition<TargetOptions[key]> } = {
  targetName: {
    argument: '<name>',
    says: 'what records and baselines call the target, where its port is another one every time',
    read: patternOf(/^[A-Za-z0-9][\w.:-]{0,59}$/, 'up to 60 letters, digits, dots, hyphens and colons'),
    fallback: undefined,
  },
  header: {
    argument: '<header>',
    says: 'further header of every request, "Name: value"; may be given several times and is never recorded',
    repeats: true,
    read: headersOf,
    fallback: () => [],
  },
  ca: { argument: '<file>', says: 'PEM file of an authority to believe over HTTPS', read: fileOf, fallback: undefined },
  insecure: { says: 'believe any certificate', read: yesOrNo, fallback: false },
  start: {
    argument: '<command>',
    says: 'command that starts the target; it is stopped with the run',
    read: patternOf(/\S/, 'a command'),
    fallback: undefined,
  },
  readyTimeout: {
    argument: '<ms>',
    says: 'how long to wait until a started target answers, in milliseconds',
    read: wholeNumber(1, 600_000),
    fallback: 30_000,
  },
  rate: {
    argument: '<number>',
    says: 'requests per second at the most, fewer while the target complains (default: 5 for aws, else as fast as it goes)',
    read: rateOf,
    fallback: undefined,
  },
  maxRequests: {
    argument: '<number>',
    says: 'requests at the most, deletions apart; what they do not reach is skipped',
    read: wholeNumber(1, 10_000_000),
    fallback: undefined,
  },
  dryRun: { says: 'tell what would be done, and send no case', read: yesOrNo, fallback: false },
  allowBillable: {
    says: 'on aws: send cases that turn on what costs money or what could send SMS messages',
    read: yesOrNo,
    fallback: false,
  },
  userPoolId: {
    argument: '<id>',
    says: 'use this pool in place of new ones, with --allow-existing',
    read: patternOf(/^[\w-]{1,36}_[0-9A-Za-z]{1,18}$/, 'the id of a user pool, such as us-east-1_Example01'),
    fallback: undefined,
  },
  allowExisting: {
    says: 'change the pool of --user-pool-id: it is saved before and put back after',
    read: yesOrNo,
    fallback: false,
  },
  allowUsers: { says: 'take the pool of --user-pool-id though it has users', read: yesOrNo, fallback: false },
  fixtures: {
    argument: '<file>',
    says: 'roles, an identity and a pool that earn the errors 485, 487, 488 and 490: outputs of harness/aws/fixtures.yaml',
    read: fileOf,
    fallback: undefined,
  },
};

const headerForm = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/;

// The value may be a secret: a message names the header alone.
function headersOf(text: string): ReturnType<Read<TargetOptions['header']>> {
  const parsed = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => headerForm.exec(line));
  const headers = parsed.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]));
  return headers.length === parsed.length
    ? { value: headers }
    : { problem: 'has to be a name, a colon and a value, such as "X-Api-Key: abc"' };
}

function fileOf(text: string): { readonly value: string } {
  return { value: text };
}

function rateOf(text: string): ReturnType<Read<number>> {
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 10_000
    ? { value }
    : { problem: `has to be a number above 0, 10000 at the most, not "${text}"` };
}
