import type { ClientName } from '../targets/target.ts';
import type { Definition } from './definition.ts';
import { patternOf, type Read, readDuration, readWord, wholeNumber, yesOrNo } from './readers.ts';

/** How a target is started, reached and protected from load. */
export interface TargetOptions {
  /** Name of the target in records, reports and baselines; undefined for its host and port. */
  readonly targetName: string | undefined;
  /** Version of the target in records and reports; undefined for what its package or its answers say. */
  readonly targetVersion: string | undefined;
  readonly header: readonly (readonly [name: string, value: string])[];
  readonly ca: string | undefined;
  readonly insecure: boolean;
  /** What sends requests to an endpoint; AWS is always asked by the SDK. */
  readonly client: ClientName;
  readonly start: string | undefined;
  readonly readyTimeout: number;
  readonly rate: number | undefined;
  readonly maxRequests: number | undefined;
  /** Milliseconds. */
  readonly maxTime: number | undefined;
  readonly dryRun: boolean;
  readonly allowBillable: boolean;
  /** An existing pool to use instead of new ones. */
  readonly userPoolId: string | undefined;
  readonly allowExisting: boolean;
  readonly allowUsers: boolean;
  /** The file that names roles, an identity and a pool that lead to errors. */
  readonly fixtures: string | undefined;
}

/** The settings of a run that are about its target. */
export const targetDefinitions: { readonly [key in keyof TargetOptions]: Definition<TargetOptions[key]> } = {
  targetName: {
    argument: '<name>',
    description: 'name of the target in records and baselines, for a target whose port changes',
    read: patternOf(/^[A-Za-z0-9][\w.:-]{0,59}$/, 'up to 60 letters, digits, dots, hyphens and colons'),
    fallback: undefined,
  },
  targetVersion: {
    argument: '<version>',
    description: 'version of the target in records and reports (default: that of its package, or what its answers say)',
    read: patternOf(/^[A-Za-z0-9][\w.:+/-]{0,59}$/, 'up to 60 letters, digits, dots, hyphens and plus signs'),
    fallback: undefined,
  },
  header: {
    argument: '<header>',
    description: 'extra header of every request, "Name: value"; may be given several times, is never recorded',
    repeats: true,
    read: headersOf,
    fallback: () => [],
  },
  ca: {
    argument: '<file>',
    description: 'PEM file of a certificate authority to trust over HTTPS',
    read: readFileName,
    fallback: undefined,
  },
  insecure: { description: 'accept any certificate', read: yesOrNo, fallback: false },
  client: {
    argument: '<name>',
    description: 'what sends requests to an endpoint: lean, which sends the bytes of the AWS SDK in less time, or sdk',
    read: readWord(['lean', 'sdk']),
    fallback: 'lean',
  },
  start: {
    argument: '<command>',
    description: 'command that starts the target; it is stopped when the run ends',
    read: patternOf(/\S/, 'a command'),
    fallback: undefined,
  },
  readyTimeout: {
    argument: '<ms>',
    description: 'how long to wait for a started target to answer, in milliseconds',
    read: wholeNumber(1, 600_000),
    fallback: 30_000,
  },
  rate: {
    argument: '<number>',
    description: 'maximum requests per second, lowered while the target throttles (default: 5 for aws, else unlimited)',
    read: rateOf,
    fallback: undefined,
  },
  maxRequests: {
    argument: '<number>',
    description: 'maximum number of requests, deletions not counted; cases beyond it are skipped',
    read: wholeNumber(1, 10_000_000),
    fallback: undefined,
  },
  maxTime: {
    argument: '<duration>',
    description: 'how long the run may take, such as 30s or 5m; what does not fit is skipped and told',
    read: readDuration,
    fallback: undefined,
  },
  dryRun: { description: 'print what would be done, and send no case', read: yesOrNo, fallback: false },
  allowBillable: {
    description: 'on aws: also send cases that enable what costs money or could send SMS messages',
    read: yesOrNo,
    fallback: false,
  },
  userPoolId: {
    argument: '<id>',
    description: 'use this pool instead of new ones; needs --allow-existing',
    read: patternOf(/^[\w-]{1,36}_[0-9A-Za-z]{1,18}$/, 'the id of a user pool, such as us-east-1_Example01'),
    fallback: undefined,
  },
  allowExisting: {
    description: 'allow changing the pool of --user-pool-id: it is saved before and restored after',
    read: yesOrNo,
    fallback: false,
  },
  allowUsers: { description: 'use the pool of --user-pool-id even if it has users', read: yesOrNo, fallback: false },
  fixtures: {
    argument: '<file>',
    description:
      'roles, an identity and a pool that lead to the errors 485, 487, 488 and 490: outputs of harness/aws/fixtures.yaml',
    read: readFileName,
    fallback: undefined,
  },
};

const headerForm = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/;

// The value may be a secret, so messages name only the header.
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

function readFileName(text: string): { readonly value: string } {
  return { value: text };
}

function rateOf(text: string): ReturnType<Read<number>> {
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 10_000
    ? { value }
    : { problem: `has to be a number above 0, 10000 at the most, not "${text}"` };
}
