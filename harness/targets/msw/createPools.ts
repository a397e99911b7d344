import type { HttpHandler } from 'msw';
import { asSentence } from '../../../specs/asSentence.ts';
import { editionOf, newestEdition } from '../../../specs/editions/index.ts';
import { givenValue } from '../../../specs/givenValue.ts';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { type Fault, type Faults, readFault, scheduledFaults } from '../mock/faults.ts';
import { showPool } from '../mock/pool.ts';
import { seedPool, seedRegion } from '../mock/seedPool.ts';
import type { Call } from './call.ts';
import { checkOptions } from './checkOptions.ts';
import type { CognitoOptions } from './cognitoOptions.ts';
import { poolHandlers } from './poolHandlers.ts';
import { defaultAccount, defaultRegion, poolServices } from './poolServices.ts';
import { regionalPools } from './regionalPools.ts';

/** User pools in memory that several sets of msw handlers share. */
export interface Pools {
  /** msw handlers on these pools; the options override those of `createPools`. Throws a TypeError for wrong options. */
  readonly handlers: (options?: CognitoOptions) => HttpHandler[];
  /**
   * Adds a pool: a CreateUserPool request, or a pool as DescribeUserPool shows it, with an `Id` where it should have a given
   * one. Returns it as DescribeUserPool shows it. Throws a TypeError for what CreateUserPool would refuse.
   */
  readonly add: (pool: JsonObject) => JsonObject & { readonly Id: string };
  /** A pool as DescribeUserPool shows it (dates in epoch seconds); undefined where there is none of this id. */
  readonly get: (id: string) => JsonObject | undefined;
  /** The requests that any of the handlers answered, oldest first. */
  readonly calls: readonly Call[];
  /** Deletes all pools and calls; ids are counted from one again. */
  readonly reset: () => void;
}

/**
 * User pools in memory for the tests of an application. `handlers()` goes to `setupServer`; for one test,
 * `server.use(...pools.handlers({ fault: '483:once' }))` adds a fault and keeps the pools. Throws a TypeError for wrong options.
 */
export function createPools(defaults: CognitoOptions = {}): Pools {
  checkOptions('createPools', defaults);
  const regions = regionalPools();
  const calls: Call[] = [];
  const services = poolServices(defaults, regions);
  const record = (call: Call) => void calls.push(call);
  return {
    handlers: (options = {}) => {
      checkOptions('pools.handlers', options);
      const { dialect = 'aws', operations = 'pools', fault, region, ...others } = { ...defaults, ...options };
      const own = poolServices(others, regions);
      return [...poolHandlers({ services: own, region, dialect, operations, faults: faultsOf(fault), record })];
    },
    add: (pool) => {
      if (!isJsonObject(pool)) throw new TypeError(`pools.add: the pool has to be an object, not ${givenValue(pool)}.`);
      const region = seedRegion(pool) ?? defaults.region ?? defaultRegion;
      const { account = defaultAccount, edition = newestEdition.date } = defaults;
      const place = { service: services(region), store: regions.in(region), region, account };
      const added = seedPool(pool, { ...place, edition: editionOf(edition) });
      if ('problem' in added) throw new TypeError(asSentence(`pools.add: the pool ${added.problem}`));
      return { ...showPool(added), Id: added.id };
    },
    get: (id) => {
      const pool = regions.get(id);
      return pool === undefined ? undefined : showPool(pool);
    },
    calls,
    reset: () => {
      regions.clear();
      calls.length = 0;
    },
  };
}

function faultsOf(fault: Fault | string | undefined): Faults {
  if (fault === undefined) return () => undefined;
  const read = typeof fault === 'string' ? readFault(fault) : { value: fault };
  return 'value' in read ? scheduledFaults(read.value) : () => undefined;
}
