import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { awsEnvironment } from '../dev/awsEnvironment.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { startStrictService } from '../dev/startStrictService.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { Confirmation } from '../survey/confirmClauses.ts';
import type { SurveyEntry } from '../survey/runSurvey.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { serve } from '../targets/serve.ts';

describe('poolproof survey', () => {
  it('asks AWS on pools of its own, deletes them, and leaves out what costs money', async () => {
    const service = await startStrictService();
    const args = ['survey', '--target', 'aws', '--rate', '1000', '--only', 'protection-on-lite'];
    const { status, stdout, stderr } = await runCommandLine(args, { env: awsEnvironment(service) });
    const made = service.calls
      .filter(({ operation }) => operation === 'CreateUserPool')
      .map(({ body }) => body.PoolName);
    const left = service.pools();
    await service.close();
    expect(status, stderr).to.equal(0);
    expect(stderr).to.match(/account 210987654321 .* eu-central-1/);
    expect(made).not.to.be.empty;
    for (const name of made) expect(name).to.match(/^poolproof-\d{8}T\d{6}-[0-9a-f]{6}$/);
    expect(left).to.deep.equal([]);
    const entries = JSON.parse(stdout) as readonly SurveyEntry[];
    expect(entries.map(({ evidence }) => evidence.source)).to.include('poolproof survey of aws');
    expect(entries.map(({ evidence }) => evidence.note).join(' ')).to.match(/Not asked: .*costs money/);
  });

  it('confirms the oldest clauses first, as far as the requests go', async () => {
    const cwd = temporaryFolder();
    const args = ['survey', '--confirm', 'oldest', '-o', 'entries.json', '--max-requests'];
    const { status, stderr } = await runCommandLine([...args, '90'], { cwd });
    const entries = JSON.parse(readFileSync(join(cwd, 'entries.json'), 'utf8')) as readonly Confirmation[];
    const more = await runCommandLine([...args, '180'], { cwd });
    const later = JSON.parse(readFileSync(join(cwd, 'entries.json'), 'utf8')) as readonly Confirmation[];
    expect(status, stderr).to.equal(0);
    expect(more.status).to.equal(0);
    expect(entries).not.to.be.empty;
    expect(later.length).to.be.above(entries.length);
    expect(later.slice(0, entries.length).map(({ clause }) => clause)).to.deep.equal(
      entries.map(({ clause }) => clause),
    );
    const days = later.map(({ confirmedBefore }) => confirmedBefore ?? '');
    expect(days).to.deep.equal(days.toSorted());
    for (const { outcome, evidence } of later) {
      expect(outcome).to.equal('confirmed');
      expect(evidence).to.include({ basis: 'measurement', source: 'poolproof survey of mock' });
      expect(evidence?.date).to.match(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('tells a clause that a target contradicts', async () => {
    const contract = contractOf('2026-11-13', 'observed');
    const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
    if (mutant === undefined) throw new Error('There is no such mutant.');
    const { url, close } = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
    const { stdout } = await runCommandLine([
      'survey',
      '--confirm',
      'oldest',
      '--only',
      'pool-name.max',
      '--target',
      url,
    ]);
    await close();
    const [entry] = JSON.parse(stdout) as readonly Confirmation[];
    expect(entry).to.include({ clause: 'pool-name.max', outcome: 'contradicted' });
    expect(entry?.evidence?.note).to.match(/^It did not hold: .*was accepted/);
  });

  it('tells that nothing can be asked with too few requests', async () => {
    const { status, stderr } = await runCommandLine(['survey', '--confirm', 'oldest', '--max-requests', '2']);
    expect(status).to.equal(2);
    expect(stderr).to.match(/error\[budget-spent\]/);
  });
});
