import type { Command } from 'commander';
import { iamPolicy } from '../aws/policy.ts';
import { planLanes } from '../session/planLanes.ts';
import type { Definitions } from '../settings/definition.ts';
import { fixtureRoles, fixturesOf } from '../settings/fixtureSettings.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { printResult } from './print.ts';

const { edition, basis, region, phases, only, seed, cases, userPoolId, fixtures } = runDefinitions;

const definitions: Definitions<
  Pick<RunSettings, 'edition' | 'basis' | 'region' | 'phases' | 'only' | 'seed' | 'cases' | 'userPoolId' | 'fixtures'>
> = { edition, basis, region, phases, only, seed, cases, userPoolId, fixtures };

/** `poolproof policy`: the least privileges in IAM that a run on AWS needs. */
export function policyCommand(program: Command): void {
  const command = program
    .command('policy')
    .description('print the IAM policy with the permissions that a run on AWS needs');
  addOptions(command, definitions);
  command.action((flags: Record<string, unknown>) => {
    const settings = readSettings(definitions, flags);
    const roles = fixtureRoles(fixturesOf(settings));
    printResult(JSON.stringify(iamPolicy(planLanes(settings), { ...settings, roles }), null, 2));
  });
}
