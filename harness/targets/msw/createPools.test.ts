import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { cognitoHandlers } from './cognitoHandlers.ts';
import { createPools } from './createPools.ts';

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
const clientIn = (region: string, endpoint?: string) =>
  new CognitoIdentityProviderClient({ region, credentials, maxAttempts: 1, ...(endpoint && { endpoint }) });

describe('createPools', () => {
  const pools = createPools();
  // Last in the list, so that nothing of these tests can ever reach the network.
  const network = http.all('*', () => new HttpResponse('not for us', { status: 418 }));
  const server = setupServer(...pools.handlers(), network);
  before(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => {
    server.resetHandlers();
    pools.reset();
  });
  after(() => server.close());

  it('keeps its pools when one test adds a fault', async () => {
    const client = clientIn('us-east-1');
    const { Id } = pools.add({ PoolName: 'mine' });
    server.use(...pools.handlers({ fault: '483:once' }));
    const update = () => client.send(new UpdateUserPoolCommand({ UserPoolId: Id, MfaConfiguration: 'OFF' }));
    const error = await update().catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'TooManyRequestsException');
    await update();
    expect((await client.send(new DescribeUserPoolCommand({ UserPoolId: Id }))).UserPool?.Name).to.equal('mine');
  });

  it('takes the Region from the host of a request, or else from its signature', async () => {
    const { UserPool } = await clientIn('eu-west-1').send(new CreateUserPoolCommand({ PoolName: 'a' }));
    expect(UserPool?.Id).to.match(/^eu-west-1_/);
    const local = await clientIn('ap-south-1', 'http://127.0.0.1:1').send(new CreateUserPoolCommand({ PoolName: 'b' }));
    expect(local.UserPool?.Id).to.match(/^ap-south-1_/);
    expect(local.UserPool?.Arn).to.include(':ap-south-1:');
  });

  it('shows a pool in its own Region alone', async () => {
    const { Id } = pools.add({ Id: 'eu-west-1_Mine00001', PoolName: 'mine' });
    const listed = await clientIn('us-east-1').send(new ListUserPoolsCommand({ MaxResults: 10 }));
    expect(listed.UserPools).to.deep.equal([]);
    const found = await clientIn('eu-west-1').send(new DescribeUserPoolCommand({ UserPoolId: Id }));
    expect(found.UserPool?.Arn).to.equal('arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Mine00001');
  });

  it('remembers calls with what was answered', async () => {
    const client = clientIn('us-east-1');
    await client.send(new UpdateUserPoolCommand({ UserPoolId: 'us-east-1_None' })).catch(() => undefined);
    const { Id } = pools.add({ PoolName: 'mine' });
    await client.send(new UpdateUserPoolCommand({ UserPoolId: Id, UserPoolTags: { team: 'blue' } }));
    expect(pools.calls.map(({ operation, status, error }) => [operation, status, error])).to.deep.equal([
      ['UpdateUserPool', 400, 'ResourceNotFoundException'],
      ['UpdateUserPool', 200, undefined],
    ]);
    expect(pools.calls[1]?.request).to.deep.equal({ UserPoolId: Id, UserPoolTags: { team: 'blue' } });
    expect(pools.get(Id)).to.deep.include({ UserPoolTags: { team: 'blue' } });
  });

  it('forgets pools and calls, and counts ids anew', () => {
    const { Id } = pools.add({ PoolName: 'a' });
    pools.reset();
    expect(pools.get(Id)).to.equal(undefined);
    expect(pools.calls).to.deep.equal([]);
    expect(pools.add({ PoolName: 'b' }).Id).to.equal(Id);
  });

  it('takes back a pool as it was shown', () => {
    const first = pools.add({
      PoolName: 'mine',
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
      Schema: [{ Name: 'shoe', AttributeDataType: 'Number' }],
    });
    pools.reset();
    const { CreationDate: _created, LastModifiedDate: _modified, ...again } = pools.add(first);
    expect(first).to.deep.include(again);
  });

  it('refuses what is no pool, and options that it does not know, with a TypeError that names the function', () => {
    const add = createPools().add as (pool: unknown) => unknown;
    for (const [wrong, shown] of [
      [null, 'null'],
      ['x', '"x"'],
      [[], '[]'],
      [undefined, 'undefined'],
    ] as const)
      expect(() => add(wrong)).to.throw(TypeError, `pools.add: the pool has to be an object, not ${shown}.`);
    const handlers = createPools().handlers as (options: unknown) => unknown;
    expect(() => handlers('x')).to.throw(TypeError, 'pools.handlers: the options have to be an object, not "x".');
  });

  it('refuses a pool that CreateUserPool would refuse', () => {
    expect(() => pools.add({ PoolName: '' })).to.throw(TypeError, /refused with InvalidParameterException/);
    expect(() => pools.add({ PoolNme: 'a' })).to.throw(TypeError, /unknown member "PoolNme". Did you mean "PoolName"/);
    expect(() => pools.add({ PoolName: 'a', Id: 'nonsense' })).to.throw(TypeError, /not like us-east-1_Example01/);
    pools.add({ PoolName: 'a', Id: 'us-east-1_Same' });
    expect(() => pools.add({ PoolName: 'a', Id: 'us-east-1_Same' })).to.throw(TypeError, /another pool has/);
  });
});

describe('operations that the handlers do not implement', () => {
  const server = setupServer();
  before(() => server.listen({ onUnhandledFrame: 'bypass' }));
  afterEach(() => server.resetHandlers());
  after(() => server.close());
  const signUp = () =>
    fetch('https://cognito-idp.eu-west-1.amazonaws.com/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' },
      body: '{}',
    });

  it("fall through to the user's own handlers", async () => {
    server.use(
      ...cognitoHandlers(),
      http.post('*', () => HttpResponse.json({ mine: true })),
    );
    expect(await (await signUp()).json()).to.deep.equal({ mine: true });
  });

  it('are answered with UnknownOperationException where all operations are asked for', async () => {
    server.use(
      ...cognitoHandlers({ operations: 'all' }),
      http.post('*', () => HttpResponse.json({ mine: true })),
    );
    expect(await (await signUp()).json()).to.include({ __type: 'UnknownOperationException' });
  });
});

describe('options of the handlers', () => {
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ editon: '2022-05-24' }, /"editon" is not an option\. Did you mean "edition"\?/],
    [{ edition: '2022-05-25' }, /edition has to be one of .*, not "2022-05-25"\. Did you mean "2022-05-24"/],
    [{ region: 5 }, /region has to be a Region such as us-east-1, not 5\./],
    [{ account: '12' }, /account has to be twelve digits/],
    [{ fault: 'TooManyRequestException' }, /knows no error "TooManyRequestException"/],
    [{ fault: { error: 'TooManyRequestsException', times: 2, delay: 0 } }, /times of once, always or a share/],
    [{ operations: 'al' }, /operations has to be one of pools, all/],
    [{ dialect: 'open-api', basis: 'x' }, /dialect has to be .* basis has to be/],
  ];
  for (const [options, message] of wrong) {
    it(`refuse ${JSON.stringify(options)}`, () => {
      expect(() => cognitoHandlers(options)).to.throw(TypeError, message);
      expect(() => createPools().handlers(options)).to.throw(TypeError, message);
    });
  }
});
