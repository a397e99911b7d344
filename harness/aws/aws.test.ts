import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { awsEnvironment } from '../dev/awsEnvironment.ts';
import { builtProgram } from '../dev/builtProgram.ts';
import type { FinishedCommand } from '../dev/finishedCommand.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { type StrictOptions, type StrictService, startStrictService, strictCaller } from '../dev/startStrictService.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

const small = ['--phases', 'boundary', '--only', 'PoolName', '--rate', '1000', '--quiet'];

async function onAws(
  args: readonly string[],
  options: StrictOptions,
  use: (finished: FinishedCommand, service: StrictService, cwd: string) => Promise<void> | void,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const service = await startStrictService(options);
  const cwd = temporaryFolder();
  try {
    const finished = await runCommandLine(args, { cwd, env: { ...awsEnvironment(service), ...env } });
    await use(finished, service, cwd);
  } finally {
    await service.close();
  }
}

const run = ['run', '--target', 'aws', ...small];

type Mishaps = NonNullable<StrictOptions['failure']>;

function failsAtDeletions(): Mishaps {
  let left = 4;
  return (operation) => (operation === 'DeleteUserPool' && left-- > 0 ? 'fault' : undefined);
}

/** Does what it is asked, and the answer never comes: nobody has the id. */
function losesCreation(): Mishaps {
  let creations = 0;
  return (operation) => (operation === 'CreateUserPool' && ++creations === 2 ? 'lose' : undefined);
}

/** Two updates of cases and what is sent again of them, however many other requests there are. */
function hangsAtUpdates(): Mishaps {
  let updates = 0;
  return (operation) => (operation === 'UpdateUserPool' && ++updates > 3 && updates < 7 ? 'hang' : undefined);
}

/** Operations that a run of these cases may send. */
const planned = ['GetCallerIdentity', 'CreateUserPool', 'DescribeUserPool', 'UpdateUserPool', 'DeleteUserPool'];

function expectNothingLeft(service: StrictService): void {
  expect(service.pools()).to.deep.equal([]);
  expect(service.calls.filter(({ operation }) => !planned.includes(operation))).to.deep.equal([]);
  expectOnlyOwnPools(service);
}

function expectOnlyOwnPools({ calls }: StrictService): void {
  const names = calls.filter(({ operation }) => operation === 'CreateUserPool').map(({ body }) => body);
  for (const { PoolName, UserPoolTags } of names) {
    expect(PoolName).to.match(/^poolproof-\d{8}T\d{6}-[0-9a-f]{6}$/);
    expect(`poolproof-${(UserPoolTags as { poolproof: string }).poolproof}`).to.equal(PoolName);
  }
}

