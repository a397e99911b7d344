import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

describe('views of several records', () => {
  const cwd = temporaryFolder();
  const record = 'poolproof-report/record.jsonl';

  before(async () => {
    const run = [
      'run',
      '--only',
      'pool-name.max',
      '--cases',
      '0',
      '--quiet',
      '--report',
      'markdown,badge,sarif,har,ctrf',
    ];
    expect((await runCommandLine(run, { cwd })).status).to.equal(0);
  });

  it('run writes the reports that were asked for', () => {
    const text = (name: string): string => readFileSync(join(cwd, 'poolproof-report', name), 'utf8');
    expect(text('report.md')).to.match(/^## ✅ mock conforms to/);
    for (const name of ['badge.json', 'report.sarif', 'report.har', 'ctrf-report.json']) JSON.parse(text(name));
  });

  it('matrix writes a page, or Markdown where the name ends so', async () => {
    expect((await runCommandLine(['matrix', record, record], { cwd })).status).to.equal(0);
    expect(readFileSync(join(cwd, 'matrix.html'), 'utf8')).to.contain('mock (2)');
    expect((await runCommandLine(['matrix', record, '-o', 'm.md'], { cwd })).status).to.equal(0);
    expect(readFileSync(join(cwd, 'm.md'), 'utf8')).to.contain('| `PoolName` | ✅ conforms |');
  });

  it('trend prints, or writes what is named', async () => {
    const { status, stdout } = await runCommandLine(['trend', record, record], { cwd });
    expect(status).to.equal(0);
    expect(stdout).to.contain('divergence  ▁▁');
    expect((await runCommandLine(['trend', record, '-o', 't.html'], { cwd })).status).to.equal(0);
    expect(readFileSync(join(cwd, 't.html'), 'utf8')).to.contain('The runs over time');
  });

  it('refuse a record that is not there, and a file whose name says nothing', async () => {
    const missing = await runCommandLine(['trend', 'nowhere.jsonl'], { cwd });
    expect([missing.status, missing.stderr]).to.deep.equal([
      2,
      missing.stderr.match(/^error\[no-record\][\s\S]*/)?.[0],
    ]);
    const { status, stderr } = await runCommandLine(['matrix', record, '-o', 'x.txt'], { cwd });
    expect(status).to.equal(2);
    expect(stderr).to.contain('.html nor .md');
  });
});
