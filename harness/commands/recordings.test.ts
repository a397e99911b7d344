import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { newMock, recordRun } from '../dev/recordRun.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

const handlersSource = `
import { HttpResponse, http } from '${import.meta.resolve('msw')}';
const pool = { Id: 'us-east-1_abc', Name: 'x' };
const answers = { CreateUserPool: { UserPool: pool }, DescribeUserPool: { UserPool: pool }, UpdateUserPool: {}, DeleteUserPool: {} };
export const handlers = [
  http.post('https://cognito-idp.us-east-1.amazonaws.com/', ({ request }) => {
    const answer = answers[request.headers.get('x-amz-target').split('.')[1]];
    return answer === undefined ? undefined : HttpResponse.json(answer);
  }),
];
`;

describe('recordings and handlers on the command line', () => {
  const cwd = temporaryFolder();
  const small = ['--only', 'PoolName', '--phases', 'boundary', '--quiet'];
  before(async () => {
    const { path } = await recordRun(newMock(), 'PoolName');
    copyFileSync(path, join(cwd, 'recorded.jsonl'));
    writeFileSync(join(cwd, 'handlers.mjs'), handlersSource);
  });

  it('judge a record again and leave it as it was', async () => {
    const before = readFileSync(join(cwd, 'recorded.jsonl'), 'utf8');
    const { status, stdout } = await runCommandLine(['run', '--target', 'recorded.jsonl', '--out', '.'], { cwd });
    expect(status, stdout).to.equal(0);
    expect(stdout).to.match(/cases judged again by basis observed.*no verdict changes\./);
    expect(existsSync(join(cwd, 'judged-again', 'record.jsonl'))).to.equal(true);
    expect(readFileSync(join(cwd, 'recorded.jsonl'), 'utf8')).to.equal(before);
  });

  it('hold a target against a record', async () => {
    const args = ['run', '--against', 'recorded.jsonl', '--target', 'mock', '--out', 'here', '--quiet'];
    const { status, stdout } = await runCommandLine(args, { cwd });
    expect(status, stdout).to.equal(0);
    expect(stdout).to.match(/Compared with recorded\.jsonl \(test\): \d+ cases the same\./);
    const written = JSON.parse(readFileSync(join(cwd, 'here', 'against.json'), 'utf8'));
    expect(written).to.deep.include({ recording: 'recorded.jsonl', differences: [], unplanned: 0 });
    copyFileSync(join(cwd, 'recorded.jsonl'), join(cwd, 'here', 'record.jsonl'));
    const over = await runCommandLine(['run', '--against', 'here/record.jsonl', '--out', 'here'], { cwd });
    expect(over.status).to.equal(2);
    expect(over.stderr).to.match(/would overwrite/);
  });

  it('say why the figures differ when the record was judged by another edition, and only then', async () => {
    const old = ['run', '--edition', '2026-10-01', '--target', 'mock', '--out', 'old', ...small];
    expect((await runCommandLine(old, { cwd })).status).to.equal(0);
    const against = ['run', '--against', 'old/record.jsonl', '--target', 'mock', '--out', 'new', '--quiet'];
    const { status, stdout } = await runCommandLine(against, { cwd });
    expect(status, stdout).to.equal(0);
    expect(stdout).to.match(
      /judged by edition 2026-10-01 and basis observed, and so was this run, not by edition 2026-/,
    );
    const same = await runCommandLine([...against, '--edition', '2026-10-01'], { cwd });
    expect(same.stdout).to.contain('Compared with').and.not.contain('differ from those');
  });

  it('say that another choice of cases does not choose among those of a record', async () => {
    const args = ['run', '--against', 'recorded.jsonl', '--target', 'mock', '--out', 'chosen', '--quiet'];
    const chosen = await runCommandLine([...args, '--only', 'MfaConfiguration', '--phases', 'errors'], { cwd });
    expect(chosen.stdout).to.match(/All cases of the recording were sent: --only MfaConfiguration and --phases errors/);
    expect((await runCommandLine(args, { cwd })).stdout).not.to.contain('All cases of the recording');
  });

  it("test a project's own msw handlers", async () => {
    const args = ['run', '--target', 'msw:./handlers.mjs', '--out', 'handlers', ...small];
    const { status, stdout } = await runCommandLine(args, { cwd });
    expect(status, stdout).to.equal(1);
    expect(stdout).to.include('PoolName');
    const replayed = await runCommandLine(
      ['replay', 'handlers/record.jsonl', '--finding', 'pool-name.max/accepted-invalid/200'],
      {
        cwd,
      },
    );
    expect(replayed.stdout).to.match(/is reproduced/);
  });

  it('say what is wrong with a file of handlers', async () => {
    writeFileSync(join(cwd, 'empty.mjs'), 'export const other = 1;');
    writeFileSync(join(cwd, 'broken.mjs'), 'export const = 1;');
    for (const [file, says] of [
      ['none.mjs', /There is no file/],
      ['empty.mjs', /exports no list of msw handlers/],
      ['broken.mjs', /cannot be imported/],
    ] as const) {
      const { status, stderr } = await runCommandLine(['run', '--target', `msw:./${file}`, ...small], { cwd });
      expect(status).to.equal(2);
      expect(stderr)
        .to.match(says)
        .and.match(/hint: /)
        .and.not.match(/\n\s+at /);
    }
  });

  it('put the open questions to a target', async () => {
    const { status, stdout, stderr } = await runCommandLine(['survey', '--only', 'tags'], { cwd });
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout)).to.have.length(3);
    expect((await runCommandLine(['survey', '--only', 'tag'], { cwd })).stderr).to.match(/Did you mean "tags"/);
    expect((await runCommandLine(['survey', '--target', 'recorded.jsonl'], { cwd })).status).to.equal(2);
  });

  it('import, export, compare and check contracts', async () => {
    const exported = await runCommandLine(['contract', 'export', '--edition', '2022-05-24', '-o', 'exported.json'], {
      cwd,
    });
    expect(exported.status, exported.stderr).to.equal(0);
    const imported = await runCommandLine(['contract', 'import', 'exported.json', '-o', 'edition.json'], { cwd });
    expect(imported.stderr).to.match(/Read 74 members and 11 errors.*It is the same as edition 2022-05-24/);
    const differences = await runCommandLine(['contract', 'diff', 'exported.json', 'edition.json'], { cwd });
    expect(differences.stdout).to.match(/Nothing changes\.$/m);
    expect((await runCommandLine(['contract', 'check', 'edition.json'], { cwd })).status).to.equal(0);
    const edition = JSON.parse(readFileSync(join(cwd, 'edition.json'), 'utf8'));
    edition.rows.NewMember = { type: 'boolean' };
    writeFileSync(join(cwd, 'edition.json'), JSON.stringify(edition));
    const lagging = await runCommandLine(['contract', 'check', 'edition.json'], { cwd });
    expect(lagging.stdout).to.match(/lags behind.*\n {2}\+ NewMember/);
    expect(lagging.status).to.equal(1);
  });
});
