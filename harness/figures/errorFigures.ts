import { editionOf } from '../../specs/editions/index.ts';
import { type DeclaredErrorName, declaredErrors } from '../../specs/errors.ts';
import { plural } from '../../specs/plural.ts';
import type { CaseLine, RunRecord } from '../record/record.ts';
import type { Collector } from './collector.ts';
import { gathered } from './gathered.ts';

/** What a run shows of one declared error. Throttled cases count nowhere. */
export interface ErrorFigures {
  /** 480 to 490, or null for the later errors. */
  readonly code: number | null;
  readonly name: DeclaredErrorName;
  /** Requests that should have earned it. */
  readonly expected: number;
  /** Of those, the ones that were answered with it. */
  readonly matched: number;
  /** Answers with it to requests that should not have earned it. */
  readonly unexpected: number;
  /** Requests that should have earned it, or an error that would do as well, and deviated. */
  readonly amiss: number;
  readonly exercised: boolean;
  /** A sentence without its full stop: by what it was exercised, or why not. */
  readonly how: string;
}

/** All declared errors, 480 to 490 in order and then the later three, whether the edition has them or not. */
export function errorFigures(record: RunRecord): readonly ErrorFigures[] {
  const { errors } = gathered(record);
  const declaredHere = editionOf(record.header.edition).errors;
  return declaredErrors.map(({ code, name }) => {
    const { ordered, throttled, borne, ...counts } = errors.get(name) ?? none;
    const exercised = counts.expected > 0;
    const how = declaredHere.includes(name)
      ? howOf(name, counts, ordered, throttled, borne)
      : `not declared in the edition of ${record.header.edition}`;
    return { code, name, ...counts, exercised, how };
  });
}

type Counts = Pick<ErrorFigures, 'expected' | 'matched' | 'unexpected' | 'amiss'>;

export interface ErrorCounts extends Counts {
  /** Cases in which the mock was told to answer with the error. */
  readonly ordered: number;
  readonly throttled: number;
  /** Bursts that the target took whole. */
  readonly borne: number;
}

const none: ErrorCounts = { expected: 0, matched: 0, unexpected: 0, amiss: 0, ordered: 0, throttled: 0, borne: 0 };

/** What cases expected of the errors, and what they were answered, by name. */
export function errorCounts(): Collector<ReadonlyMap<string, ErrorCounts>> {
  const counted = new Map<string, { -readonly [key in keyof ErrorCounts]: number }>();
  const add = (name: string, what: keyof ErrorCounts) => {
    const counts = counted.get(name) ?? { ...none };
    counted.set(name, counts);
    counts[what] += 1;
  };
  return { take: (line) => count(line, add), result: () => counted };
}

function count(line: CaseLine, add: (name: string, what: keyof ErrorCounts) => void): void {
  const { id, expectation, verdict, answer } = line;
  const came = answer.kind === 'answered' ? answer.error : null;
  if (verdict.kind === 'inconclusive' && came !== null) add(came, 'throttled');
  if (!countsAtAll(verdict)) return;
  if (expectation.kind === 'open' && id.startsWith('errors/burst/')) for (const name of waits) add(name, 'borne');
  const expected = expectation.kind === 'rejected' ? expectation.errors : [];
  for (const name of new Set(expected)) {
    add(name, 'expected');
    if (came === name) add(name, 'matched');
    if (verdict.kind === 'deviates') add(name, 'amiss');
    if (id.startsWith('errors/by-order/')) add(name, 'ordered');
  }
  if (came !== null && expectation.kind !== 'open' && !expected.includes(came)) add(came, 'unexpected');
}

/** What a burst is to provoke. */
const waits = ['ConcurrentModificationException', 'TooManyRequestsException'] as const;

// Throttling says nothing of the errors, and what was not sent was answered by nobody.
function countsAtAll({ kind }: CaseLine['verdict']): boolean {
  return kind !== 'inconclusive' && kind !== 'skipped' && kind !== 'errored';
}

function howOf(
  name: DeclaredErrorName,
  { expected, matched, unexpected, amiss }: Counts,
  ordered: number,
  throttled: number,
  borne: number,
): string {
  const obstacle = borne > 0 ? 'the target took a burst of updates whole' : obstacles[name];
  if (ordered > 0 && ordered === expected) {
    return `told by the mock ${times(ordered)} on order; by requests not provoked: ${obstacle}`;
  }
  if (expected > 0) {
    const result = matched === 0 ? 'never answered with it' : `answered with it ${times(matched)}`;
    const excuse = matched < expected && amiss === 0 ? ', else with an error that does as well' : '';
    const byOrder = ordered > 0 ? `, ${times(ordered)} of them by the mock on order` : '';
    return `provoked by ${plural(expected, 'request')}, ${result}${byOrder}${excuse}`;
  }
  if (throttled > 0) return `not provoked: ${plural(throttled, 'request')} throttled with it, which is no deviation`;
  if (unexpected > 0) return `not provoked, yet answered ${times(unexpected)}`;
  return `not provoked: ${obstacle}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

// What a run lacks when nothing in it could earn the error.
const obstacles: Readonly<Record<DeclaredErrorName, string>> = {
  ResourceNotFoundException: 'no case named a pool that does not exist',
  InvalidParameterException: 'no broken request was sent',
  ConcurrentModificationException:
    'needs two updates at one moment, and a server may order them instead; --burst sends more',
  TooManyRequestsException: 'throttling is met with patience, and sought by --burst alone',
  NotAuthorizedException: 'needs a caller or an e-mail identity without the right',
  UserImportInProgressException: 'no fixture with a running user import named, see --fixtures',
  InternalErrorException: "the service's own fault, which no request can order",
  InvalidSmsRoleAccessPolicyException: 'no fixture of a role that may not publish named, see --fixtures',
  InvalidSmsRoleTrustRelationshipException: 'no fixture of a role without trust named, see --fixtures',
  UserPoolTaggingException: 'no case with refused tags was sent',
  InvalidEmailRoleAccessPolicyException: 'no fixture of an e-mail identity without a policy named, see --fixtures',
  OperationNotEnabledException: 'needs a pool with a replica in another Region',
  TierChangeNotAllowedException: 'needs a pool whose plan may not change',
  FeatureUnavailableInTierException: 'no case asked a plan for what it lacks',
};
