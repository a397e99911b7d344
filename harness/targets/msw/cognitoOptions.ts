import type { Basis } from '../../../specs/clause.ts';
import type { EditionDate } from '../../../specs/edition.ts';
import type { Dialect, Fault } from '../mock/faults.ts';

/** How the handlers behave; every option has a default. */
export interface CognitoOptions {
  /** Date of the contract. Default: the newest. */
  readonly edition?: EditionDate;
  /** Which source wins where measurement and documentation differ. Default: observed. */
  readonly basis?: Basis;
  /** Default: the Region of each request, by its host or signature, or else us-east-1. */
  readonly region?: string;
  /** AWS account, twelve digits. Default: 123456789012. */
  readonly account?: string;
  /** Status of errors: aws (HTTP 400 or 500) or openapi (HTTP 480 to 490). Default: aws. */
  readonly dialect?: Dialect;
  /** An error that UpdateUserPool answers with: `483:once`, `InternalErrorException:0.25:200` (share, milliseconds). */
  readonly fault?: Fault | string;
  /**
   * Which operations are answered. pools: those on user pools that the handlers implement; others fall through to your own
   * handlers and to msw's setting for unhandled requests. all: every operation of Cognito user pools, those that are not
   * implemented with UnknownOperationException. Default: pools.
   */
  readonly operations?: 'pools' | 'all';
}
