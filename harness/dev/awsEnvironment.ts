import { join } from 'node:path';
import { type StrictService, strictCaller } from './startStrictService.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Environment variables that lead the SDK's credential and endpoint chain to the test service, and to nothing else. */
export function awsEnvironment({ url }: Pick<StrictService, 'url'>): Readonly<Record<string, string>> {
  const nowhere = join(temporaryFolder(), 'none');
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: strictCaller.accessKeyId,
    AWS_SECRET_ACCESS_KEY: strictCaller.secretAccessKey,
    AWS_SESSION_TOKEN: strictCaller.sessionToken,
    AWS_REGION: 'eu-central-1',
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PROFILE: '',
    // The originals of existing pools of one test are none of another.
    XDG_STATE_HOME: nowhere,
  };
}
