import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  InvalidParameterException,
  ListTagsForResourceCommand,
  ListUserPoolsCommand,
  ResourceNotFoundException,
  SetUserPoolMfaConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { newestEdition } from '../../specs/editions/index.ts';
import { mockHandlers } from './mock/handlers.ts';
import { poolService } from './mock/poolService.ts';
import { type Served, ServeError, serve } from './serve.ts';

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
const handlers = mockHandlers(poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' }));

/** The status of an answer to a request with headers that fetch would not send. */
async function statusWith(port: number, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const asking = request({ host: '127.0.0.1', port, method: 'POST', headers, agent: false });
  asking.end('{}');
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe('serve', () => {
  let served: Served;
  let client: CognitoIdentityProviderClient;

  before(async () => {
    served = await serve({ handlers, port: 0 });
    client = new CognitoIdentityProviderClient({
      region: 'us-east-1',
      endpoint: served.url,
      credentials,
      maxAttempts: 1,
    });
  });

  after(async () => {
    client.destroy();
    await served.close();
  });

  async function created(PoolName: string): Promise<{ readonly id: string; readonly arn: string }> {
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName }));
    return { id: UserPool?.Id ?? '', arn: UserPool?.Arn ?? '' };
  }

  it('takes a pool of the AWS SDK through its life', async () => {
    const { id: UserPoolId } = await created('life');
    const { $metadata, ...answer } = await client.send(new UpdateUserPoolCommand({ UserPoolId, PoolName: 'changed' }));
    expect(answer).to.deep.equal({});
    expect($metadata.httpStatusCode).to.equal(200);
    expect($metadata.requestId).to.be.a('string');
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool?.Name).to.equal('changed');
    expect(UserPool?.CreationDate).to.be.an.instanceOf(Date);
    await client.send(new DeleteUserPoolCommand({ UserPoolId }));
    const gone = await client.send(new DescribeUserPoolCommand({ UserPoolId })).catch((error: unknown) => error);
    expect(gone).to.be.an.instanceOf(ResourceNotFoundException);
    expect(gone).to.include({ message: `User pool ${UserPoolId} does not exist.` });
  });

  it('answers the AWS SDK about MFA', async () => {
    const { id: UserPoolId } = await created('mfa');
    const SoftwareTokenMfaConfiguration = { Enabled: true };
    await client.send(
      new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration }),
    );
    const config = await client.send(new GetUserPoolMfaConfigCommand({ UserPoolId }));
    expect(config).to.deep.include({ MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration });
  });

  it('answers the AWS SDK about tags', async () => {
    const { arn: ResourceArn } = await created('tags');
    await client.send(new TagResourceCommand({ ResourceArn, Tags: { a: 'b', c: 'd' } }));
    await client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a'] }));
    const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceArn }));
    expect(Tags).to.deep.equal({ c: 'd' });
  });

  it('lists pools to the AWS SDK', async () => {
    const { id } = await created('listed');
    const { UserPools } = await client.send(new ListUserPoolsCommand({ MaxResults: 60 }));
    expect(UserPools?.map(({ Id }) => Id)).to.include(id);
  });

  it('refuses so that the AWS SDK knows the error', async () => {
    const { id: UserPoolId } = await created('refused');
    const Policies = { PasswordPolicy: { MinimumLength: 5 } };
    const error = await client
      .send(new UpdateUserPoolCommand({ UserPoolId, Policies }))
      .catch((reason: unknown) => reason);
    expect(error).to.be.an.instanceOf(InvalidParameterException);
    expect(error).to.have.nested.property('$metadata.httpStatusCode', 400);
    expect(error).to.have.property('message').that.contains('greater than or equal to 6');
  });

  it('answers 413 to a body beyond 16 MB', async () => {
    const body = Buffer.alloc(17 * 1024 * 1024, ' ');
    // Whether the client sees the answer or the closed connection first is up to its socket.
    const status = await fetch(served.url, { method: 'POST', body }).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).to.equal(413);
    await created('still alive');
  });

  it('answers this machine alone, by a loopback name and from no foreign page', async () => {
    const { port } = new URL(served.url);
    const loopback = [
      {},
      { Host: `localhost:${port}` },
      { Host: `[::1]:${port}` },
      { Origin: 'http://localhost:3000' },
    ];
    const foreign = [
      { Host: 'pools.example.com' },
      { Host: `127.0.0.1.example.com:${port}` },
      { Host: '192.168.1.5' },
      { Origin: 'https://example.com' },
      { Origin: 'null' },
    ];
    for (const headers of loopback) expect(await statusWith(Number(port), headers)).to.equal(400);
    for (const headers of foreign)
      expect(await statusWith(Number(port), headers), JSON.stringify(headers)).to.equal(403);
  });

  it('answers any name where it is told to listen to others, as in a container', async () => {
    const { url, close } = await serve({ handlers, port: 0, host: '0.0.0.0' });
    const status = await statusWith(Number(new URL(url).port), { Host: 'pools:9229', Origin: 'https://example.com' });
    await close();
    expect(status).to.equal(400);
  });

  it('answers 500 where a handler fails', async () => {
    const failing = async () => {
      throw new Error('Not to be seen.');
    };
    const { url, close } = await serve({ handlers: [failing], port: 0 });
    const { status } = await fetch(url, { method: 'POST', body: '{}' });
    await close();
    expect(status).to.equal(500);
  });

  it('answers other methods and odd request targets as it answers an operation that it does not know', async () => {
    const heads = [
      'POST //',
      'TRACE /',
      'GET http://elsewhere:99999/',
      'OPTIONS *',
      'PUT /%zz',
      'POST http://user:word@host/',
      'DELETE ///a//b',
    ];
    for (const head of heads) {
      expect(await statusLineOf(served.url, `${head} HTTP/1.1`), head).to.equal('HTTP/1.1 400 Bad Request');
    }
  });

  it('tells by code and hint that a port is taken', async () => {
    const error = await serve({ handlers, port: Number(new URL(served.url).port) }).catch((reason: unknown) => reason);
    expect(error).to.be.an.instanceOf(ServeError);
    expect(error).to.include({ code: 'port-in-use' });
    expect(error).to.have.property('hint').that.is.not.empty;
  });

  it('tells a host that is not ours', async () => {
    const error = await serve({ handlers, port: 0, host: '192.0.2.1' }).catch((reason: unknown) => reason);
    expect(error).to.be.an.instanceOf(ServeError).with.property('code', 'cannot-listen');
  });

  it('ends idle connections when closed, and frees the port', async () => {
    const { url, close } = await serve({ handlers, port: 0 });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const ended = once(socket, 'close');
    await close();
    await ended;
    const again = await serve({ handlers, port: Number(port) });
    await again.close();
    await again.close();
  });
});

/** The first line of what is answered to a request without a body. */
async function statusLineOf(url: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.end(`${head}\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text.split('\r\n', 1)[0] ?? '';
}
