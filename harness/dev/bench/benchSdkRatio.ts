import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Phase } from '../../../generators/cases/case.ts';
import type { Operation } from '../../../specs/operation.ts';
import { runPlan } from '../../execute/runPlan.ts';
import { plan } from '../../plan/plan.ts';
import { RecordWriter } from '../../record/recordFile.ts';
import { commandFor } from '../../transport/operations.ts';
import { sdkTransport } from '../../transport/sdkTransport.ts';
import type { Transport } from '../../transport/transport.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type BenchFigure, medianRatio, quantile } from './benchFigure.ts';
import { contract, region, scene } from './scene.ts';

const concurrency = 4;
const some: readonly Phase[] = ['boundary'];
const rounds = 5;

interface Sent {
  readonly operation: Operation;
  readonly body: string;
}

/**
 * Requests per second of a run over those of a bare loop with an SDK client that sends the same bodies in the same order, at
 * the same concurrency, to a mock in a process of its own. The two take turns.
 */
export async function benchSdkRatio(): Promise<readonly BenchFigure[]> {
  const server = await startMockServer();
  try {
    const requests: Sent[] = [];
    await runRate(server.url, requests);
    await bareRate(server.url, requests);
    const pairs: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      pairs.push([await runRate(server.url), await bareRate(server.url, requests)]);
    }
    const bench = 'sdk';
    const middle = (side: 0 | 1) =>
      quantile(
        pairs.map((pair) => pair[side]),
        0.5,
      );
    return [
      {
        bench,
        what: 'requests of a run over those of a bare SDK loop',
        value: medianRatio(pairs),
        unit: '',
        mark: { kind: 'at least', value: 0.8 },
      },
      { bench, what: 'requests of a run', value: middle(0), unit: '/s', mark: null },
      { bench, what: 'requests of the bare SDK loop', value: middle(1), unit: '/s', mark: null },
    ];
  } finally {
    server.stop();
  }
}

async function runRate(endpoint: string, requests?: Sent[]): Promise<number> {
  const transport = sdkTransport({ region, endpoint, timeout: 10_000 });
  const record = new RecordWriter(join(temporaryFolder(), 'record.jsonl'));
  const lanes = plan({ scene, phases: some, seed: 1, cases: 0 });
  const started = performance.now();
  await runPlan({
    contract,
    transport: requests === undefined ? transport : recordRequests(transport, requests),
    target: { id: 'bench', kind: 'endpoint', endpoint },
    region,
    seed: 1,
    phases: some,
    lanes,
    concurrency,
    failFast: false,
    record,
    interrupted: () => null,
    progress: () => {},
  });
  record.close();
  const seconds = (performance.now() - started) / 1000;
  transport.close();
  return transport.sent() / seconds;
}

function recordRequests(transport: Transport, requests: Sent[]): Transport {
  return {
    ...transport,
    send: (operation, body, purpose, form) => {
      requests.push({ operation, body });
      return transport.send(operation, body, purpose, form);
    },
  };
}

/** The rate of the loop that a user of the SDK would write. */
async function bareRate(endpoint: string, requests: readonly Sent[]): Promise<number> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const agent = { keepAlive: true, maxSockets: concurrency };
  const client = new CognitoIdentityProviderClient({
    region,
    endpoint,
    credentials,
    maxAttempts: 1,
    requestHandler: { httpAgent: agent },
  });
  const queue = requests.values();
  const worker = async () => {
    for (const { operation, body } of queue) {
      await client.send(commandFor(operation, JSON.parse(body))).catch(() => undefined);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - started) / 1000;
  client.destroy();
  return requests.length / seconds;
}

async function startMockServer() {
  const main = join(import.meta.dirname, '..', '..', 'main.cjs');
  const child = spawn(process.execPath, [main, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [said] = (await once(child.stderr, 'data')) as [Buffer];
  const url = /http:\/\/\S+/.exec(said.toString())?.[0];
  if (url === undefined) throw new Error(`The mock did not start: ${said.toString()}`);
  return { url, stop: () => child.kill() };
}
