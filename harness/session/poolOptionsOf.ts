import type { RunSettings } from '../settings/runSettings.ts';

/** Options that decide which pools and fixtures are used, as the command line writes them. */
export function poolOptionsOf({ userPoolId, allowUsers, allowBillable, fixtures }: RunSettings): readonly string[] {
  return [
    ...(userPoolId === undefined ? [] : ['--user-pool-id', userPoolId, '--allow-existing']),
    ...(allowUsers ? ['--allow-users'] : []),
    ...(allowBillable ? ['--allow-billable'] : []),
    ...(fixtures === undefined ? [] : ['--fixtures', fixtures]),
  ];
}
