import type { JsonObject } from '../../specs/json.ts';

/** The account that a pool belongs to, from its ARN; empty where it shows none. */
export function accountOf({ Arn }: JsonObject): string {
  return typeof Arn === 'string' ? (Arn.split(':')[4] ?? '') : '';
}
