import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect } from 'chai';
import { requestWithPoolId } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { plan } from '../plan/plan.ts';
import type { Carrier } from './carrier.ts';
import { leanCarrier } from './leanCarrier.ts';
import { networkAgents } from './networkAgents.ts';
import { routeFor } from './routeFor.ts';
import { sdkCarrier } from './sdkCarrier.ts';
import type { Credentials } from './transport.ts';

const contract = contractOf('2026-11-13', 'observed');
const scene = {
  edition: contract.edition,
  basis: contract.basis,
  region: 'us-east-1',
  account: '123456789012',
} as const;
const settings = { region: 'us-east-1', timeout: 5000 };

/** A server that keeps the bytes of the last request and answers every one. */
class Listener {
  bytes = '';
  private readonly server: Server;

  constructor() {
    this.server = createServer((socket) => {
      let came = '';
      socket.on('data', (chunk) => {
        came += chunk.toString('latin1');
        const end = came.indexOf('\r\n\r\n') + 4;
        const length = Number(/content-length: (\d+)/i.exec(came)?.[1]);
        if (end < 4 || came.length < end + length) return;
        this.bytes = came;
        came = '';
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\n{}');
      });
      socket.on('error', () => {});
    });
  }

  async endpoint(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

/** The bytes that the SDK sends for bodies and those of the lean carrier, with the same moment and invocation id. */
async function bothOf(bodies: Iterable<string>, route: 'root' | 'openapi', credentials?: Credentials) {
  const listener = new Listener();
  const endpoint = `${await listener.endpoint()}${route === 'root' ? '' : '/base/'}`;
  const all = { ...settings, endpoint, ...(credentials && { credentials }) };
  const agents = networkAgents({});
  const sdk = sdkCarrier(all, agents);
  let [date, id] = ['', ''];
  const lean = leanCarrier(all, agents, { now: () => new Date(date), invocationId: () => id });
  const differing: (readonly [string, string])[] = [];
  let count = 0;
  try {
    for (const body of bodies) {
      const theirs = await sent(listener, sdk.carry, body, route);
      date = headerOf(theirs, 'x-amz-date').replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:');
      id = headerOf(theirs, 'amz-sdk-invocation-id');
      const ours = await sent(listener, lean, body, route);
      if (ours !== theirs) differing.push([ours, theirs]);
      count += 1;
    }
  } finally {
    sdk.close();
    listener.close();
  }
  return { count, differing };
}

async function sent(listener: Listener, carry: Carrier['carry'], body: string, route: 'root' | 'openapi') {
  const operation = 'UpdateUserPool';
  const base = route === 'root' ? '/' : '/base/';
  const content = { ...routeFor(route, operation, base), operation, body, headers: {}, form: undefined } as const;
  const answer = await carry({ ...content, whenGivenUp: () => {}, elapsed: () => 0 });
  expect(answer).to.deep.include({ kind: 'answered', status: 200, text: '{}' });
  expect(answer).to.deep.nested.include({ headers: { 'content-length': '2', 'set-cookie': 'a=1,b=2' } });
  return listener.bytes;
}

function headerOf(bytes: string, name: string): string {
  return new RegExp(`^${name}: (.*)\r$`, 'm').exec(bytes)?.[1] ?? '';
}

function* plannedBodies(): Generator<string> {
  for (const { cases } of plan({ scene, phases: ['examples', 'boundary', 'fuzz'], seed: 42, cases: 400 })) {
    for (const { request, raw } of cases) {
      if (raw === undefined) yield JSON.stringify(requestWithPoolId(request, 'us-east-1_Abcdefghi'));
    }
  }
}

describe('the lean carrier', () => {
  it('sends the bytes of the SDK for every case of a default run', async () => {
    const { count, differing } = await bothOf(plannedBodies(), 'root');
    expect(differing.slice(0, 1)).to.deep.equal([]);
    expect(count).to.be.above(2000);
  });

  it('sends them to the paths of OpenAPI conversions too', async () => {
    expect((await bothOf(['{"PoolName":"ü😀  "}'], 'openapi')).differing).to.deep.equal([]);
  });

  it('signs with a key of its own and a session token', async () => {
    const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a/b+c=', sessionToken: 'token/+==  spaced' };
    expect((await bothOf(['{}', '{"a":1}'], 'root', credentials)).differing).to.deep.equal([]);
  });
});
