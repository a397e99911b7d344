import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { builtProgram } from '../dev/builtProgram.ts';
import type { FinishedCommand } from '../dev/finishedCommand.ts';
import { runOwnProcess } from '../dev/runOwnProcess.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { stubServers } from '../stubServers/stubServers.ts';

/** A user's mistake ends in a sentence with a code and a hint, and never in a stack trace. */
function expectMistake(
  { status, stdout, stderr }: FinishedCommand,
  expected: { status: number; says: RegExp; hint: RegExp },
): void {
  expect(stderr).to.match(expected.says).and.match(expected.hint);
  expect(stderr).not.to.match(/\n\s+at /);
  expect(stdout).to.equal('');
  expect(status).to.equal(expected.status);
}

const small = ['--phases', 'boundary', '--only', 'PoolName', '--quiet'];

describe('the command', () => {
  it('tells what it can do', async () => {
    const { status, stdout } = await runOwnProcess(['--help']);
    expect(status).to.equal(0);
    for (const name of ['run', 'replay', 'report', 'serve', 'generate', 'contract'])
      expect(stdout).to.match(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).to.include('Exit status');
  });

  it('ends with 0 and leaves record and reports when nothing deviates', async () => {
    const cwd = temporaryFolder();
    const { status, stdout } = await runOwnProcess(['run', ...small, '--seed', '1'], { cwd });
    expect(status, stdout).to.equal(0);
    for (const file of ['record.jsonl', 'report.json', 'report.html', 'junit.xml']) {
      expect(existsSync(join(cwd, 'poolproof-report', file)), file).to.equal(true);
    }
  });

  it('ends with 1 when a target deviates, and tells where', async () => {
    const target = await stubServers.acceptsEverything.start();
    const { status, stdout } = await runOwnProcess(['run', '--target', target.url, ...small]);
    await target.close();
    expect(status).to.equal(1);
    expect(stdout).to.include('PoolName');
  });

  it('refuses a flag that it does not know', async () => {
    expectMistake(await runOwnProcess(['run', '--sed', '1']), {
      status: 2,
      says: /unknown option '--sed'/,
      hint: /--seed/,
    });
  });

  it('refuses a command that it does not know', async () => {
    expectMistake(await runOwnProcess(['rnu']), { status: 2, says: /unknown command 'rnu'/, hint: /run/ });
  });

  it('tells every wrong setting at once, with what would be right', async () => {
    const finished = await runOwnProcess([
      'run',
      '--edition',
      '2021-01-01',
      '--seed',
      'x',
      '--target',
      'nowhere',
      '--phases',
      'boundry',
    ]);
    expectMistake(finished, { status: 2, says: /--edition has to be one of 2022-05-24/, hint: /--help/ });
    expect(finished.stderr)
      .to.match(/--seed has to be a whole number/)
      .and.match(/--target has to be "mock", "aws", a URL such as .*, msw:<file>, .* or one of cognito-local, /)
      .and.match(/boundry/);
  });

  it('takes a setting from the flag, then the environment, then the config file', async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, 'poolproof.config.json'),
      JSON.stringify({ seed: 3, edition: '2022-05-24', only: 'MfaConfiguration' }),
    );
    const env = { POOLPROOF_SEED: '2', POOLPROOF_EDITION: '2022-05-31' };
    await runOwnProcess(['run', '--phases', 'boundary', '--quiet', '--edition', '2022-10-21'], { cwd, env });
    const report = JSON.parse(readFileSync(join(cwd, 'poolproof-report', 'report.json'), 'utf8'));
    expect(report).to.include({ edition: '2022-10-21', seed: 2 });
    expect(
      report.members
        .filter(({ member, cases }: { member: string; cases: number }) => member !== '' && cases > 0)
        .map(({ member }: { member: string }) => member),
    ).to.deep.equal(['MfaConfiguration']);
  });

  it('refuses a config file with a unknown key', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'poolproof.config.json'), JSON.stringify({ editon: '2022-05-24' }));
    expectMistake(await runOwnProcess(['run'], { cwd }), {
      status: 2,
      says: /"editon" in poolproof.config.json is not a setting/,
      hint: /Did you mean "edition"/,
    });
  });

  it('refuses a filter that fits nothing, and says what is near', async () => {
    expectMistake(await runOwnProcess(['run', '--only', 'PolName']), {
      status: 2,
      says: /No case is about "PolName"/,
      hint: /Did you mean .*"PoolName"/,
    });
  });

  it('does not take a member that has no case in the chosen phases for a misspelt one', async () => {
    const finished = await runOwnProcess(['run', '--only', 'PoolName', '--phases', 'fuzz', '--cases', '0']);
    expectMistake(finished, {
      status: 2,
      says: /No case of fuzz is about "PoolName" in edition/,
      hint: /hint: Choose other phases or more cases\.$/m,
    });
  });

  it('says that a file is no folder, and that a name is empty', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'file'), '{}');
    const out = await runOwnProcess(['run', ...small, '--out', 'file'], { cwd });
    expect(out.stderr).to.contain('"file" cannot be written: not a directory.');
    const corpus = await runOwnProcess(['run', ...small, '--corpus', 'file'], { cwd });
    expect(corpus.stderr).to.contain('The corpus "file" cannot be read: part of its path is a file and no folder.');
    const empty = await runOwnProcess(
      ['run', '--out', '', '--corpus', '', '--baseline', '', '--against', '', '--only', ''],
      {
        cwd,
      },
    );
    for (const name of ['out', 'corpus', 'baseline', 'against', 'only'])
      expect(empty.stderr).to.match(new RegExp(`--${name} has to be (the|a) [a-z ]+, not ""\\.`));
  });

  it('prints an error in a folder that was deleted', async function () {
    if (process.platform === 'win32') return this.skip();
    const gone = spawnSync('sh', [
      '-c',
      'cd "$1" && rmdir "$1" && shift && "$@"',
      'sh',
      temporaryFolder(),
      process.execPath,
      builtProgram(),
      'run',
      ...small,
    ]);
    expect(String(gone.stderr))
      .to.match(/^error\[/m)
      .and.not.contain('    at ');
    expect([2, 3]).to.include(gone.status);
  });

  it('says where it cannot write', async () => {
    const finished = await runOwnProcess(['run', '--phases', 'wire', '--out', '/dev/null/reports']);
    expectMistake(finished, {
      status: 2,
      says: /error\[not-writable\]: "\/dev\/null\/reports" cannot be written: not a directory\./,
      hint: /Name a place that can be written to/,
    });
  });

  const targets = [
    ['answers HTML', stubServers.answersHtml, /error\[unusable-target\].*CreateUserPool does not answer with JSON: /],
    ['hangs', stubServers.hangs, /error\[unreachable-target\].*no answer within 300 ms/],
    ['closes the socket', stubServers.closesTheSocket, /error\[unreachable-target\]/],
    ['sends 100 MB', stubServers.sendsHundredMegabytes, /error\[unreachable-target\].*more than/],
    ['does not have the operations', stubServers.answersNotImplemented, /error\[unusable-target\]/],
    ['has pools alone', stubServers.knowsNoUpdates, /error\[unusable-target\].* does not have UpdateUserPool\./],
  ] as const;
  for (const [what, stub, says] of targets) {
    it(`ends with 3 and a sentence on a target that ${what}`, async () => {
      const target = await stub.start();
      const timeout = what === 'hangs' ? '300' : '20000';
      const finished = await runOwnProcess(['run', '--target', target.url, '--timeout', timeout, ...small]);
      await target.close();
      expectMistake(finished, { status: 3, says, hint: /hint: / });
    });
  }

  it('ends with 3 and a sentence where nothing listens', async () => {
    const finished = await runOwnProcess(['run', '--target', 'http://127.0.0.1:9', ...small]);
    expectMistake(finished, {
      status: 3,
      says: /Target did not answer at http:\/\/127\.0\.0\.1:9.*ECONNREFUSED/,
      hint: /--target/,
    });
  });

  const header = JSON.stringify(fixtureRecord.header);
  const footer = (cases: number) => JSON.stringify({ ...fixtureRecord.footer, cases, findings: 0 });
  const records = [
    ['is missing', undefined, /error\[no-record\].*no such file/],
    ['is empty', '', /error\[foreign-record\]/],
    ['is something else', '{"hello":1}\n', /error\[foreign-record\]/],
    ['is cut off within a line', `${header}\n{"line":"ca`, /error\[torn-record\].*no footer/],
    ['is torn within', `${header}\n{"line":"ca\n${footer(0)}\n`, /error\[torn-record\].*Line 2/],
    ['has no footer', `${header}\n`, /error\[torn-record\].*no footer/],
    ['has a damaged line', `${header}\n{"line":"footer"}\n`, /error\[damaged-record\].*Line 2 .* cases is missing/],
    ['is newer', '{"line":"header","format":"poolproof-record","version":3}\n', /error\[newer-record\]/],
    ['lacks lines', `${header}\n${footer(2)}\n`, /error\[torn-record\].*0 cases/],
  ] as const;
  for (const [what, content, says] of records) {
    it(`refuses a record that ${what}`, async () => {
      const path = join(temporaryFolder(), 'record.jsonl');
      if (content !== undefined) writeFileSync(path, content);
      expectMistake(await runOwnProcess(['report', path]), { status: 2, says, hint: /hint: / });
    });
  }

  it('replays a finding, and says whether it still shows', async () => {
    const cwd = temporaryFolder();
    const target = await stubServers.acceptsEverything.start();
    await runOwnProcess(['run', '--target', target.url, ...small], { cwd });
    const record = join(cwd, 'poolproof-report', 'record.jsonl');
    const again = await runOwnProcess(['replay', record, '--finding', 'pool-name.max/accepted-invalid/200']);
    await target.close();
    expect(again.stdout)
      .to.match(/expected {2}rejected with InvalidParameterException/)
      .and.match(/answer {4}HTTP 200/)
      .and.match(/is reproduced/);
    expect(again.status).to.equal(1);
    const onMock = await runOwnProcess([
      'replay',
      record,
      '--target',
      'mock',
      '--finding',
      'pool-name.max/accepted-invalid/200',
    ]);
    expect(onMock.stdout).to.match(/is not reproduced/);
    expect(onMock.status).to.equal(0);
    const unknown = await runOwnProcess(['replay', record, '--target', 'mock', '--case', 'boundary/PoolName/max/ovr']);
    expectMistake(unknown, {
      status: 2,
      says: /no case "boundary\/PoolName\/max\/ovr"/,
      hint: /Did you mean "boundary\/PoolName\/max\/over"/,
    });
  });
});
