import type { Command } from 'commander';
import { checkExistingPoolSettings } from '../settings/existingPoolRules.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { requireShardSeed } from '../settings/shardDefinition.ts';
import { growYoungHeap } from './youngHeap.ts';

/** `poolproof run`: plans, sends, judges, records and reports. What that takes is loaded when the options are right. */
export function runCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('run')
    .description('derive requests from the contract, send them, judge, record and report');
  addOptions(command, runDefinitions);
  command.action(async (flags: Record<string, unknown>) => {
    const settings = settingsFrom(flags);
    checkExistingPoolSettings(settings);
    growYoungHeap();
    const { runFromSettings } = await import('./runFromSettings.ts');
    exit(await runFromSettings(settings, flags));
  });
}

// Shards with different seeds would be parts of different runs.
function settingsFrom(flags: Readonly<Record<string, unknown>>): RunSettings {
  const settings = readSettings(runDefinitions, flags);
  if (settings.shard === null) return settings;
  const seed = { ...runDefinitions.seed, fallback: requireShardSeed };
  return readSettings({ ...runDefinitions, seed }, flags);
}
