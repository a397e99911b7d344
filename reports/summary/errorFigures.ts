import type { CaseLine, RunRecord } from '../../harness/record.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { type DeclaredErrorName, declaredErrors } from '../../specs/errors.ts';
import { plural } from '../text/plural.ts';

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
  const judged = record.cases.filter(({ verdict }) => verdict.kind !== 'inconclusive');
  const throttled = record.cases.filter(({ verdict }) => verdict.kind === 'inconclusive');
  const declaredHere = editionOf(record.header.edition).errors;
  return declaredErrors.map(({ code, name }) => {
    const counts = countsOf(name, judged);
    const exercised = counts.expected > 0;
    const how = !declaredHere.includes(name)
      ? `not declared in the edition of ${record.header.edition}`
      : howOf(name, counts, orderedIn(name, judged), throttled.filter(({ answer }) => nameIn(answer) === name).length);
    return { code, name, ...counts, exercised, how };
  });
}

type Counts = Pick<ErrorFigures, 'expected' | 'matched' | 'unexpected' | 'amiss'>;

function countsOf(name: DeclaredErrorName, cases: readonly CaseLine[]): Counts {
  const sent = cases.filter(({ verdict }) => verdict.kind !== 'skipped' && verdict.kind !== 'errored');
  const expecting = sent.filter((line) => expects(line, name));
  const answered = sent.filter(({ answer }) => nameIn(answer) === name);
  return {
    expected: expecting.length,
    matched: expecting.filter(({ answer }) => nameIn(answer) === name).length,
    unexpected: answered.filter((line) => line.expectation.kind !== 'open' && !expects(line, name)).length,
    amiss: expecting.filter(({ verdict }) => verdict.kind === 'deviates').length,
  };
}

function expects({ expectation }: CaseLine, name: string): boolean {
  return expectation.kind === 'rejected' && expectation.errors.includes(name);
}

function nameIn(answer: CaseLine['answer']): string | null {
  return answer.kind === 'answered' ? answer.error : null;
}

/** Cases in which the mock was told to answer with the error. */
function orderedIn(name: DeclaredErrorName, cases: readonly CaseLine[]): number {
  const ordered = cases.filter(({ id, verdict }) => id.startsWith('errors/by-order/') && verdict.kind !== 'skipped');
  return ordered.filter((line) => expects(line, name)).length;
}

function howOf(
  name: DeclaredErrorName,
  { expected, matched, unexpected, amiss }: Counts,
  ordered: number,
  throttled: number,
): string {
  if (ordered > 0 && ordered === expected) {
    return `told by the mock ${times(ordered)} on order; by requests not provoked: ${obstacles[name]}`;
  }
  if (expected > 0) {
    const result = matched === 0 ? 'never answered with it' : `answered with it ${times(matched)}`;
    const excuse = matched < expected && amiss === 0 ? ', else with an error that does as well' : '';
    const byOrder = ordered > 0 ? `, ${times(ordered)} of them by the mock on order` : '';
    return `provoked by ${plural(expected, 'request')}, ${result}${byOrder}${excuse}`;
  }
  if (throttled > 0) return `not provoked: ${plural(throttled, 'request')} throttled with it, which is no deviation`;
  if (unexpected > 0) return `not provoked, yet answered ${times(unexpected)}`;
  return `not provoked: ${obstacles[name]}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

// What a run lacks when nothing in it could earn the error.
const obstacles: Readonly<Record<DeclaredErrorName, string>> = {
  ResourceNotFoundException: 'no case named a pool that does not exist',
  InvalidParameterException: 'no broken request was sent',
  ConcurrentModificationException: 'needs two updates at one moment, and a server may order them instead',
  TooManyRequestsException: 'throttling is met with patience, never sought',
  NotAuthorizedException: 'needs a caller or an e-mail identity without the right',
  UserImportInProgressException: 'needs a running user import job',
  InternalErrorException: "the service's own fault, which no request can order",
  InvalidSmsRoleAccessPolicyException: 'needs a role fixture that may not publish',
  InvalidSmsRoleTrustRelationshipException: 'needs a role fixture that does not trust the service',
  UserPoolTaggingException: 'no case with refused tags was sent',
  InvalidEmailRoleAccessPolicyException: 'needs an e-mail identity fixture without a sending policy',
  OperationNotEnabledException: 'needs a pool with a replica in another Region',
  TierChangeNotAllowedException: 'needs a pool whose plan may not change',
  FeatureUnavailableInTierException: 'no case asked a plan for what it lacks',
};
