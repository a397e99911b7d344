import type { CallerIdentity } from '../aws/callerIdentity.ts';
import { forecast } from '../aws/forecast.ts';
import { iamPolicy } from '../aws/policy.ts';
import type { Lane } from '../plan/plan.ts';
import { requestRate } from '../session/openSession.ts';
import { fixtureRoles, fixturesOf } from '../settings/fixtureSettings.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { addressOf } from '../targets/target.ts';
import { printError, printResult } from './print.ts';

/** Prints, before anything is sent, what a run will do and to whom; with --dry-run that is the result. See `forecast`. */
export function announce(
  settings: RunSettings,
  lanes: readonly Lane[],
  caller: CallerIdentity | undefined,
  fuzzScale = 1,
): void {
  const { target, dryRun, region, userPoolId } = settings;
  if (!dryRun && (target !== 'aws' || settings.quiet)) return;
  const lines = [...callerLines(caller), ...planLines(settings, lanes, fuzzScale)];
  if (!dryRun) {
    printError(lines.join('\n'));
    return;
  }
  const rights =
    target === 'aws'
      ? [
          '',
          'Permissions it needs:',
          JSON.stringify(iamPolicy(lanes, { region, userPoolId, roles: fixtureRoles(fixturesOf(settings)) }), null, 2),
        ]
      : [];
  printResult([...lines, ...rights, '', 'Nothing was created or changed.'].join('\n'));
}

/** The owner of the credentials for AWS; undefined for any other target. */
export async function callerFor(target: string, region: string | undefined): Promise<CallerIdentity | undefined> {
  if (target !== 'aws') return undefined;
  const { callerIdentity } = await import('../aws/callerIdentity.ts');
  return callerIdentity(region);
}

function callerLines(caller: CallerIdentity | undefined): readonly string[] {
  if (caller === undefined) return [];
  const variables = ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', 'AWS_ENDPOINT_URL'] as const;
  const endpoint = variables.map((name) => process.env[name]).find((url) => url !== undefined && url !== '');
  return [
    `account   ${caller.account} as ${caller.arn}`,
    `region    ${caller.region}`,
    ...(endpoint === undefined ? [] : [`endpoint  ${endpoint} (from the environment)`]),
  ];
}

function planLines(settings: RunSettings, lanes: readonly Lane[], fuzzScale: number): readonly string[] {
  const { target, maxRequests, userPoolId } = settings;
  const rate = requestRate(settings);
  const { cases, pools, requests, seconds } = forecast(lanes, rate, fuzzScale);
  const time = seconds === null ? '' : `, about ${estimatedTime(seconds)} at ${rate} requests per second`;
  return [
    ...(target === 'aws' ? [] : [`target    ${addressOf(target) ?? target}`]),
    `cases     ${fuzzScale === 1 ? '' : 'about '}${cases}, of the phases ${settings.phases.join(', ')}`,
    userPoolId === undefined
      ? `creates   about ${pools} user pools named poolproof-…, not all at once; each is deleted afterwards`
      : `changes   the existing user pool ${userPoolId}; it is saved before, and restored and compared after`,
    `requests  about ${requests}${time}; up to 80 more for each finding`,
    ...(maxRequests === undefined ? [] : [`limit     ${maxRequests} requests, deletions not counted`]),
  ];
}

function estimatedTime(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
}
