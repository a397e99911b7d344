import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createPools } from '@poolproof/cli/msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tagPool } from './tagPool.ts';

const pools = createPools();
const server = setupServer(...pools.handlers());
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const client = new CognitoIdentityProviderClient({ region: 'eu-west-1', credentials });

beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  pools.reset();
});
afterAll(() => server.close());

test('adds its tag and keeps the others', async () => {
  const { Id } = pools.add({ Id: 'eu-west-1_Mine00001', PoolName: 'customers', UserPoolTags: { cost: '42' } });
  await tagPool(client, Id, 'blue');
  expect(pools.get(Id)).toMatchObject({ UserPoolTags: { cost: '42', owner: 'blue' } });
});

test('tries again when it is told to slow down', async () => {
  const { Id } = pools.add({ Id: 'eu-west-1_Mine00001', PoolName: 'customers' });
  server.use(...pools.handlers({ fault: 'TooManyRequestsException:once' }));
  await tagPool(client, Id, 'blue');
  const updates = pools.calls.filter(({ operation }) => operation === 'UpdateUserPool');
  expect(updates.map(({ error }) => error)).toEqual(['TooManyRequestsException', undefined]);
});

test('fails for an owner that no tag can hold', async () => {
  const { Id } = pools.add({ Id: 'eu-west-1_Mine00001', PoolName: 'customers' });
  await expect(tagPool(client, Id, 'x'.repeat(257))).rejects.toThrow(/256/);
});
