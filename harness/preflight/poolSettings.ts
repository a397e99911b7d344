import type { JsonObject } from '../../specs/json.ts';
import type { testedOperation } from '../../specs/operation.ts';

/** The settings of a user pool, read from one of the forms in which people have them. */
export interface PoolSettings {
  readonly form: 'DescribeUserPool answer' | 'CloudFormation resource' | `${typeof testedOperation} request`;
  /** An UpdateUserPool request without UserPoolId. */
  readonly request: JsonObject;
  /** Names in the file that UpdateUserPool does not have, such as `Schema`. */
  readonly others: readonly string[];
  /** Members whose value is only known when a template is deployed; they are not in the request. */
  readonly deployed: readonly string[];
}
