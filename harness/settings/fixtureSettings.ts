import { defaultFixtures, type Fixtures } from '../../specs/fixtureKinds.ts';
import { parseFixtures } from '../aws/parseFixtures.ts';
import { inputText } from '../inputFile.ts';
import { UserError } from '../userError.ts';
import type { RunSettings } from './runSettings.ts';

/** The AWS account that ARNs in requests name by default. */
export const defaultAccount = '123456789012';

/** What exists outside the pools of a target: what the file names; on the mock, the fixtures that it simulates. */
export function fixturesOf({
  fixtures: path,
  target,
  region,
}: Partial<Pick<RunSettings, 'fixtures' | 'target'>> & Pick<RunSettings, 'region'>): Fixtures {
  if (path === undefined) return target === 'mock' ? defaultFixtures({ region, account: defaultAccount }) : {};
  const text = inputText(path);
  if ('value' in text) return parseFixtures(text.value, path);
  throw new UserError('no-fixtures', `The file of --fixtures, "${path}", ${text.problem}.`, 'Is the path right?');
}

/** The IAM roles among the fixtures; a caller needs the right to pass them. */
export function fixtureRoles({ smsRoleWithoutPublish, smsRoleWithoutTrust }: Fixtures): readonly string[] {
  return [smsRoleWithoutPublish, smsRoleWithoutTrust].filter((role) => role !== undefined);
}
