import { readFileSync } from 'node:fs';
import { type Fixtures, usualFixtures } from '../../specs/fixtureKinds.ts';
import { fixturesIn } from '../aws/fixturesIn.ts';
import { UserError } from '../userError.ts';
import type { RunSettings } from './runSettings.ts';

/** The account that ARNs in requests name, unless something says otherwise. */
export const usualAccount = '123456789012';

/** What there is outside the pools of a target: what the file says, and on the mock what it behaves as if there were. */
export function fixturesOf({
  fixtures: path,
  target,
  region,
}: Partial<Pick<RunSettings, 'fixtures' | 'target'>> & Pick<RunSettings, 'region'>): Fixtures {
  if (path === undefined) return target === 'mock' ? usualFixtures({ region, account: usualAccount }) : {};
  try {
    return fixturesIn(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('no-fixtures', `The file of --fixtures, "${path}", cannot be read.`, 'Is the path right?');
  }
}

/** The roles among fixtures, which it takes a right to name. */
export function rolesAmong({ smsRoleWithoutPublish, smsRoleWithoutTrust }: Fixtures): readonly string[] {
  return [smsRoleWithoutPublish, smsRoleWithoutTrust].filter((role) => role !== undefined);
}
