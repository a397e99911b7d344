import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';

/** Sets the tag that this application marks its pools with, and leaves all other tags as they are. */
export async function tagPool(client: CognitoIdentityProviderClient, UserPoolId: string, owner: string): Promise<void> {
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
  const UserPoolTags = { ...UserPool?.UserPoolTags, owner };
  await client.send(new UpdateUserPoolCommand({ UserPoolId, UserPoolTags }));
}
