import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CognitoIdentityProviderClient, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GenericContainer, Wait } from 'testcontainers';

// Needs a container engine, and the image: docker build -f Containerfile -t poolproof .
let container;
let client;

before(async () => {
  container = await new GenericContainer('poolproof')
    .withExposedPorts(9229)
    .withWaitStrategy(Wait.forHttp('/health', 9229))
    .start();
  client = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: `http://${container.getHost()}:${container.getMappedPort(9229)}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

after(() => container?.stop());

test('a pool can be created', async () => {
  const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'customers' }));
  assert.match(UserPool.Id, /^us-east-1_/);
});
