import { join } from 'node:path';
import { temporaryFolder } from './command.ts';
import { caller, type StrictService } from './strictService.ts';

/** The variables by which the SDK's own chain finds the service of the tests, and nothing else. */
export function awsEnvironment({ url }: Pick<StrictService, 'url'>): Readonly<Record<string, string>> {
  const nowhere = join(temporaryFolder(), 'none');
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: caller.accessKeyId,
    AWS_SECRET_ACCESS_KEY: caller.secretAccessKey,
    AWS_SESSION_TOKEN: caller.sessionToken,
    AWS_REGION: 'eu-central-1',
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PROFILE: '',
  };
}