describe('run --target aws', () => {
  it('signs every request for the Region of the environment, and leaves nothing', () =>
    onAws(run, {}, ({ status, stdout, stderr }, service, cwd) => {
      expect(status, stdout + stderr).to.equal(0);
      expect(service.calls.filter(({ refused }) => refused !== null)).to.deep.equal([]);
      expect(service.calls.length).to.be.above(20);
      expectNothingLeft(service);
      expect(existsSync(join(cwd, 'poolproof-report', 'open-pools.jsonl'))).to.equal(false);
    }));

  it('tells who, where and how much before it sends a case, and with --dry-run nothing more', () =>
    onAws([...run, '--dry-run'], {}, ({ status, stdout }, { calls }) => {
      expect(status).to.equal(0);
      expect(stdout)
        .to.match(/account {3}210987654321 as arn:aws:sts::210987654321:assumed-role\/tester\/session/)
        .and.match(/region {4}eu-central-1/)
        .and.match(/requests {2}about \d+, about \d+ s at 1000 requests per second/)
        .and.match(/"cognito-idp:UpdateUserPool"/)
        .and.match(/Nothing was created or changed/);
      expect(calls.map(({ operation }) => operation)).to.deep.equal(['GetCallerIdentity']);
    }));

  it('keeps to five requests per second unless told otherwise', () =>
    onAws(['run', '--target', 'aws', '--dry-run'], {}, ({ stdout }) => {
      expect(stdout).to.match(/minutes at 5 requests per second/);
    }));

  it('stops before anything is made when the key is not known', () =>
    onAws(
      run,
      {},
      ({ status, stderr }, { calls }) => {
        expect(status).to.equal(3);
        expect(stderr)
          .to.match(/error\[refused-credentials\]/)
          .and.match(/hint: /);
        expect(stderr).not.to.match(/\n\s+at /);
        expect(calls.every(({ operation }) => operation === 'GetCallerIdentity')).to.equal(true);
      },
      { AWS_SECRET_ACCESS_KEY: 'wrong' },
    ));

  it('asks for credentials where there are none', () =>
    onAws(
      run,
      {},
      ({ status, stderr }, { calls }) => {
        expect(status).to.equal(3);
        expect(stderr).to.match(/error\[no-credentials\]/);
        expect(calls).to.deep.equal([]);
      },
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' },
    ));

  const failures = [
    ['throttles every fifth request', 0, (_: string, index: number) => (index % 5 === 4 ? 'throttle' : undefined)],
    ['fails at deletions at first', 0, failsAtDeletions()],
    ['loses the answer to a creation', 3, losesCreation()],
    [
      'no longer takes the credentials',
      3,
      (operation: string, index: number) => (operation === 'UpdateUserPool' && index > 8 ? 'expire' : undefined),
    ],
    ['hangs at an update', 1, hangsAtUpdates()],
  ] as const;
  for (const [what, expected, failure] of failures) {
    it(`leaves no pool where the service ${what}`, () =>
      onAws([...run, '--timeout', '400'], { failure }, ({ status, stdout, stderr }, service) => {
        expect(service.pools(), stderr).to.deep.equal([]);
        expectOnlyOwnPools(service);
        expect(status, stdout + stderr).to.equal(expected);
      }));
  }

  it('comes through where the service has a rate of its own, and leaves nothing', () =>
    onAws(run, { updatesPerSecond: 8 }, ({ status, stdout, stderr }, service) => {
      expect(status, stdout + stderr).to.equal(0);
      expect(service.calls.map(({ refused }) => refused)).to.include('TooManyRequestsException');
      expectNothingLeft(service);
    }));

  it('sends nothing that its policy does not allow', async () => {
    const phases = ['--phases', 'sequence,race,errors', '--seed', '3'];
    const printed = await runCommandLine(['policy', ...phases, '--region', 'eu-central-1']);
    const { Statement } = JSON.parse(printed.stdout) as { Statement: readonly { Action: readonly string[] }[] };
    const allowed = Statement.flatMap(({ Action }) => Action.map((action) => action.split(':')[1]));
    await onAws(
      ['run', '--target', 'aws', '--rate', '2000', '--quiet', ...phases],
      {},
      ({ status, stdout }, { calls }) => {
        const used = new Set(calls.map(({ operation }) => operation));
        expect(status, stdout).to.equal(0);
        expect(used).to.include('SetUserPoolMfaConfig').and.include('UntagResource');
        expect([...used].filter((operation) => !allowed.includes(operation))).to.deep.equal([]);
      },
    );
  });

  it('leaves to "clean" what it could not delete because it was killed', async () => {
    const updates = Promise.withResolvers<void>();
    const service = await startStrictService({
      failure: (operation, index) => {
        if (operation === 'UpdateUserPool' && index > 25) updates.resolve();
        return undefined;
      },
    });
    const somebodys = service.add({ PoolName: 'of-somebody' });
    const cwd = temporaryFolder();
    const env = awsEnvironment(service);
    const main = builtProgram();
    const args = ['run', '--target', 'aws', '--rate', '200', '--quiet'];
    const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await updates.promise;
    child.kill('SIGKILL');
    await ended;
    const left = service.pools().length;
    const cleaned = await runCommandLine(['clean', '--yes', '--rate', '1000'], { cwd, env });
    const after = service.pools();
    const shown = service.show(somebodys);
    await service.close();
    expect(left).to.be.above(1);
    expect(cleaned.status, cleaned.stderr).to.equal(0);
    expect(after).to.deep.equal(['of-somebody']);
    expect(shown).to.include({ Name: 'of-somebody' });
  });

  it('skips what could cost money, and sends it when told to', async () => {
    const tier = [
      'run',
      '--target',
      'aws',
      '--phases',
      'boundary',
      '--only',
      'UserPoolTier',
      '--rate',
      '1000',
      '--quiet',
    ];
    const sendsPlus = ({ calls }: StrictService) => calls.some(({ body }) => body.UserPoolTier === 'PLUS');
    await onAws(tier, {}, ({ stdout }, service) => {
      expect(sendsPlus(service)).to.equal(false);
      expect(stdout).to.match(/skipped .*Plus tier, which costs money/);
    });
    await onAws([...tier, '--allow-billable'], {}, (_, service) => {
      expect(sendsPlus(service)).to.equal(true);
    });
  });

  it('writes no secret into any file, nor prints it', () =>
    onAws(
      [...run, '--header', 'X-Api-Key: header-secret-1234', '--report', 'terminal,json,html,junit'],
      {},
      ({ stdout, stderr }, service, cwd) => {
        const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        expect(files.length).to.be.above(3);
        const written = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
        const secrets = [
          strictCaller.accessKeyId,
          strictCaller.secretAccessKey,
          strictCaller.sessionToken,
          'header-secret-1234',
        ];
        for (const secret of secrets) {
          for (const text of [...written, stdout, stderr]) expect(text.includes(secret), secret).to.equal(false);
        }
        expect(service.calls.length).to.be.above(20);
      },
    ));
});

