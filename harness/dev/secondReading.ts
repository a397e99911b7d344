import { requestWithPoolId } from '../../generators/cases/case.ts';
import type { GenerationScene } from '../../generators/cases/scene.ts';
import type { Basis, ClauseId } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import type { JsonObject } from '../../specs/json.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { type Expectation, expectationOf } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';

/** What the oracle says of requests that a generator made, on a new pool. */
export interface SecondReading {
  readonly scene: GenerationScene;
  /** The model clauses that a request breaks. */
  readonly breaches: (request: JsonObject) => readonly ClauseId[];
  readonly expectation: (request: JsonObject) => Expectation;
}

/** The other reading of a contract, by which the tests of the generators hold them to their word. */
export function secondReading(date: EditionDate, basis: Basis = 'observed', region = 'us-east-1'): SecondReading {
  const contract = contractOf(date, basis);
  const scene = { edition: contract.edition, basis, region, account: '123456789012' };
  return {
    scene,
    breaches: (request) => breachesOf(contract.edition, inPool(request, region)).map(({ clause }) => clause),
    expectation: (request) =>
      expectationOf({ contract, region, request: inPool(request, region), prior: newPool, fresh: newPool }),
  };
}

function inPool(request: JsonObject, region: string): JsonObject {
  return requestWithPoolId(request, `${region}_AbCdEfGhI`);
}

/** What a pool shows that nobody has updated. */
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
