import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { JsonObject } from '../../specs/json.ts';
import { awsEnvironment } from '../dev/awsEnvironment.ts';
import { builtProgram } from '../dev/builtProgram.ts';
import type { FinishedCommand } from '../dev/finishedCommand.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { type StrictOptions, type StrictService, startStrictService } from '../dev/startStrictService.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

/** A pool as somebody has it: nothing in it is what a new pool shows. */
const ownersPool: JsonObject = {
  PoolName: 'owners',
  Policies: { PasswordPolicy: { MinimumLength: 11, RequireUppercase: true, TemporaryPasswordValidityDays: 3 } },
  UserPoolTags: { Team: 'Blue', CostCentre: '7' },
  AutoVerifiedAttributes: ['email'],
  DeletionProtection: 'ACTIVE',
  EmailVerificationMessage: 'Your code is {####}',
  EmailVerificationSubject: 'Welcome to acme-production',
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
};

interface Scene {
  readonly service: StrictService;
  readonly id: string;
  readonly cwd: string;
  readonly before: JsonObject;
  readonly poolproof: (...args: readonly string[]) => Promise<FinishedCommand>;
}

async function withPool(options: StrictOptions, use: (scene: Scene) => Promise<void>): Promise<void> {
  const service = await startStrictService(options);
  const cwd = temporaryFolder();
  const id = service.add(ownersPool);
  const env = awsEnvironment(service);
  const poolproof = (...args: readonly string[]) => runCommandLine(args, { cwd, env });
  try {
    await use({ service, id, cwd, before: asShown(service, id), poolproof });
  } finally {
    await service.close();
  }
}

function asShown(service: StrictService, id: string): JsonObject {
  const { LastModifiedDate: _moves, ...pool } = service.show(id);
  return pool;
}

function runOn(id: string, ...more: readonly string[]): readonly string[] {
  const cases = ['--phases', 'examples,sequence,errors', '--only', 'request'];
  return ['run', '--target', 'aws', '--rate', '1000', '--quiet', ...cases, '--user-pool-id', id, ...more];
}

function copyIn({ cwd, id }: Scene): JsonObject {
  return JSON.parse(readFileSync(join(cwd, 'poolproof-report', `pool-${id}.json`), 'utf8')) as JsonObject;
}

/** Cases of which most give the pool another name. */
const renaming = ['--allow-existing', '--phases', 'examples,boundary', '--only', 'PoolName'];

const isWrite = ({ operation }: { readonly operation: string }) =>
  ['CreateUserPool', 'UpdateUserPool', 'DeleteUserPool', 'SetUserPoolMfaConfig', 'TagResource'].includes(operation);

