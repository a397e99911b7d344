import { expect } from 'chai';
import { reporters } from '../../reports/index.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject } from '../../specs/json.ts';
import { notImplementedFindings } from '../figures/notImplemented.ts';
import { summaryOf } from '../figures/summary.ts';
import { emptyBaseline } from '../gate/baseline.ts';
import { evaluateGate, type GateRules } from '../gate/evaluateGate.ts';
import { updateBaseline } from '../gate/updateBaseline.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { oddFetch } from '../targets/odd/oddFetch.ts';
import { run } from './run.ts';

const contract = contractOf('2026-11-13', 'observed');
const small = { phases: ['examples', 'boundary'], only: 'PoolName', seed: 1 } as const;

/** The mock that ignores some members in an update. */
function without(...members: readonly string[]) {
  return oddFetch(
    { alteration: { fetch: (usual) => async (request) => usual(await stripped(request, members)) } },
    contract,
    'us-east-1',
  );
}

async function stripped(request: Request, members: readonly string[]): Promise<Request> {
  const text = await request.clone().text();
  const isUpdate = request.headers.get('x-amz-target')?.endsWith('.UpdateUserPool') ?? false;
  const body: unknown = isUpdate && text.startsWith('{') ? JSON.parse(text) : null;
  if (!isJsonObject(body)) return request;
  const kept = Object.entries(body).filter(([name]) => !members.includes(name));
  return new Request(request, { body: JSON.stringify(Object.fromEntries(kept)) });
}

const text = (record: Parameters<typeof evaluateGate>[0], name: keyof typeof reporters) =>
  reporters[name].render(record, { color: false, width: 400, files: [] });

describe('a member that the target does not implement', () => {
  it('is told once, left out of divergence and gate, and still counted in coverage', async () => {
    const { outcome, findings, figures, record } = await run({ ...small, fetch: without('PoolName') });
    expect(findings.map(({ member }) => member))
      .to.include('PoolName')
      .and.satisfy((members: readonly string[]) => members.every((member) => member === 'PoolName'));
    expect(outcome).to.equal('passed');
    expect(figures.gate).to.deep.include({
      passed: true,
      against: [],
      notImplemented: record.findings.map(({ id }) => id),
    });
    const { divergence, coverage, verdict, conformance } = summaryOf(record);
    expect({ deviating: divergence.deviating, conformance }).to.deep.equal({ deviating: 0, conformance: 'tolerated' });
    expect(coverage.implemented).to.be.lessThan(summaryOf((await run(small)).record).coverage.implemented);
    expect(verdict).to.match(
      /^[^:]*\. Not implemented: PoolName \(\d+ findings, left out unless --strict-coverage\)\.$/,
    );
    expect(text(record, 'terminal').split('Not implemented:')).to.have.lengthOf(2);
    expect(text(record, 'junit')).to.include('(not implemented)').and.not.include('<failure');
    expect(text(record, 'html')).to.include('Not implemented: ');
    expect(JSON.parse(text(record, 'badge')).color).to.not.equal('brightgreen');
  });

  for (const member of [
    'DeletionProtection',
    'UserPoolTier',
    'UserAttributeUpdateSettings',
    'IssuerConfiguration',
    'KeyConfiguration',
    'AcrConfiguration',
    'DcrConfiguration',
  ]) {
    it(`may be ${member}`, async () => {
      const { record, figures } = await run({ ...small, only: member, fetch: without(member) });
      expect(record.findings.map((finding) => finding.member.split('.', 1)[0])).to.include(member);
      expect(figures.gate.against).to.deep.equal([]);
    });
  }

  it('counts under strictCoverage, and at the levels below must', async () => {
    const fetch = without('PoolName');
    const strict = await run({ ...small, fetch, strictCoverage: true });
    expect(strict.outcome).to.equal('failed');
    expect(summaryOf(strict.record).divergence.deviating).to.be.greaterThan(0);
    expect(strict.figures.gate).to.not.have.property('notImplemented');
    expect(summaryOf(strict.record).verdict).to.not.include('Not implemented');
    const should = await run({ ...small, fetch, failOn: 'should' });
    expect(should.outcome).to.equal('failed');
  });

  it('stays known where a baseline knows it, and new where it does not', async () => {
    const { record } = await run({ ...small, fetch: without('PoolName') });
    const ids = record.findings.map(({ id }) => id);
    const rules: GateRules = {
      failOn: 'must',
      requireErrors: [],
      strictBaseline: false,
      strictCoverage: false,
      baselineSource: { path: 'baseline.json', baseline: updateBaseline(emptyBaseline, record) },
      today: '2026-12-01',
    };
    expect(evaluateGate(record, rules)).to.deep.include({ passed: true, known: ids, new: [], notImplemented: ids });
    const strict = evaluateGate(record, { ...rules, strictCoverage: true });
    expect(strict).to.deep.include({ passed: true, known: ids, against: [] });
  });

  it('is not one that is stored but not checked, checked but not stored, or seen from one side alone', async () => {
    const unchecked = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
    if (unchecked === undefined) throw new Error('There is no such mutant.');
    const loose = await run({ ...small, fetch: mutantFetch(unchecked, contract, 'us-east-1') });
    expect(loose.outcome).to.equal('failed');
    const oneSided = await run({ ...small, phases: ['boundary'], only: 'pool-name.max', fetch: without('PoolName') });
    expect(oneSided.outcome).to.equal('failed');
    expect(notImplementedFindings(oneSided.record)).to.deep.equal([]);
  });
});
