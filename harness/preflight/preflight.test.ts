import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { newMock } from '../dev/recordRun.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { fetchRequest } from '../targets/fetchRequest.ts';
import { listen } from '../targets/listen.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { serve } from '../targets/serve.ts';
import { readPoolSettings } from './readPoolSettings.ts';
import { usedMembers } from './usedMembers.ts';

const contract = contractOf('2026-11-13', 'observed');

const described: JsonObject = {
  UserPool: {
    Id: 'us-east-1_Example01',
    Name: 'mine',
    Arn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example01',
    CreationDate: 1_700_000_000,
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
    MfaConfiguration: 'OFF',
    UserPoolTags: { team: 'blue' },
    SchemaAttributes: [],
  },
};

/** A target that answers every update with a page. */
function failing(): RequestListener {
  const answer = newMock();
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { status, headers, text } = String(request.headers['x-amz-target']).endsWith('.UpdateUserPool')
      ? { status: 500, headers: { 'content-type': 'text/html' }, text: '<html>' }
      : await answer(fetchRequest(request, Buffer.concat(chunks))).then(async (inner) => ({
          status: inner.status,
          headers: Object.fromEntries(inner.headers),
          text: await inner.text(),
        }));
    response.writeHead(status, headers).end(text);
  };
}

/** Runs the command with a pool in a file; against a mutant, or the faultless mock. */
async function preflight(pool: JsonObject, mutantId?: string, ...args: readonly string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'pool.json'), JSON.stringify(pool));
  if (mutantId === undefined) return runCommandLine(['preflight', 'pool.json', ...args], { cwd });
  const mutant = mutantsOf(contract).find(({ id }) => id === mutantId);
  if (mutant === undefined) throw new Error(`There is no mutant "${mutantId}".`);
  const { url, close } = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
  try {
    return await runCommandLine(['preflight', 'pool.json', '--target', url, '--target-name', 'it', ...args], { cwd });
  } finally {
    await close();
  }
}

describe('preflight', () => {
  it('finds nothing on a target that keeps to the contract', async () => {
    const { status, stdout } = await preflight(described);
    expect(stdout).to.match(/^mock is not known to affect this pool \(DescribeUserPool answer\)\.$/m);
    expect(stdout).to.match(/^The pool's own request: HTTP 200, as expected\.$/m);
    expect(status).to.equal(0);
  });

  it('names a setting that the target ignores, and its own request with it', async () => {
    const ignored = 'state/policies.password-policy.minimum-length.sent/ignored';
    const { status, stdout } = await preflight(described, ignored);
    expect(status).to.equal(1);
    expect(stdout).to.match(/^ {2}Policies\.PasswordPolicy\.MinimumLength: does not store it as sent \(must\)$/m);
    expect(stdout).to.match(/^The pool's own request: HTTP 200\. Policies\.PasswordPolicy/m);
  });

  it('names a setting that the target loses when an update leaves it out', async () => {
    const { status, stdout } = await preflight(described, 'state/policies.omitted/reset');
    expect(status).to.equal(1);
    expect(stdout).to.match(/^ {2}Policies: loses or changes it when an update leaves it out/m);
  });

  it('does not promise that a pool works which the contract itself refuses', async () => {
    const { status, stdout } = await preflight({ PoolName: 'x'.repeat(129) });
    expect(stdout).to.match(
      /^The pool's own request: HTTP 400 .*, as expected: the contract refuses this request\. PoolName has at most 128 characters\.$/m,
    );
    expect(status).to.equal(1);
  });

  it('tells a fault without a name of what no member is to blame for', async () => {
    const { url, close } = await listen(failing());
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'pool.json'), JSON.stringify({ PoolName: 'mine' }));
    const { stdout } = await runCommandLine(['preflight', 'pool.json', '--target', url], { cwd }).finally(close);
    expect(stdout).to.match(/^The pool's own request: HTTP 500\. HTTP 500 "<html>"/m);
  });

  it('names a setting that the target refuses', async () => {
    const { status, stdout } = await preflight(described, 'constraint/MfaConfiguration/enum/refuses-OFF', '--json');
    expect(status).to.equal(1);
    const report = JSON.parse(stdout);
    expect(report.effects[0]).to.include({ member: 'MfaConfiguration', effect: 'refuses' });
    expect(report.ownRequest.worked).to.equal(false);
  });

  it('says nothing of settings that the pool does not use', async () => {
    const { status, stdout } = await preflight({ UserPoolTags: { a: 'b' } }, 'state/policies.omitted/reset');
    expect(stdout).to.match(/^it is not known to affect this pool \(UpdateUserPool request\)\.$/m);
    expect(status).to.equal(0);
  });

  it('reads a record instead of running', async () => {
    const cwd = temporaryFolder();
    await runCommandLine(['run', '--only', 'UserPoolTags', '--phases', 'examples', '--quiet', '--out', '.'], { cwd });
    writeFileSync(join(cwd, 'pool.json'), JSON.stringify(described));
    const { status, stdout } = await runCommandLine(['preflight', 'pool.json', '--target', 'record.jsonl'], { cwd });
    expect(stdout).to.match(/^Not affected: UserPoolTags\.$/m);
    expect(stdout).to.match(/^Not tested: .*Policies/m);
    expect(stdout).not.to.contain('own request');
    expect(status).to.equal(0);
  });

  it('refuses a file that has no settings of a pool, with status 2', async () => {
    const { status, stderr } = await preflight({ name: 'a package' });
    expect(status).to.equal(2);
    expect(stderr).to.contain('error[wrong-pool]').and.contain('DescribeUserPool answer');
  });
});

describe('the settings of a pool', () => {
  const edition = contract.edition;

  it('are read from a CloudFormation template: names, strings for numbers, and what is only known later', () => {
    const Properties = {
      UserPoolName: 'mine',
      Policies: { PasswordPolicy: { MinimumLength: '12', RequireSymbols: 'true' } },
      LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Trigger', 'Arn'] } },
      Schema: [{ Name: 'email' }],
    };
    const template = {
      Resources: { Other: { Type: 'AWS::S3::Bucket' }, Pool: { Type: 'AWS::Cognito::UserPool', Properties } },
    };
    expect(readPoolSettings(template, edition, 'x')).to.deep.equal({
      form: 'CloudFormation resource',
      request: { PoolName: 'mine', Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } } },
      others: ['Schema'],
      deployed: ['LambdaConfig'],
    });
    expect(readPoolSettings({ Type: 'AWS::Cognito::UserPool', Properties }, edition, 'x').deployed).to.have.length(1);
  });

  it('name every place that they use, with parents, items and keys', () => {
    const request = {
      Policies: { PasswordPolicy: { MinimumLength: 8 } },
      AutoVerifiedAttributes: ['email'],
      UserPoolTags: { a: '' },
    };
    expect(usedMembers(request, edition.input)).to.deep.equal([
      'Policies',
      'Policies.PasswordPolicy',
      'Policies.PasswordPolicy.MinimumLength',
      'AutoVerifiedAttributes',
      'AutoVerifiedAttributes[]',
      'UserPoolTags',
      'UserPoolTags{key}',
      'UserPoolTags{value}',
    ]);
  });
});
