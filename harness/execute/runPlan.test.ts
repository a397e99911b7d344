import { expect } from 'chai';
import type { Phase } from '../../generators/cases/case.ts';
import { type Basis, contractOf, type EditionDate } from '../../specs/index.ts';
import { plan } from '../plan/plan.ts';
import type { Finding } from '../record/record.ts';
import { stubServers } from '../stubServers/stubServers.ts';
import { openTarget } from '../targets/target.ts';
import { type RunResult, runPlan } from './runPlan.ts';

interface Told {
  readonly target: string;
  readonly edition?: EditionDate;
  readonly basis?: Basis;
  readonly phases?: readonly Phase[];
}

/** A run without files: what it finds, and how many requests it takes. */
async function ran({
  target,
  edition = '2024-12-11',
  basis = 'observed',
  phases = ['boundary'],
}: Told): Promise<RunResult> {
  const contract = contractOf(edition, basis);
  const settings = { target, region: 'us-east-1', timeout: 10_000, concurrency: 4 };
  const { identity, transport } = await openTarget(settings, contract);
  const scene = { edition: contract.edition, basis, region: 'us-east-1', account: '123456789012' };
  try {
    return await runPlan({
      contract,
      transport,
      target: identity,
      region: 'us-east-1',
      seed: 1,
      phases,
      lanes: plan({ scene, phases, seed: 1, cases: 30 }),
      concurrency: 4,
      failFast: false,
      shrinks: false,
      record: { write: () => {} },
      interrupted: () => null,
      progress: () => {},
    });
  } finally {
    transport.close();
  }
}

/** The constraints of an edition that a value can break: every string is within a least length of 0 and "(?s).*". */
function breakable(edition: EditionDate) {
  return contractOf(edition, 'observed').clauses.filter(
    ({ constraint }) =>
      ['min', 'max', 'enum', 'required', 'type'].includes(constraint.kind) ||
      (constraint.kind === 'pattern' && constraint.pattern !== '(?s).*'),
  );
}

describe('a run', () => {
  let findings: readonly Finding[];

  before(async () => {
    const target = await stubServers.acceptsEverything.start();
    findings = (await ran({ target: target.url }).finally(target.close)).findings;
  });

  it('has a finding for each constraint of the edition, with its member, on a target that accepts everything', () => {
    const accepted = new Map(
      findings.filter(({ kind }) => kind === 'accepted-invalid').map((item) => [item.clause, item.member]),
    );
    const clauses = breakable('2024-12-11');
    expect(clauses.filter(({ constraint }) => constraint.kind !== 'type')).to.have.length.above(130);
    expect(clauses.filter(({ id }) => !accepted.has(id)).map(({ id }) => id)).to.deep.equal([]);
    expect(clauses.filter(({ id, member }) => accepted.get(id) !== member).map(({ id }) => id)).to.deep.equal([]);
  });

  it('takes fewer than 12.5 update requests for each constraint to walk every boundary', () => {
    const contract = contractOf('2024-12-11', 'observed');
    const scene = {
      edition: contract.edition,
      basis: 'observed',
      region: 'us-east-1',
      account: '123456789012',
    } as const;
    const planned = plan({ scene, phases: ['boundary'], seed: 1, cases: 0 }).flatMap((lane) => [...lane.cases]);
    // Pairs of bounds come on top, and have a limit of their own, as do the few requests with many bounds at once.
    const cases = planned.filter(({ id }) => !/^boundary\/(pair|together)\//.test(id));
    const updates = cases.reduce(
      (sum, { prior, withinBound }) => sum + 1 + (prior?.update ? 1 : 0) + (withinBound ? 1 : 0),
      0,
    );
    // 77 constraints, when a shape that many members share is counted once.
    expect(updates).to.be.below(12.5 * 77);
  });

  it('finds nothing on a server that is right and speaks the OpenAPI dialect', async () => {
    const target = await stubServers.speaksOpenApi.start();
    const told = { target: target.url, edition: '2026-11-13', phases: ['examples', 'boundary', 'fuzz'] } as const;
    const result = await ran(told).finally(target.close);
    expect(result.findings.map(({ id }) => id)).to.deep.equal([]);
    expect(result.errored).to.deep.equal([]);
  });
});
