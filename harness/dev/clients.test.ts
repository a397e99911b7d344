import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { commonErrors, declaredErrors, type ErrorName } from '../../specs/errors.ts';
import { dialects, scheduledFaults } from '../targets/mock/faults.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { serve } from '../targets/serve.ts';
import { startPythonClients } from './pythonClients/startPythonClients.ts';
import { root } from './sourceFiles.ts';

const run = promisify(execFile);
const errors = [...declaredErrors, ...commonErrors];
const dialectNames = ['aws', 'openapi'] as const;

/** A server that answers every update with one error, and counts the updates. */
interface FailingServer {
  readonly name: ErrorName;
  readonly url: string;
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

/** What a client makes of an error. */
interface Impression {
  readonly code: string;
  /** The class that the client throws. */
  readonly thrown: string;
  /** False where the client has no class of the error's name: it has none at all, or is older than the error. */
  readonly isKnown: boolean;
}

/** Asks a client to update a pool of each server, one after the other. */
type Client = (servers: readonly FailingServer[]) => Promise<readonly Impression[]>;

async function failingServer(name: ErrorName, dialect: (typeof dialectNames)[number]): Promise<FailingServer> {
  const contract = contractOf('2026-11-13', 'observed');
  const faults = scheduledFaults({ error: name, times: 'always', delay: 0 });
  const [answer] = mockHandlers(poolService({ ...contract, region: 'us-east-1' }), dialects[dialect], faults);
  let count = 0;
  const counted = async (request: Request) => {
    count += 1;
    return answer?.(request);
  };
  return { name, requests: () => count, ...(await serve({ handlers: [counted], port: 0 })) };
}

const javaScript: Client = async (servers) => {
  const impressions: Impression[] = [];
  for (const { url } of servers) {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'a' };
    const client = new sdk.CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: url, credentials });
    const error: unknown = await client
      .send(new sdk.UpdateUserPoolCommand({ UserPoolId: 'us-east-1_Mine' }))
      .catch((reason: unknown) => reason);
    if (!(error instanceof Error)) throw new TypeError('The client saw no error.');
    impressions.push({ code: error.name, thrown: error.constructor.name, isKnown: true });
  }
  return impressions;
};

const env = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'a',
  AWS_SECRET_ACCESS_KEY: 'a',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_MAX_ATTEMPTS: undefined,
};

const boto3Script = `import sys, json, boto3
from botocore.config import Config
from botocore.exceptions import ClientError
seen = []
for url in sys.argv[2:]:
    client = boto3.client('cognito-idp', endpoint_url=url, config=Config(retries={'mode': sys.argv[1]}))
    try: client.update_user_pool(UserPoolId='us-east-1_Mine')
    except ClientError as e:
        code = e.response['Error']['Code']
        seen.append({'code': code, 'thrown': type(e).__name__, 'isKnown': hasattr(client.exceptions, code)})
print(json.dumps(seen))`;

function boto3(mode: 'legacy' | 'standard'): Client {
  return async (servers) => {
    const args = ['-c', boto3Script, mode, ...servers.map(({ url }) => url)];
    return JSON.parse((await run('python3', args, { env })).stdout);
  };
}

const awsCli: Client = async (servers) => {
  const impressions: Impression[] = [];
  const python = await startPythonClients();
  const { PATH } = python.env;
  for (const { url } of servers) {
    const args = ['cognito-idp', 'update-user-pool', '--user-pool-id', 'us-east-1_Mine', '--endpoint-url', url];
    const shown = await run('aws', args, { env: { ...env, PATH, AWS_RETRY_MODE: 'standard' } }).catch(
      ({ stderr }: { readonly stderr: string }) => stderr,
    );
    const name = /An error occurred \((\w+)\) when calling the UpdateUserPool/.exec(String(shown))?.[1] ?? '';
    impressions.push({ code: name, thrown: '', isKnown: false });
  }
  python.close();
  return impressions;
};

/** Whether python3 has a boto3 that knows the operation of today. */
function hasBoto3(): boolean {
  const script = 'import boto3; v = boto3.__version__.split("."); exit(0 if (int(v[0]), int(v[1])) >= (1, 43) else 1)';
  return spawnSync('python3', ['-c', script]).status === 0;
}

/** Whether there is an AWS CLI whose release is of 2025 or later. */
function hasAwsCli(): boolean {
  const [, major, minor] =
    /^aws-cli\/(\d+)\.(\d+)/.exec(spawnSync('aws', ['--version'], { encoding: 'utf8' }).stdout ?? '') ?? [];
  return Number(major) > 1 ? Number(minor) >= 30 : Number(minor) >= 40;
}

const tables = readFileSync(join(root, 'docs', 'clients.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

/** The cell of an error on the page. */
function cell(name: string, column: string): string {
  const row = tables.find((cells) => cells.includes(name));
  const head = tables.find((cells) => cells.includes(column));
  return row?.[head?.indexOf(column) ?? -1] ?? '';
}

/** Whether requests were repeated in both dialects, in that of AWS alone, which has HTTP 500, or not at all. */
function retried([aws = 0, openapi = 0]: readonly (number | undefined)[]): string {
  if (openapi > 1) return 'yes';
  return aws > 1 ? 'at HTTP 500' : 'no';
}

describe('clients of a server that fails', () => {
  const clients: Readonly<Record<string, { readonly client: Client; readonly isThere: () => boolean }>> = {
    'SDK for JavaScript': { client: javaScript, isThere: () => true },
    'boto3 legacy': { client: boto3('legacy'), isThere: hasBoto3 },
    'boto3 standard': { client: boto3('standard'), isThere: hasBoto3 },
    'AWS CLI standard': { client: awsCli, isThere: hasAwsCli },
  };

  it('have a line on the page for every error', () => {
    expect(errors.filter(({ name }) => cell(name, 'error') === '').map(({ name }) => name)).to.deep.equal([]);
    for (const { name, code } of declaredErrors) expect(cell(name, 'code'), name).to.equal(String(code ?? '–'));
  });

  for (const [column, { client, isThere }] of Object.entries(clients)) {
    it(`throw the class and send the requests that the page says: ${column}`, async function () {
      if (!isThere()) return this.skip();
      const servers = await Promise.all(
        errors.flatMap(({ name }) => dialectNames.map((dialect) => failingServer(name, dialect))),
      );
      const impressions = await client(servers).finally(() => Promise.all(servers.map(({ close }) => close())));
      errors.forEach(({ name }, index) => {
        const [aws, openapi] = [index * 2, index * 2 + 1];
        const counts = [aws, openapi].map((at) => servers[at]?.requests());
        expect(counts.join(' / '), name).to.equal(cell(name, column));
        if (column !== 'boto3 legacy') expect(cell(name, 'retried'), name).to.equal(retried(counts));
        for (const at of [aws, openapi]) {
          expect(impressions[at]?.code, name).to.equal(name);
          const isOwn = impressions[at]?.thrown === name;
          if (impressions[at]?.isKnown !== false) expect(isOwn ? 'own' : 'base', name).to.equal(cell(name, 'class'));
        }
      });
    });
  }
});
