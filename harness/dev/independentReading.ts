import { requestWithPoolId } from '../../generators/cases/case.ts';
import type { GenerationScene } from '../../generators/cases/scene.ts';
import type { Basis, ClauseId } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import type { JsonObject } from '../../specs/json.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { type Expectation, expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';

/** The oracle's reading of generated requests on a new pool. */
export interface IndependentReading {
  readonly scene: GenerationScene;
  /** The model clauses that a request breaks. */
  readonly breaches: (request: JsonObject) => readonly ClauseId[];
  readonly expectation: (request: JsonObject) => Expectation;
}

/** The oracle's reading of a contract, against which the generators' tests check what the generators claim. */
export function independentReading(
  date: EditionDate,
  basis: Basis = 'observed',
  region = 'us-east-1',
): IndependentReading {
  const contract = contractOf(date, basis);
  const scene = { edition: contract.edition, basis, region, account: '123456789012' };
  return {
    scene,
    breaches: (request) => breachesOf(contract.edition, withTestPoolId(request, region)).map(({ clause }) => clause),
    expectation: (request) =>
      expectationOf({ contract, region, request: withTestPoolId(request, region), prior: newPool, fresh: newPool }),
  };
}

function withTestPoolId(request: JsonObject, region: string): JsonObject {
  return requestWithPoolId(request, `${region}_AbCdEfGhI`);
}

/** The state of a pool that was never updated. */
export const newPool: PoolState = {
  members: {
    MfaConfiguration: 'OFF',
    UserPoolTier: 'ESSENTIALS',
    DeletionProtection: 'INACTIVE',
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    Policies: {
      PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 7 },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
  },
  factors: {},
  fixed: {},
};
