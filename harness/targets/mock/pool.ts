import type { JsonObject } from '../../../specs/json.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';

/** One user pool as the service keeps it. */
export interface Pool {
  readonly id: string;
  readonly arn: string;
  /** The order of creation, from one. */
  readonly serial: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
  /** What UpdateUserPool can set, under the names of its request. */
  readonly settings: JsonObject;
  /** The factor blocks that SetUserPoolMfaConfig alone can set. */
  readonly factors: JsonObject;
  /** What is settled when the pool is created. */
  readonly fixed: JsonObject;
}

/** The pool as DescribeUserPool shows it; dates in epoch seconds. */
export function showPool(pool: Pool): JsonObject {
  return shownOf(pool);
}

// A pool is read again and again, and is another object once it has changed.
const shownOf = memoizeByObject((pool: Pool): JsonObject => {
  const { PoolName, ...settings } = pool.settings;
  return {
    Id: pool.id,
    Name: PoolName ?? '',
    Arn: pool.arn,
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.modifiedAt / 1000,
    EstimatedNumberOfUsers: 0,
    ...pool.fixed,
    ...settings,
  };
});

/** What GetUserPoolMfaConfig shows: a factor that was never configured is left out. */
export function showMfa({ settings, factors }: Pool): JsonObject {
  const { MfaConfiguration, SmsConfiguration, SmsAuthenticationMessage } = settings;
  const sms =
    SmsConfiguration === undefined
      ? {}
      : {
          SmsMfaConfiguration: {
            ...(SmsAuthenticationMessage === undefined ? {} : { SmsAuthenticationMessage }),
            SmsConfiguration,
          },
        };
  return { ...sms, ...factors, MfaConfiguration: MfaConfiguration ?? 'OFF' };
}
