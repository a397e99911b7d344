import type { JsonObject } from '../../../specs/json.ts';
import { testedOperation } from '../../../specs/operation.ts';
import { awsEnvironment } from '../awsEnvironment.ts';
import { type StrictService, startStrictService } from '../startStrictService.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** What runs are ended on. */
export const stageNames = ['an emulator', 'AWS', 'an existing pool'] as const;
export type StageName = (typeof stageNames)[number];

/** A target that stops in the middle of a run until it is told to go on. */
export interface Stage {
  readonly name: StageName;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of the run, and of the command that deletes what a killed one leaves. */
  readonly run: readonly string[];
  readonly clean: readonly string[];
  /** Resolves when the run has a pool that it has changed, and waits for an answer. */
  readonly middle: Promise<void>;
  readonly goOn: () => void;
  /** The pools that the run has made and that are there. */
  readonly left: () => readonly string[];
  /** Whether the existing pool is as it was; true where there is none. */
  readonly isAsBefore: () => boolean;
  readonly close: () => Promise<void>;
}

/** A pool as somebody has it: nothing in it is what a new pool shows. */
const ownersPool: JsonObject = {
  PoolName: 'owners',
  Policies: { PasswordPolicy: { MinimumLength: 11, RequireUppercase: true, TemporaryPasswordValidityDays: 3 } },
  UserPoolTags: { Team: 'Blue' },
  DeletionProtection: 'ACTIVE',
};

/** Requests that are answered before the middle: probes, rehearsals and some cases. */
const answeredBefore = 25;

/** Starts a target on which a run can be ended in its middle. */
export async function openStage(name: StageName): Promise<Stage> {
  const [middle, goneOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isMiddle = false;
  let service: StrictService | undefined;
  service = await startStrictService({
    unsigned: name === 'an emulator',
    hold: (operation, index) => {
      const isReady = operation === testedOperation && index > answeredBefore && isChanged(service, name);
      isMiddle ||= isReady;
      // Who runs it may be asked at any time.
      if (!isMiddle || operation === 'GetCallerIdentity') return undefined;
      middle.resolve();
      return goneOn.promise;
    },
  });
  const id = name === 'an existing pool' ? service.add(ownersPool) : undefined;
  const before = JSON.stringify(id === undefined ? {} : shown(service, id));
  const { pools, close, url } = service;
  const target = name === 'an emulator' ? url : 'aws';
  const existing = id === undefined ? [] : ['--user-pool-id', id, '--allow-existing'];
  return {
    name,
    cwd: temporaryFolder(),
    env: awsEnvironment(service),
    run: ['run', '--target', target, '--rate', '1000', ...cases, ...existing],
    clean: ['clean', '--target', target, '--yes', '--include-running', '--rate', '1000'],
    middle: middle.promise,
    goOn: goneOn.resolve,
    left: () => pools().filter(() => id === undefined),
    isAsBefore: () => id === undefined || JSON.stringify(shown(service, id)) === before,
    close,
  };
}

const cases = ['--phases', 'examples,boundary', '--only', 'pool-name', '--seed', '1', '--concurrency', '2'];

function isChanged(service: StrictService | undefined, name: StageName): boolean {
  return name !== 'an existing pool' || service?.pools()[0] !== ownersPool.PoolName;
}

function shown(service: StrictService, id: string): JsonObject {
  const { LastModifiedDate: _moves, ...pool } = service.show(id);
  return pool;
}
