import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { UserError } from '../userError.ts';

/** The account and Region that requests are sent with. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
  readonly region: string;
}

/** Resolves the SDK's default credentials by STS. Throws a UserError without credentials or Region, or if they are refused. */
export async function callerIdentity(region: string | undefined): Promise<CallerIdentity> {
  const client = new STSClient({ ...(region === undefined ? {} : { region }), maxAttempts: 2 });
  try {
    const where = await client.config.region();
    const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
    return { account: Account, arn: Arn, region: where };
  } catch (error) {
    throw identityError(error);
  } finally {
    client.destroy();
  }
}

function identityError(error: unknown): UserError {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const said = message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
  if (/region is missing/i.test(said)) {
    return new UserError('no-region', 'No Region is set for --target aws.', 'Give --region, AWS_REGION or a profile.');
  }
  return name === 'CredentialsProviderError'
    ? new UserError(
        'no-credentials',
        `There are no credentials for AWS: ${said}.`,
        'Set AWS_PROFILE, sign in with "aws login" or "aws sso login", or set keys.',
        3,
      )
    : new UserError(
        'refused-credentials',
        `AWS refused GetCallerIdentity: ${name}: ${said}.`,
        'Are the credentials expired, or is the network closed? Nothing else was sent.',
        3,
      );
}
