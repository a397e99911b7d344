import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { declaredErrors } from '../../specs/errors.ts';
import { dialects, scheduledFaults } from '../targets/mock/faults.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { serve } from '../targets/serve.ts';
import { root } from './sourceFiles.ts';

const page = readFileSync(join(root, 'docs', 'clients.md'), 'utf8');
const run = promisify(execFile);

/** Requests that the page says a client sends for an error, in the dialects aws and openapi. */
function told(name: string, client: string): string {
  const heads =
    /^\| code .*$/m
      .exec(page)?.[0]
      .split('|')
      .map((cell) => cell.trim()) ?? [];
  const cells =
    page
      .split('\n')
      .find((line) => line.includes(`\`${name}\``))
      ?.split('|') ?? [];
  return cells[heads.indexOf(client)]?.trim() ?? '';
}

/** Requests that arrive when a client updates a pool and is answered with an error. */
async function requests(
  name: (typeof declaredErrors)[number]['name'],
  dialect: 'aws' | 'openapi',
  update: (url: string) => Promise<unknown>,
) {
  const contract = contractOf('2026-11-13', 'observed');
  const faults = scheduledFaults({ error: name, times: 'always', delay: 0 });
  const [answer] = mockHandlers(poolService({ ...contract, region: 'us-east-1' }), dialects[dialect], faults);
  let count = 0;
  const counted = async (request: Request) => {
    count += 1;
    return answer?.(request);
  };
  const { url, close } = await serve({ handlers: [counted], port: 0 });
  await update(url).finally(close);
  return count;
}

async function byJavaScript(endpoint: string, name: string): Promise<void> {
  const client = new sdk.CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'a' },
  });
  const error: unknown = await client
    .send(new sdk.UpdateUserPoolCommand({ UserPoolId: 'us-east-1_Mine' }))
    .catch((reason: unknown) => reason);
  expect(error).to.have.property('name', name);
}

const env = { ...process.env, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'a', AWS_DEFAULT_REGION: 'us-east-1' };

async function byBoto3(endpoint: string, name: string, mode: string): Promise<void> {
  const script = `import boto3
from botocore.config import Config
c = boto3.client('cognito-idp', endpoint_url='${endpoint}', config=Config(retries={'mode': '${mode}'}))
try: c.update_user_pool(UserPoolId='us-east-1_Mine')
except c.exceptions.${name} as e: print(e.response['Error']['Code'])`;
  expect((await run('python3', ['-c', script], { env })).stdout.trim()).to.equal(name);
}

/** Whether python3 has a boto3 that knows the operation of today. */
function hasBoto3(): boolean {
  const script = 'import boto3; v = boto3.__version__.split("."); exit(0 if (int(v[0]), int(v[1])) >= (1, 43) else 1)';
  return spawnSync('python3', ['-c', script]).status === 0;
}

describe('clients of a server that fails', function () {
  this.timeout(240_000);
  const clients = {
    'SDK for JavaScript': byJavaScript,
    'boto3 legacy': (url: string, name: string) => byBoto3(url, name, 'legacy'),
    'boto3 standard': (url: string, name: string) => byBoto3(url, name, 'standard'),
  };
  for (const [client, update] of Object.entries(clients)) {
    it(`send as many requests as the page says, with an error of the right class: ${client}`, async function () {
      if (client.startsWith('boto3') && !hasBoto3()) return this.skip();
      for (const { name } of declaredErrors.filter(({ code }) => code !== null)) {
        const counts = [
          await requests(name, 'aws', (url) => update(url, name)),
          await requests(name, 'openapi', (url) => update(url, name)),
        ];
        expect(counts.join(' / '), name).to.equal(told(name, client));
      }
    });
  }
});
