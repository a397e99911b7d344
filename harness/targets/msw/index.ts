export type { Basis } from '../../../specs/clause.ts';
export type { EditionDate } from '../../../specs/edition.ts';
export type { Dialect, Fault } from '../mock/faults.ts';
export { type CognitoOptions, cognitoHandlers } from './cognitoHandlers.ts';
