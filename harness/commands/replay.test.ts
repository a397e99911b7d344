import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { corpusFileName } from '../corpus/corpusFileName.ts';
import { commandAfter, pasteCommand } from '../dev/pasteCommand.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { readRecord } from '../record/recordFile.ts';
import { stubServers } from '../stubServers/stubServers.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { type Served, serve } from '../targets/serve.ts';

const contract = contractOf('2026-11-13', 'observed');

describe('replaying a case of a burst', () => {
  const cwd = temporaryFolder();
  const replay = (...args: readonly string[]) => runCommandLine(['replay', 'record.jsonl', ...args], { cwd });
  let target: Served;
  let stdout: string;

  before(async () => {
    const mutant = mutantsOf(contract).find(({ id }) => id === 'race/refused');
    if (mutant === undefined) throw new Error('There is no such mutant.');
    target = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
    const about = ['--phases', 'errors', '--only', 'request.serial', '--burst', '4'];
    const args = ['run', '--target', target.url, '--quiet', '--out', '.', '--report', 'terminal', ...about];
    stdout = (await runCommandLine(args, { cwd })).stdout;
  });

  after(() => target.close());

  it('sends so many updates again where it is told to', async () => {
    const { status, stdout } = await replay('--case', 'errors/burst/4', '--burst', '4');
    expect(status).to.equal(1);
    expect(stdout.match(/^at once {3}UpdateUserPool/gm)).to.have.lengthOf(4);
    expect(stdout).to.contain('In a burst of updates one was answered');
  });

  it('sends none unasked, and says what to ask for', async () => {
    const unasked = await replay('--case', 'errors/burst/4');
    expect(unasked.status).to.equal(2);
    expect(unasked.stderr).to.contain('error[missing-option]').and.contain('Give --burst 4.');
    const fewer = await replay('--case', 'errors/burst/4', '--burst', '3');
    expect(fewer.stderr).to.contain('--burst is 3').and.contain('Give --burst 4.');
    const finding = await replay('--finding', 'request.serial/wrong-error/burst');
    expect(finding.stderr).to.contain('Give --burst 4.');
  });

  it('is what the reports say', async () => {
    const line = commandAfter('replay', stdout);
    expect(line).to.contain('--burst');
    const again = await pasteCommand(line, { cwd });
    expect(again.stdout).to.contain('The finding request.serial/wrong-error/burst is reproduced.');
    expect(stdout.replaceAll(/\\\n\s*/g, '')).to.match(/run again.*--burst 4/);
  });
});

describe('replaying a case that a corpus kept', () => {
  const cwd = temporaryFolder();
  const entry = {
    format: 'poolproof-corpus',
    version: 1,
    finding: 'pool-name.max/accepted-invalid/200',
    target: 'mine',
    edition: '2026-11-13',
    basis: 'observed',
    phase: 'boundary',
    clause: 'pool-name.max',
    member: 'PoolName',
    request: { UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(129) },
  };
  const id = `corpus/${corpusFileName(entry.finding)}`;
  const replay = (...args: readonly string[]) => runCommandLine(['replay', 'record.jsonl', ...args], { cwd });
  let target: Served;
  let stdout: string;

  before(async () => {
    target = await stubServers.acceptsEverything.start();
    mkdirSync(join(cwd, 'kept'));
    writeFileSync(join(cwd, 'kept', `${corpusFileName(entry.finding)}.json`), JSON.stringify(entry));
    const about = ['--phases', 'boundary', '--only', 'PoolName', '--corpus', 'kept'];
    stdout = (await runCommandLine(['run', '--target', target.url, '--quiet', '--out', '.', ...about], { cwd })).stdout;
  });

  after(() => target.close());

  it('finds it in the folder', async () => {
    expect([...readRecord(join(cwd, 'record.jsonl')).cases].map((one) => one.id)).to.include(id);
    const there = await replay('--case', id, '--corpus', 'kept');
    expect(there.status, there.stderr).to.equal(1);
    expect(there.stdout).to.contain('accepted-invalid of pool-name.max').and.contain('a'.repeat(129));
    const faultless = await replay('--case', id, '--corpus', 'kept', '--target', 'mock');
    expect(faultless.status, faultless.stdout).to.equal(0);
  });

  it('says which folder is missing, or that another has no such case', async () => {
    const without = await replay('--case', id);
    expect(without.status).to.equal(2);
    expect(without.stderr).to.contain('error[missing-option]').and.contain('Give --corpus kept.');
    const other = await replay('--case', `${id}x`, '--corpus', 'kept');
    expect(other.status).to.equal(2);
    expect(other.stderr).to.contain('has no case').and.contain(`Did you mean "${id}"`);
  });

  it('is named in the command that repeats the run', () => {
    expect(stdout.replaceAll(/\\\n\s*/g, '')).to.match(/run again.*--corpus kept/);
  });
});

describe('replaying a finding about several faults', () => {
  it('sends the faults that were left, though its case had more', async () => {
    const cwd = temporaryFolder();
    const usual = poolService({ ...contract, region: 'us-east-1' });
    const handle: PoolService['handle'] = (operation, body) => {
      const text = JSON.stringify(body);
      const isOutOfOrder = operation === 'UpdateUserPool' && text.includes('PERHAPS') && text.includes('GOLDEN');
      const crash = { error: { name: 'InternalErrorException', message: 'Out of order.' } } as const;
      return isOutOfOrder ? crash : usual.handle(operation, body);
    };
    const target = await serve({ handlers: mockHandlers({ ...usual, handle }), port: 0 });
    const entry = {
      format: 'poolproof-corpus',
      version: 1,
      finding: 'request.several-faults/server-fault/500',
      target: 'mine',
      edition: '2026-11-13',
      basis: 'observed',
      phase: 'fuzz',
      clause: 'request.several-faults',
      member: '',
      request: {
        UserPoolId: '{UserPoolId}',
        PoolName: '',
        DeletionProtection: 'PERHAPS',
        MfaConfiguration: 'SOMETIMES',
        UserPoolTier: 'GOLDEN',
      },
    };
    mkdirSync(join(cwd, 'kept'));
    writeFileSync(join(cwd, 'kept', 'several.json'), JSON.stringify(entry));
    const about = ['--phases', 'fuzz', '--cases', '100', '--only', 'request.several-faults', '--corpus', 'kept'];
    try {
      await runCommandLine(['run', '--target', target.url, '--seed', '1', '--quiet', '--out', '.', ...about], { cwd });
      const again = await runCommandLine(['replay', 'record.jsonl', '--finding', entry.finding], { cwd });
      expect(again.stdout).to.match(
        /request +\{"UserPoolId":"[^"]+","DeletionProtection":"PERHAPS","UserPoolTier":"GOLDEN"\}/,
      );
      expect(again.stdout).to.contain(`The finding ${entry.finding} is reproduced.`);
    } finally {
      await target.close();
    }
  });
});
