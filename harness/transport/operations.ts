import {
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  ListTagsForResourceCommand,
  ListUserPoolsCommand,
  ListUsersCommand,
  SetUserPoolMfaConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../../specs/operation.ts';

/** The operations that the harness uses, each with the SDK command that carries it. */
const commands = {
  CreateUserPool: CreateUserPoolCommand,
  DescribeUserPool: DescribeUserPoolCommand,
  UpdateUserPool: UpdateUserPoolCommand,
  DeleteUserPool: DeleteUserPoolCommand,
  ListUserPools: ListUserPoolsCommand,
  ListUsers: ListUsersCommand,
  GetUserPoolMfaConfig: GetUserPoolMfaConfigCommand,
  SetUserPoolMfaConfig: SetUserPoolMfaConfigCommand,
  TagResource: TagResourceCommand,
  UntagResource: UntagResourceCommand,
  ListTagsForResource: ListTagsForResourceCommand,
} as const satisfies Record<Operation, unknown>;

/** A command of the SDK. The commands differ only in their types, so one type stands for all. */
export function commandFor(operation: Operation, input: object): UpdateUserPoolCommand {
  const Command = commands[operation] as typeof UpdateUserPoolCommand;
  return new Command(input as never);
}
