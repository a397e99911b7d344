import type { HttpHandler } from 'msw';
import { checkOptions } from './checkOptions.ts';
import type { CognitoOptions } from './cognitoOptions.ts';
import { createPools } from './createPools.ts';

/**
 * Amazon Cognito's user pools as msw handlers, for the tests of an application: pools in memory that behave as the contract
 * says. Other requests fall through to other handlers. Throws a TypeError for wrong options. Each call has pools of its own;
 * `createPools` shares them between sets of handlers.
 */
export function cognitoHandlers(options: CognitoOptions = {}): HttpHandler[] {
  checkOptions('cognitoHandlers', options);
  return createPools(options).handlers();
}
