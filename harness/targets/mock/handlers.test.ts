import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { newestEdition } from '../../../specs/editions/index.ts';
import { fetchFrom } from './fetchFrom.ts';
import { mockHandlers } from './handlers.ts';
import { poolService } from './poolService.ts';
import { openApiWire, type Wire } from './wire.ts';

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };

const handlers = (wire?: Wire) =>
  mockHandlers(poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' }), wire);

function post(body: string, headers: Record<string, string> = {}): Request {
  const target = 'AWSCognitoIdentityProviderService.UpdateUserPool';
  const usual = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  return new Request('http://127.0.0.1/', { method: 'POST', body, headers: { ...usual, ...headers } });
}

describe('mockHandlers', () => {
  it('stands in for AWS under setupServer', async () => {
    const answer = fetchFrom(handlers());
    const server = setupServer(http.post('*', ({ request }) => answer(request)));
    server.listen({ onUnhandledFrame: 'error' });
    try {
      const client = new CognitoIdentityProviderClient({ region: 'us-east-1', credentials });
      const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'a' }));
      await client.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, PoolName: 'b' }));
      const described = await client.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }));
      expect(described.UserPool?.Name).to.equal('b');
    } finally {
      server.close();
    }
  });

  it('leaves other services and other requests to other handlers', async () => {
    const fetch = fetchFrom([...handlers(), async () => new Response('other')]);
    const others = [
      post('{}', { 'x-amz-target': 'TrentService.Encrypt' }),
      new Request('http://127.0.0.1/api', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      }),
      new Request('http://127.0.0.1/'),
    ];
    for (const request of others) expect(await (await fetch(request)).text()).to.equal('other');
  });

  it('speaks the OpenAPI dialect when told to', async () => {
    const fetch = fetchFrom(handlers(openApiWire));
    expect((await fetch(post('{"UserPoolId":"us-east-1_Unknown00"}'))).status).to.equal(480);
    expect((await fetch(post('{}'))).status).to.equal(481);
  });
});

describe('fetchFrom', () => {
  const fetch = fetchFrom(handlers());

  it(`answers an empty body as an empty object`, async () => {
    const response = await fetch(post(''));
    expect(response.status).to.equal(400);
    expect(response.headers.get('x-amzn-errortype')).to.equal('InvalidParameterException:');
    expect(await response.json())
      .to.have.property('message')
      .that.contains("Value null at 'userPoolId'");
  });

  for (const body of ['{', '[]', 'null', '"x"', '5', '{"UserPoolId":5}', '\u0000']) {
    it(`refuses ${JSON.stringify(body)} with SerializationException`, async () => {
      const response = await fetch(post(body));
      expect(response.status).to.equal(400);
      expect(await response.json())
        .to.have.keys('__type', 'Message')
        .and.include({ __type: 'SerializationException' });
    });
  }

  it(`answers very deep JSON`, async () => {
    const deep = 100_000;
    const response = await fetch(post(`{"Unknown":${'['.repeat(deep)}${']'.repeat(deep)}}`));
    expect(response.status).to.equal(400);
  });

  for (const target of ['AWSCognitoIdentityProviderService.Nothing', 'AWSCognitoIdentityProviderService', '']) {
    it(`tells an unknown operation "${target}"`, async () => {
      const response = await fetch(post('{}', { 'x-amz-target': target }));
      expect(response.status).to.equal(400);
      expect(await response.json()).to.include({ __type: 'UnknownOperationException' });
    });
  }

  it('tells an unknown operation to what no handler wants', async () => {
    const response = await fetchFrom(handlers())(new Request('http://127.0.0.1/'));
    expect(response.status).to.equal(400);
    expect(await response.json()).to.include({ __type: 'UnknownOperationException' });
  });
});
