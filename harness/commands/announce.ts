import { type CallerIdentity, callerIdentity } from '../aws/callerIdentity.ts';
import { forecast } from '../aws/forecast.ts';
import { policy } from '../aws/policy.ts';
import type { Lane } from '../plan/plan.ts';
import { fixturesOf, rolesAmong } from '../settings/fixtureSettings.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { addressOf } from '../targets/target.ts';
import { rateOf } from './openSession.ts';
import { printError, printResult } from './print.ts';

/** Says, before anything is sent, what a run will do and to whom; with --dry-run that is the result. */
export function announce(settings: RunSettings, lanes: readonly Lane[], caller: CallerIdentity | undefined): void {
  const { target, dryRun, region, userPoolId } = settings;
  if (!dryRun && (target !== 'aws' || settings.quiet)) return;
  const lines = [...who(caller), ...what(settings, lanes)];
  if (!dryRun) {
    printError(lines.join('\n'));
    return;
  }
  const rights =
    target === 'aws'
      ? [
          '',
          'Rights it needs:',
          JSON.stringify(policy(lanes, { region, userPoolId, roles: rolesAmong(fixturesOf(settings)) }), null, 2),
        ]
      : [];
  printResult([...lines, ...rights, '', 'Nothing was created or changed.'].join('\n'));
}

/** Who the credentials for AWS belong to; undefined for any other target. */
export async function callerFor(target: string, region: string | undefined): Promise<CallerIdentity | undefined> {
  return target === 'aws' ? callerIdentity(region) : undefined;
}

function who(caller: CallerIdentity | undefined): readonly string[] {
  if (caller === undefined) return [];
  const variables = ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', 'AWS_ENDPOINT_URL'] as const;
  const elsewhere = variables.map((name) => process.env[name]).find((url) => url !== undefined && url !== '');
  return [
    `account   ${caller.account} as ${caller.arn}`,
    `region    ${caller.region}`,
    ...(elsewhere === undefined ? [] : [`endpoint  ${elsewhere} (from the environment)`]),
  ];
}

function what(settings: RunSettings, lanes: readonly Lane[]): readonly string[] {
  const { target, maxRequests, userPoolId } = settings;
  const rate = rateOf(settings);
  const { cases, pools, requests, seconds } = forecast(lanes, rate);
  const long = seconds === null ? '' : `, about ${duration(seconds)} at ${rate} requests per second`;
  return [
    ...(target === 'aws' ? [] : [`target    ${addressOf(target) ?? target}`]),
    `cases     ${cases}, of the phases ${settings.phases.join(', ')}`,
    userPoolId === undefined
      ? `creates   about ${pools} user pools named poolproof-…, not all at once; each is deleted again`
      : `changes   the existing user pool ${userPoolId}; it is saved before, and put back and compared after`,
    `requests  about ${requests}${long}; up to 80 more for each finding`,
    ...(maxRequests === undefined ? [] : [`at most   ${maxRequests} requests, deletions apart`]),
  ];
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
}
