import { expect } from 'chai';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { cognitoHandlers } from './cognitoHandlers.ts';

function call(operation: string, body: object): Promise<Response> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
  };
  return fetch('https://cognito-idp.eu-west-1.amazonaws.com/', { method: 'POST', headers, body: JSON.stringify(body) });
}

async function newPool(): Promise<string> {
  const { UserPool } = (await (await call('CreateUserPool', { PoolName: 'mine' })).json()) as {
    UserPool: { Id: string };
  };
  return UserPool.Id;
}

describe('cognitoHandlers', () => {
  // Last in the list, so that nothing of these tests can ever reach the network.
  const net = http.all('*', () => new HttpResponse('not for us', { status: 418 }));
  const server = setupServer(net);
  before(() => server.listen());
  afterEach(() => server.resetHandlers());
  after(() => server.close());

  it('keep pools that an application can update and read', async () => {
    server.use(...cognitoHandlers({ region: 'eu-west-1' }));
    const UserPoolId = await newPool();
    expect(UserPoolId).to.match(/^eu-west-1_/);
    expect((await call('UpdateUserPool', { UserPoolId, MfaConfiguration: 'OFF' })).status).to.equal(200);
    const described = (await (await call('DescribeUserPool', { UserPoolId })).json()) as { UserPool: { Name: string } };
    expect(described.UserPool.Name).to.equal('mine');
  });

  it('check requests by the edition that is asked for', async () => {
    server.use(...cognitoHandlers({ edition: '2022-05-24' }));
    const UserPoolId = await newPool();
    const tier = { UserPoolId, PoolName: 'x'.repeat(200) };
    expect((await call('UpdateUserPool', tier)).status).to.equal(200);
    server.use(...cognitoHandlers());
    expect((await call('UpdateUserPool', { ...tier, UserPoolId: await newPool() })).status).to.equal(400);
  });

  it('answer an error once when told to, in either dialect', async () => {
    server.use(...cognitoHandlers({ fault: '483:once', dialect: 'openapi' }));
    const UserPoolId = await newPool();
    const [first, second] = [
      await call('UpdateUserPool', { UserPoolId }),
      await call('UpdateUserPool', { UserPoolId }),
    ];
    expect([first.status, second.status]).to.deep.equal([483, 200]);
    expect(await first.text()).to.include('TooManyRequestsException');
  });

  it('leave requests to other services to other handlers', async () => {
    server.use(...cognitoHandlers());
    const elsewhere = await fetch('https://example.com/', { method: 'POST', body: 'x' });
    expect(elsewhere.status).to.equal(418);
  });

  it('refuse a fault that they cannot read', () => {
    expect(() => cognitoHandlers({ fault: 'Nonsense' })).to.throw(TypeError, /knows no error "Nonsense"/);
  });
});
