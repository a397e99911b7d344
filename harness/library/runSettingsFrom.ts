import { givenValue } from '../../specs/givenValue.ts';
import { checkExistingPoolSettings } from '../settings/existingPoolRules.ts';
import { refuseRecordTarget } from '../settings/refuseRecordTarget.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { settingsFromOptions } from '../settings/settings.ts';
import { requireShardSeed } from '../settings/shardDefinition.ts';
import { type Checks, callable, checkValues } from '../targets/msw/optionChecks.ts';
import { requireObject } from './requireObject.ts';
import type { RunOptions } from './runOptions.ts';

type GivenSettings = Omit<RunOptions, 'signal' | 'onProgress' | 'fetch'>;

const { quiet: _quiet, dryRun: _dryRun, against: _against, ...definitions } = runDefinitions;

const checks: Checks = {
  signal: (value) => (value instanceof AbortSignal ? undefined : `has to be an AbortSignal, not ${givenValue(value)}`),
  onProgress: callable,
  fetch: callable,
};

/** Throws a TypeError where the options of a run are no object, or one that is not a setting has a wrong value. */
export function checkRunOptions(options: RunOptions): void {
  const { signal, onProgress, fetch } = requireObject('run', 'options', options) as RunOptions;
  checkValues('run', { signal, onProgress, fetch }, checks);
}

/** The settings of a run by its options; throws a UserError that names all problems. */
export function runSettingsFrom(given: GivenSettings): RunSettings {
  // The environment names a shard for the command line; a library call says it itself.
  const shard = { ...definitions.shard, fallback: null };
  const seed = given.shard === undefined ? definitions.seed : { ...definitions.seed, fallback: requireShardSeed };
  const options = settingsFromOptions({ ...definitions, shard, seed }, { ...given });
  const settings = { ...options, quiet: true, dryRun: false, against: undefined };
  checkExistingPoolSettings(settings);
  refuseRecordTarget(settings.target, 'a URL');
  return settings;
}
