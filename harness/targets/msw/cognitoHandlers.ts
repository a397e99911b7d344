import type { HttpHandler } from 'msw';
import type { Basis } from '../../../specs/clause.ts';
import { contractOf } from '../../../specs/contract.ts';
import type { EditionDate } from '../../../specs/edition.ts';
import { newestEdition } from '../../../specs/editions/index.ts';
import { type Dialect, dialects, type Fault, readFault, scheduledFaults } from '../mock/faults.ts';
import { mockHandlers } from '../mock/handlers.ts';
import { poolService } from '../mock/poolService.ts';

/** How the mock behaves; every option has a default. */
export interface CognitoOptions {
  /** Date of the contract. Default: the newest. */
  readonly edition?: EditionDate;
  /** Which source wins where measurement and documentation differ. Default: observed. */
  readonly basis?: Basis;
  /** Default: us-east-1. */
  readonly region?: string;
  /** AWS account, twelve digits. Default: 123456789012. */
  readonly account?: string;
  /** Status of errors: aws (HTTP 400 or 500) or openapi (HTTP 480 to 490). Default: aws. */
  readonly dialect?: Dialect;
  /** An error that UpdateUserPool answers with: `483:once`, `InternalErrorException:0.25:200` (share, milliseconds). */
  readonly fault?: Fault | string;
}

/**
 * Amazon Cognito's user pools as msw handlers, for the tests of an application: pools in memory that behave as the contract
 * says. Requests to other services fall through to other handlers. Throws a TypeError for a fault it cannot parse.
 */
export function cognitoHandlers(options: CognitoOptions = {}): readonly HttpHandler[] {
  const { edition = newestEdition.date, basis = 'observed', region = 'us-east-1', account, dialect = 'aws' } = options;
  const service = poolService({ ...contractOf(edition, basis), region, ...(account === undefined ? {} : { account }) });
  const fault = faultOf(options.fault);
  return mockHandlers(service, dialects[dialect], fault === undefined ? undefined : scheduledFaults(fault));
}

function faultOf(fault: CognitoOptions['fault']): Fault | undefined {
  if (typeof fault !== 'string') return fault;
  const read = readFault(fault);
  if ('value' in read) return read.value;
  throw new TypeError(`cognitoHandlers: the fault ${read.problem}.`);
}
