import type { Command } from 'commander';
import { printResult } from './print.ts';
import { lanesFor } from './runCommand.ts';
import { type RunSettings, runDefinitions } from './runSettings.ts';
import { addOptions, readSettings } from './settings.ts';

type GenerateSettings = Pick<RunSettings, 'edition' | 'basis' | 'region' | 'phases' | 'seed' | 'cases' | 'only'>;

/** `poolproof generate`: the cases as JSON Lines, for harnesses in other languages. */
export function generateCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('generate')
    .description('print the cases of a run as JSON Lines, without sending them');
  const { edition, basis, region, phases, seed, cases, only } = runDefinitions;
  const definitions = { edition, basis, region, phases, seed, cases, only };
  addOptions<GenerateSettings>(command, definitions);
  command.action((flags: Record<string, unknown>) => {
    for (const lane of lanesFor(readSettings<GenerateSettings>(definitions, flags))) {
      for (const one of lane.cases) printResult(JSON.stringify({ lane: lane.name, ...one }));
    }
    exit(0);
  });
}
