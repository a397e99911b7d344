import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../../reports/buildReport.ts';
import { contractOf } from '../../specs/contract.ts';
import { seenLiveOn } from '../../specs/evidence.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { type Served, serve } from '../targets/serve.ts';

const contract = contractOf('2026-11-13', 'observed');
const usual = ['--phases', 'examples,boundary', '--only', 'PoolName', '--seed', '1', '--quiet', '--report'];

async function servedMutant(wanted: string): Promise<Served> {
  const mutant = mutantsOf(contract).find(({ id }) => id === wanted);
  if (mutant === undefined) throw new Error(`There is no mutant ${wanted}.`);
  return serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
}

describe('--confirmed-only', () => {
  const cwd = temporaryFolder();
  const go = (...args: readonly string[]) => runCommandLine([...args, ...usual, 'terminal,json'], { cwd });
  const report = (out = 'poolproof-report'): Report =>
    JSON.parse(readFileSync(join(cwd, out, 'report.json'), 'utf8')) as Report;
  const judgedIn = ({ clauses }: Report) => clauses.filter(({ conforms, deviates }) => conforms + deviates > 0);
  const unseen = (id: string) => seenLiveOn(contract.byId.get(id)?.evidence ?? []) === undefined;

  it('does not judge what rests on the model alone, in a run and in a record that is judged again', async () => {
    const target = await servedMutant('constraint/PoolName/max/looser');
    try {
      const on = ['run', '--target', target.url];
      expect((await go(...on)).status).to.equal(1);
      expect(report().confirmation.live).to.be.below(report().confirmation.judged);
      const confirmed = await go(...on, '--confirmed-only', '--out', 'confirmed');
      expect(confirmed.status).to.equal(0);
      expect(confirmed.stdout).to.include('--confirmed-only');
      const again = ['run', '--target', 'poolproof-report/record.jsonl', '--confirmed-only', '--out', 'again'];
      expect((await go(...again)).status).to.equal(0);
      for (const judged of [report('confirmed'), report('again')]) {
        expect(judged.confirmedOnly).to.equal(true);
        expect(judged.findings).to.deep.equal([]);
        expect(judgedIn(judged).map(({ id }) => id)).to.include('pool-name.sent');
        expect(judgedIn(judged).filter(({ id }) => unseen(id))).to.deep.equal([]);
        expect(judged.confirmation.live).to.equal(judged.confirmation.judged);
      }
    } finally {
      await target.close();
    }
  });

  it('judges what was seen on the live operation', async () => {
    const target = await servedMutant('state/pool-name.omitted/reset');
    try {
      const { status } = await go('run', '--target', target.url, '--confirmed-only');
      expect(status).to.equal(1);
      expect(report().findings.map(({ clause }) => clause)).to.include('pool-name.omitted');
    } finally {
      await target.close();
    }
  });
});
