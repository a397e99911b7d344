import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { sdkTransport } from './sdkTransport.ts';
import type { Transport } from './transport.ts';

interface Served {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
}

async function served(listener: RequestListener, timeout = 2000): Promise<Served> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = sdkTransport({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    timeout,
  });
  return {
    transport,
    close: async () => {
      transport.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('sdkTransport', () => {
  it('sends a body byte for byte, signed, with the headers of the operation', async () => {
    const body = '{"UserPoolId":"x_1","PoolName":"ü😀","PoolName":"twice"}';
    const seen: { headers?: NodeJS.Dict<string | string[]>; body?: string } = {};
    const { transport, close } = await served((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.headers = request.headers;
        seen.body = Buffer.concat(chunks).toString('utf8');
        response.end('{}');
      });
    });
    const answer = await transport.send('UpdateUserPool', body);
    await close();
    expect(answer).to.include({ kind: 'answered', status: 200, error: null });
    expect(seen.body).to.equal(body);
    expect(seen.headers?.['x-amz-target']).to.equal('AWSCognitoIdentityProviderService.UpdateUserPool');
    expect(seen.headers?.['content-type']).to.equal('application/x-amz-json-1.1');
    expect(seen.headers?.['content-length']).to.equal(String(Buffer.byteLength(body)));
    expect(seen.headers?.authorization).to.match(/^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/us-east-1\/cognito-idp\//);
  });

  it('brings the raw answer back, whatever the SDK would make of it', async () => {
    const { transport, close } = await served((_, response) => {
      response
        .writeHead(404, { 'x-amzn-requestid': 'r-1' })
        .end('{"__type":"x.y#ResourceNotFoundException:z","message":"gone"}');
    });
    const answer = await transport.send('UpdateUserPool', '{}');
    await close();
    expect(answer).to.include({ status: 404, error: 'ResourceNotFoundException', message: 'gone' });
    expect(answer).to.have.nested.property('headers.x-amzn-requestid', 'r-1');
  });

  it('tries nothing twice', async () => {
    let requests = 0;
    const { transport, close } = await served((_, response) => {
      requests += 1;
      response.writeHead(500).end('{"__type":"InternalErrorException"}');
    });
    await transport.send('UpdateUserPool', '{}');
    await close();
    expect(requests).to.equal(1);
  });

  it('gives up on a target that does not answer in time', async () => {
    const { transport, close } = await served(() => {}, 50);
    const answer = await transport.send('UpdateUserPool', '{}');
    await close();
    expect(answer).to.include({ kind: 'unanswered', why: 'timeout', detail: 'no answer within 50 ms' });
  });

  it('ends what is under way when it is closed, however long there would be time', async () => {
    const asked = Promise.withResolvers<void>();
    const { transport, close } = await served(() => asked.resolve(), 1_000_000);
    const answer = transport.send('UpdateUserPool', '{}');
    await asked.promise;
    transport.close();
    expect(await answer).to.include({ kind: 'unanswered' });
    await close();
  });

  it('gives up on an answer whose body does not end in time', async () => {
    const { transport, close } = await served((_, response) => response.write('{'), 50);
    const answer = await transport.send('UpdateUserPool', '{}');
    await close();
    expect(answer).to.include({ kind: 'unanswered', why: 'timeout' });
  });

  it('tells a broken connection from a refused one', async () => {
    const { transport, close } = await served((request) => request.socket.destroy());
    const broken = await transport.send('UpdateUserPool', '{}');
    await close();
    const refused = await transport.send('UpdateUserPool', '{}');
    expect(broken).to.include({ kind: 'unanswered', why: 'reset' });
    expect(refused).to.include({ kind: 'unanswered', why: 'refused' });
  });

  it('stops reading an answer that is far too large', async () => {
    const megabyte = 'a'.repeat(1024 * 1024);
    const { transport, close } = await served((_, response) => {
      let left = 100;
      const more = () => {
        while (left > 0) {
          left -= 1;
          if (!response.write(megabyte)) return;
        }
        response.end();
      };
      response.on('drain', more);
      more();
    }, 20_000);
    const answer = await transport.send('UpdateUserPool', '{}');
    await close();
    expect(answer).to.include({ kind: 'unanswered', why: 'too-large' });
  });
});
