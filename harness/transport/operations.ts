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

// The SDK puts the operation's name and endpoint in place; the body comes from the case, so the input stays empty.
const none = { UserPoolId: undefined, PoolName: undefined, MaxResults: undefined };
const noResource = { ResourceArn: undefined, Tags: undefined, TagKeys: undefined };

/** The operations that the harness uses, each as the SDK command that carries it. */
export const operations = {
  CreateUserPool: () => new CreateUserPoolCommand(none),
  DescribeUserPool: () => new DescribeUserPoolCommand(none),
  UpdateUserPool: () => new UpdateUserPoolCommand(none),
  DeleteUserPool: () => new DeleteUserPoolCommand(none),
  ListUserPools: () => new ListUserPoolsCommand(none),
  ListUsers: () => new ListUsersCommand(none),
  GetUserPoolMfaConfig: () => new GetUserPoolMfaConfigCommand(none),
  SetUserPoolMfaConfig: () => new SetUserPoolMfaConfigCommand(none),
  TagResource: () => new TagResourceCommand(noResource),
  UntagResource: () => new UntagResourceCommand(noResource),
  ListTagsForResource: () => new ListTagsForResourceCommand(noResource),
} as const;

export type Operation = keyof typeof operations;
