import { kebabPath } from '../../specs/member.ts';

/** An operation as the AWS CLI names its command: `update-user-pool`. */
export function commandName(operation: string): string {
  return operation === 'SetUserPoolMfaConfig' ? 'set-user-pool-mfa-config' : kebabPath(operation);
}

/** An operation as boto3 and paws name their methods: `update_user_pool`. */
export function methodName(operation: string): string {
  return commandName(operation).replaceAll('-', '_');
}