describe('run --user-pool-id', () => {
  it('wants to be told that the pool may be changed', () =>
    withPool({}, async ({ service, id, poolproof }) => {
      const { status, stderr } = await poolproof(...runOn(id));
      expect(status).to.equal(2);
      expect(stderr)
        .to.match(/error\[wrong-setting\]/)
        .and.match(/--allow-existing/);
      expect(service.calls).to.deep.equal([]);
    }));

  it('restores what a configured header holds as well, and shows it in no record', () =>
    withPool({}, async (scene) => {
      const { service, id, cwd, before, poolproof } = scene;
      const header = ['--header', 'X-Environment: acme-production'];
      const { status, stdout, stderr } = await poolproof(...runOn(id, ...header, ...renaming));
      expect(status, stdout + stderr).to.equal(0);
      expect(asShown(service, id)).to.deep.equal(before);
      expect(copyIn(scene).pool).to.deep.include({ EmailVerificationSubject: 'Welcome to acme-production' });
      const record = readFileSync(join(cwd, 'poolproof-report', 'record.jsonl'), 'utf8');
      expect(record).to.include('Welcome to [left out]').and.not.include('acme-production');
    }));

  it('judges on the pool alone, and leaves it as it was', () =>
    withPool({}, async (scene) => {
      const { service, id, cwd, before, poolproof } = scene;
      const { status, stdout, stderr } = await poolproof(...runOn(id, '--allow-existing'));
      expect(status, stdout + stderr).to.equal(0);
      // Long commands are broken into lines.
      expect(stdout.replaceAll(/\s*\\?\n\s*/g, ' '))
        .to.match(/\d+ conform/)
        .and.include(`--user-pool-id ${id} --allow-existing`);
      expect(asShown(service, id)).to.deep.equal(before);
      const operations = service.calls.map(({ operation }) => operation);
      expect(operations).not.to.include('CreateUserPool').and.not.include('DeleteUserPool');
      const printed = await poolproof('policy', '--user-pool-id', id, '--region', 'eu-central-1');
      const { Statement } = JSON.parse(printed.stdout) as { Statement: readonly { Action: readonly string[] }[] };
      const allowed = Statement.flatMap(({ Action }) => Action.map((action) => action.split(':')[1] ?? ''));
      expect(allowed).to.include.members([...new Set(operations)]);
      expect(operations.filter((operation) => operation === 'UpdateUserPool').length).to.be.above(10);
      expect(copyIn(scene).restoredAt).to.be.a('string');
      expect(copyIn(scene).pool).to.deep.include({ Name: 'owners', UserPoolTags: ownersPool.UserPoolTags });
      expect(statSync(join(cwd, 'poolproof-report', `pool-${id}.json`)).mode & 0o077).to.equal(0);
    }));

  it('skips, and says why, what one pool cannot answer', () =>
    withPool({}, async ({ id, cwd, poolproof }) => {
      await poolproof(...runOn(id, '--allow-existing', '--phases', 'examples,sequence,race', '--only', 'PoolName'));
      await poolproof(...runOn(id, '--allow-existing', '--phases', 'sequence,race', '--out', 'second'));
      const text = readFileSync(join(cwd, 'second', 'record.jsonl'), 'utf8');
      expect(text).to.include('It needs further pools to compare with').and.include('It creates or deletes pools');
    }));

  it('takes no pool with users unless told to', () =>
    withPool({ users: true }, async ({ service, id, poolproof }) => {
      const { status, stderr } = await poolproof(...runOn(id, '--allow-existing'));
      expect(status).to.equal(2);
      expect(stderr)
        .to.match(/error\[pool-with-users\]/)
        .and.match(/--allow-users/);
      expect(service.calls.filter(isWrite)).to.deep.equal([]);
      const told = await poolproof(...runOn(id, '--allow-existing', '--allow-users', '--only', 'PoolName'));
      expect(told.status, told.stderr).to.equal(0);
    }));

  it('sends no case to a pool that cannot be written back', async () => {
    const failure = (operation: string) => (operation === 'UpdateUserPool' ? 'expire' : undefined);
    await withPool({ failure }, async (scene) => {
      const { service, id, before, poolproof } = scene;
      const { status, stderr } = await poolproof(...runOn(id, '--allow-existing'));
      expect(status).to.equal(3);
      expect(stderr)
        .to.match(/error\[cannot-restore\]/)
        .and.not.to.contain('..');
      expect(asShown(service, id)).to.deep.equal(before);
      expect(service.calls.filter(isWrite).length).to.equal(1);
    });
  });

  it('puts the pool back where the service throttles and fails', async () => {
    const failure = (_: string, index: number) =>
      index % 7 === 6 ? 'throttle' : index % 31 === 30 ? 'fault' : undefined;
    await withPool({ failure }, async ({ service, id, before, poolproof }) => {
      const { stderr } = await poolproof(...runOn(id, '--allow-existing'));
      expect(stderr).not.to.match(/not-restored/);
      expect(asShown(service, id)).to.deep.equal(before);
    });
  });

  it('puts the pool back when the requests are used up', () =>
    withPool({}, async ({ service, id, before, poolproof }) => {
      const { stderr } = await poolproof(...runOn(id, '--allow-existing', '--max-requests', '40'));
      expect(stderr).to.match(/budget of 40 requests is spent/);
      expect(asShown(service, id)).to.deep.equal(before);
    }));

  it('tells what it could not put back, takes no second copy of it, and restores it when asked', async () => {
    let isBroken = false;
    const failure = (operation: string, index: number) => {
      if (index > 40) isBroken ||= service.pools()[0] !== 'owners';
      return isBroken && isWrite({ operation }) && !isMended ? 'expire' : undefined;
    };
    let isMended = false;
    const service = await startStrictService({ failure });
    const id = service.add(ownersPool);
    const cwd = temporaryFolder();
    const env = awsEnvironment(service);
    const before = asShown(service, id);
    const failed = await runCommandLine(runOn(id, ...renaming), { cwd, env });
    const wrecked = asShown(service, id);
    isMended = true;
    const again = await runCommandLine(runOn(id, ...renaming), { cwd, env });
    const restored = await runCommandLine(['restore', `poolproof-report/pool-${id}.json`, '--rate', '1000'], {
      cwd,
      env,
    });
    const after = asShown(service, id);
    await service.close();
    expect(failed.status).to.equal(3);
    expect(failed.stderr)
      .to.match(/error\[not-restored\]/)
      .and.match(/was .+ and is /)
      .and.match(/ restore poolproof-report\/pool-/);
    expect(wrecked).not.to.deep.equal(before);
    expect(again.status).to.equal(3);
    expect(again.stderr).to.match(/An earlier run has not restored the pool/);
    expect(restored.status, restored.stderr).to.equal(0);
    expect(after).to.deep.equal(before);
  });

  it('is not taken for unchanged by a run with another out folder, after one that was killed', async () => {
    const updates = Promise.withResolvers<void>();
    // The first run must not come to its end before it is killed.
    let isHanging = true;
    const service = await startStrictService({
      failure: (operation, index) => {
        if (operation !== 'UpdateUserPool' || index <= 40 || service.pools()[0] === 'owners') return undefined;
        updates.resolve();
        return isHanging ? 'hang' : undefined;
      },
    });
    const id = service.add(ownersPool);
    const before = asShown(service, id);
    const cwd = temporaryFolder();
    const env = awsEnvironment(service);
    const main = builtProgram();
    const child = spawn(process.execPath, [main, ...runOn(id, ...renaming)], {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await updates.promise;
    const meanwhile = await runCommandLine(runOn(id, ...renaming, '--out', 'second'), { cwd, env });
    child.kill('SIGKILL');
    await ended;
    isHanging = false;
    const again = await runCommandLine(runOn(id, ...renaming, '--out', 'third'), { cwd, env });
    const [, command = ''] = /Run "[^"]* restore (.+)" first/.exec(again.stderr) ?? [];
    const restored = await runCommandLine(['restore', command, '--rate', '1000'], { cwd, env });
    const after = asShown(service, id);
    const free = await runCommandLine(runOn(id, ...renaming, '--out', 'fourth'), { cwd, env });
    await service.close();
    expect([meanwhile.status, again.status]).to.deep.equal([3, 3]);
    expect(meanwhile.stderr).to.match(/error\[pool-in-use\]: Another run \(process \d+\) is using user pool/);
    expect(again.stderr).to.match(/error\[not-restored\]/);
    expect(restored.status, restored.stderr).to.equal(0);
    expect(after).to.deep.equal(before);
    expect(free.stderr).not.to.match(/not-restored/);
  });
});