describe('clean', () => {
  /** A run that is over: no process has this number. */
  const over = { pid: 2 ** 30, host: hostname() };
  const run = '20261122T101010-abcdef';
  const options = ['clean', '--out', '.', '--rate', '1000'];

  it('deletes what a killed run left, whatever its cases made of names and tags, and nothing else', async () => {
    const service = await startStrictService();
    const env = awsEnvironment(service);
    const cwd = temporaryFolder();
    const created = [
      { PoolName: 'of-somebody' },
      { PoolName: 'poolproof-of-somebody' },
      { PoolName: 'tagged-by-somebody', UserPoolTags: { poolproof: 'yes' }, DeletionProtection: 'ACTIVE' },
      { PoolName: 'protected', UserPoolTags: { poolproof: run }, DeletionProtection: 'ACTIVE' },
      { PoolName: `poolproof-${run}`, UserPoolTags: { poolproof: 'taken over' } },
      { PoolName: `poolproof-${run}`, DeletionProtection: 'ACTIVE' },
      { PoolName: 'renamed', UserPoolTags: { poolproof: run } },
      { PoolName: 'renamed-and-untagged' },
    ].map(service.add);
    const list = [
      { runId: run, startedAt: '2026-11-22T10:10:10.000Z', process: over },
      { made: created.at(0) },
      { made: created.at(-1) },
      { deleted: created.at(0) },
    ];
    const torn = '{"made":"us-ea';
    writeFileSync(join(cwd, 'open-pools.jsonl'), [...list.map((line) => JSON.stringify(line)), torn].join('\n'));
    const asked = await runCommandLine(options, { cwd, env });
    const before = service.pools().length;
    const done = await runCommandLine([...options, '--yes'], { cwd, env });
    const left = service.pools();
    await service.close();
    expect(asked.status).to.equal(2);
    expect(asked.stderr)
      .to.match(/error\[not-confirmed\]/)
      .and.match(/--yes/);
    expect(asked.stdout).to.match(/0 minutes old, run 20261122T101010-abcdef, protected {2}\(recognised by its name\)/);
    expect(before).to.equal(8);
    expect(done.stdout).to.match(/Deleted 3 of 3/);
    expect(left).to.deep.equal([
      'of-somebody',
      'poolproof-of-somebody',
      'tagged-by-somebody',
      'protected',
      `poolproof-${run}`,
    ]);
  });

  it('spares the pools of a run that may be going on, unless told otherwise, and reads no torn list', async () => {
    const service = await startStrictService();
    const env = awsEnvironment(service);
    const cwd = temporaryFolder();
    service.add({ PoolName: `poolproof-${run}` });
    writeFileSync(join(cwd, 'open-pools.jsonl'), '{"runId":"20261122T1010');
    const spared = await runCommandLine([...options, '--yes'], { cwd, env });
    const between = service.pools().length;
    const done = await runCommandLine([...options, '--yes', '--include-running'], { cwd, env });
    const left = service.pools();
    await service.close();
    expect([spared.status, between]).to.deep.equal([0, 1]);
    expect(spared.stdout).to.match(/run may be going on/);
    expect(spared.stderr).to.match(/torn or no list of open pools/);
    expect(done.stdout).to.match(/Deleted 1 of 1/);
    expect(left).to.deep.equal([]);
  });
});
