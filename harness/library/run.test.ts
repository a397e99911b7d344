import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { freePort } from '../dev/freePort.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { Progress } from '../execute/runSetting.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { run } from './run.ts';

const contract = contractOf('2026-11-13', 'observed');
const small = { phases: ['boundary'], only: 'pool-name', seed: 1 } as const;

/** The mock with one thing broken. */
function broken(id: string) {
  const mutant = mutantsOf(contract).find((known) => known.id === id);
  if (mutant === undefined) throw new Error(`There is no mutant ${id}.`);
  return mutantFetch(mutant, contract, 'us-east-1');
}

describe('run', () => {
  it('passes on the mock, in memory', async () => {
    const { outcome, findings, figures, record, warnings } = await run(small);
    expect({ outcome, findings, warnings }).to.deep.equal({ outcome: 'passed', findings: [], warnings: [] });
    expect([...record.cases]).to.have.lengthOf(figures.totals.cases);
    expect(record.path).to.equal(undefined);
    expect(figures.gate.passed).to.equal(true);
  });

  it('gives the findings of a server in this process, with scripts', async () => {
    const fetch = broken('constraint/PoolName/max/looser');
    const { outcome, findings, figures } = await run({ ...small, fetch });
    expect(outcome).to.equal('failed');
    expect(findings.map(({ clause }) => clause)).to.deep.equal(['pool-name.max']);
    expect(figures.findings[0]?.reproduce.curl).to.match(/UpdateUserPool/);
  });

  it('tells of its progress, and ends in good order when it is aborted', async () => {
    const events: Progress['kind'][] = [];
    const stop = new AbortController();
    const onProgress = ({ kind }: Progress) => {
      events.push(kind);
      if (kind === 'case') stop.abort();
    };
    const { outcome, record } = await run({ ...small, onProgress, signal: stop.signal });
    expect(outcome).to.equal('aborted');
    expect(record.footer.interrupted).to.equal('aborted');
    expect(events).to.include('case');
  });

  it('writes record and reports where a folder is given', async () => {
    const out = temporaryFolder();
    const { record } = await run({ ...small, out, report: ['json', 'junit'] });
    for (const name of ['record.jsonl', 'report.json', 'junit.xml']) expect(existsSync(join(out, name))).to.equal(true);
    expect([...record.cases].length).to.be.above(0);
  });

  it('writes nothing where no folder is given, whatever it tests', async () => {
    const cwd = process.cwd();
    process.chdir(temporaryFolder());
    try {
      await run({ ...small, fetch: broken('constraint/PoolName/max/looser') });
      expect(readdirSync('.')).to.deep.equal([]);
    } finally {
      process.chdir(cwd);
    }
  });

  it('has its folder for itself, and leaves what an earlier run wrote until the target has answered', async () => {
    const out = temporaryFolder();
    await run({ ...small, out });
    const before = readFileSync(join(out, 'record.jsonl'), 'utf8');
    const target = `http://127.0.0.1:${await freePort()}`;
    const error = await run({ ...small, out, target }).catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'UserError', status: 3 });
    expect(readFileSync(join(out, 'record.jsonl'), 'utf8')).to.equal(before);
    const both = await Promise.allSettled([run({ ...small, out }), run({ ...small, out })]);
    const refused = both.filter((each) => each.status === 'rejected').map(({ reason }) => reason.code);
    expect(refused).to.deep.equal(['folder-in-use']);
  });

  it('refuses wrong options, all at once and with near words', async () => {
    const wrong = { sed: 1, edition: '2022-05-25', concurrency: 0, only: {}, target: 'nowhere' };
    const error = await run(wrong as never).catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'UserError', code: 'wrong-setting', status: 2 });
    expect(error)
      .to.have.property('message')
      .that.matches(/"sed" is not an option\. Did you mean "seed"/)
      .and.matches(/edition has to be one of/)
      .and.matches(/concurrency has to be a whole number from 1/)
      .and.matches(/only has to be text/)
      .and.matches(/target has to be/);
  });

  it('says what a filter could mean that matches nothing', async () => {
    for (const only of ['PoolNme', 'PoolNam']) {
      const error = await run({ only }).catch((reason: unknown) => reason);
      expect(error)
        .to.include({ code: 'nothing-to-run' })
        .and.have.property('hint')
        .that.includes('Did you mean "Pool');
    }
    const otherPhases = await run({ only: 'PoolName', phases: ['wire'] }).catch((reason: unknown) => reason);
    expect(otherPhases).to.have.property('hint').that.includes('Choose other phases');
  });
});
