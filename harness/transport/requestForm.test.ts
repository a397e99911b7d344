import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { RequestForm } from './requestForm.ts';
import { sdkTransport } from './sdkTransport.ts';

/** What a real server was sent: head and body. */
interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  /** Name, value, name, value, as they came. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

async function received(form: RequestForm): Promise<Received> {
  let got: Received | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    got = { method: request.method, url: request.url, headers: request.rawHeaders, body: Buffer.concat(chunks) };
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = sdkTransport({ region: 'us-east-1', endpoint, timeout: 5_000 });
  try {
    await transport.send('UpdateUserPool', '{"plain":true}', 'test', form);
  } finally {
    transport.close();
    server.closeAllConnections();
    server.close();
  }
  if (got === undefined) throw new Error('Nothing arrived.');
  return got;
}

function valuesOf({ headers }: Received, name: string): readonly string[] {
  return headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
}

describe('a form puts on the wire', () => {
  it('the usual request, signed, where it asks for nothing', async () => {
    const request = await received({});
    expect([request.method, request.url, request.body.toString()]).to.deep.equal(['POST', '/', '{"plain":true}']);
    expect(valuesOf(request, 'authorization')[0]).to.match(/^AWS4-HMAC-SHA256 /);
    expect(valuesOf(request, 'x-amz-target')).to.deep.equal(['AWSCognitoIdentityProviderService.UpdateUserPool']);
  });

  it('bytes that are no text, and their length', async () => {
    const bytes = Uint8Array.from([0xff, 0x00, 0xc3]);
    const request = await received({ bytes });
    expect([...request.body]).to.deep.equal([...bytes]);
    expect(valuesOf(request, 'content-length')).to.deep.equal(['3']);
  });

  it('no body at all', async () => {
    expect((await received({ bytes: new Uint8Array() })).body).to.have.length(0);
  });

  it('another method and another path', async () => {
    const request = await received({ method: 'PUT', path: '/elsewhere' });
    expect([request.method, request.url]).to.deep.equal(['PUT', '/elsewhere']);
  });

  it('a GET', async () => {
    expect((await received({ method: 'GET', bytes: new Uint8Array() })).method).to.equal('GET');
  });

  it('other headers, and one of them twice', async () => {
    const target = ['one', 'two'];
    const request = await received({ headers: { 'content-type': 'text/xml', 'x-amz-target': target } });
    expect(valuesOf(request, 'content-type')).to.deep.equal(['text/xml']);
    expect(valuesOf(request, 'x-amz-target')).to.deep.equal(target);
  });

  it('a request without a header', async () => {
    const request = await received({ omits: ['content-type', 'x-amz-target'] });
    expect([...valuesOf(request, 'content-type'), ...valuesOf(request, 'x-amz-target')]).to.deep.equal([]);
  });

  it('chunks of untold length', async () => {
    const request = await received({ chunked: true });
    expect(valuesOf(request, 'transfer-encoding')).to.deep.equal(['chunked']);
    expect(valuesOf(request, 'content-length')).to.deep.equal([]);
    expect(request.body.toString()).to.equal('{"plain":true}');
  });

  it('no signature', async () => {
    const request = await received({ signed: false });
    expect([...valuesOf(request, 'authorization'), ...valuesOf(request, 'x-amz-date')]).to.deep.equal([]);
  });

  it('a wrong signature', async () => {
    expect(valuesOf(await received({ signed: 'wrongly' }), 'authorization')[0]).to.match(/Signature=0{64}$/);
  });
});
