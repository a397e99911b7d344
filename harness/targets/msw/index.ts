export type { Basis } from '../../../specs/clause.ts';
export type { EditionDate } from '../../../specs/edition.ts';
export type { JsonObject, JsonValue } from '../../../specs/json.ts';
export type { Dialect, Fault } from '../mock/faults.ts';
export type { Call } from './call.ts';
export { cognitoHandlers } from './cognitoHandlers.ts';
export type { CognitoOptions } from './cognitoOptions.ts';
export { createPools, type Pools } from './createPools.ts';
