import { editionOf } from '../../specs/editions/index.ts';
import { type DeclaredErrorName, declaredErrors } from '../../specs/errors.ts';
import { grouped, plural } from '../../specs/plural.ts';
import type { RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';
import { type ExpectationCounts, noCounts } from './errorCounts.ts';

/** What a run shows of one declared error. Throttled cases count nowhere. */
export interface ErrorFigures extends ExpectationCounts {
  /** 480 to 490, or null for the later errors. */
  readonly code: number | null;
  readonly name: DeclaredErrorName;
  readonly exercised: boolean;
  /** A sentence without its full stop: by what it was exercised, or why not. */
  readonly how: string;
}

/** All declared errors, 480 to 490 in order and then the later three, whether the edition has them or not. */
export function errorFigures(record: RunRecord): readonly ErrorFigures[] {
  const { errors } = caseFigures(record);
  const declaredHere = editionOf(record.header.edition).errors;
  return declaredErrors.map(({ code, name }) => {
    const { simulated, throttled, absorbedBursts, ...counts } = errors.get(name) ?? noCounts;
    const exercised = counts.expected > 0;
    const how = declaredHere.includes(name)
      ? howExercised(name, counts, simulated, throttled, absorbedBursts)
      : `not declared in the edition of ${record.header.edition}`;
    return { code, name, ...counts, exercised, how };
  });
}

function howExercised(
  name: DeclaredErrorName,
  { expected, matched, unexpected, deviating }: ExpectationCounts,
  simulated: number,
  throttled: number,
  absorbedBursts: number,
): string {
  const obstacle = absorbedBursts > 0 ? 'the target accepted every update of a burst' : reasonsNotTriggered[name];
  if (simulated > 0 && simulated === expected) {
    return `simulated by the mock ${times(simulated)}; not triggered by a request: ${obstacle}`;
  }
  if (expected > 0) {
    const result = matched === 0 ? 'never answered with it' : `answered with it ${times(matched)}`;
    const excuse = matched < expected && deviating === 0 ? ', else with another accepted error' : '';
    const byOrder = simulated > 0 ? `, ${grouped(simulated)} of them simulated by the mock` : '';
    return `triggered by ${plural(expected, 'request')}, ${result}${byOrder}${excuse}`;
  }
  if (throttled > 0) return `not triggered: ${plural(throttled, 'request')} throttled with it, which is no deviation`;
  if (unexpected > 0) return `not triggered, yet answered ${times(unexpected)}`;
  return `not triggered: ${obstacle}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${grouped(count)} times`;
}

// What a run lacks to trigger the error.
const reasonsNotTriggered: Readonly<Record<DeclaredErrorName, string>> = {
  ResourceNotFoundException: 'no case named a pool that does not exist',
  InvalidParameterException: 'no broken request was sent',
  ConcurrentModificationException:
    'needs two updates at one moment, and a server may order them instead; --burst sends more',
  TooManyRequestsException: 'throttled requests are retried; --burst tries to trigger it',
  NotAuthorizedException: 'needs a caller or an e-mail identity without the right',
  UserImportInProgressException: 'no fixture with a running user import named, see --fixtures',
  InternalErrorException: 'an internal fault of the service, which no request can trigger',
  InvalidSmsRoleAccessPolicyException: 'no fixture of a role that may not publish named, see --fixtures',
  InvalidSmsRoleTrustRelationshipException: 'no fixture of a role without trust named, see --fixtures',
  UserPoolTaggingException: 'no case with refused tags was sent',
  InvalidEmailRoleAccessPolicyException: 'no fixture of an e-mail identity without a policy named, see --fixtures',
  OperationNotEnabledException: 'needs a pool with a replica in another Region',
  TierChangeNotAllowedException: 'needs a pool whose plan may not change',
  FeatureUnavailableInTierException: 'no case used a feature that its plan lacks',
};
