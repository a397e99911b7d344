import { checkExistingPoolSettings } from '../settings/existingPoolRules.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { settingsFromOptions } from '../settings/settings.ts';
import { requireShardSeed } from '../settings/shardDefinition.ts';
import { UserError } from '../userError.ts';
import type { RunOptions } from './runOptions.ts';

type GivenSettings = Omit<RunOptions, 'signal' | 'onProgress' | 'fetch'>;

const { quiet: _quiet, dryRun: _dryRun, against: _against, ...definitions } = runDefinitions;

/** The settings of a run by its options; throws a UserError that names all problems. */
export function runSettingsFrom(given: GivenSettings): RunSettings {
  // The environment names a shard for the command line; a library call says it itself.
  const shard = { ...definitions.shard, fallback: null };
  const seed = given.shard === undefined ? definitions.seed : { ...definitions.seed, fallback: requireShardSeed };
  const options = settingsFromOptions({ ...definitions, shard, seed }, { ...given });
  const settings = { ...options, quiet: true, dryRun: false, against: undefined };
  checkExistingPoolSettings(settings);
  if (settings.target.endsWith('.jsonl')) {
    throw new UserError(
      'wrong-target',
      `"${settings.target}" is a record, and nothing can be sent to it.`,
      'Give a URL.',
    );
  }
  return settings;
}
