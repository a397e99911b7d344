import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { firstBreaches, firstRuleBreaches } from './firstBreaches.ts';
import { plan } from './plan.ts';

function caseOf(id: string, rest: Partial<Case>): Case {
  const base = { phase: 'boundary', clause: 'pool-name.max', member: 'PoolName', breaks: [], request: {} } as const;
  return { id, ...base, ...rest };
}

const breaks = ['pool-name.max'];

describe('the first breaches', () => {
  it('are one of each constraint of each member; of the others those come first that break nothing', () => {
    const { firsts, others } = firstBreaches([
      caseOf('kept', {}),
      caseOf('broken', { breaks }),
      caseOf('broken again', { breaks }),
      caseOf('kept too', {}),
      caseOf('other clause', { breaks, clause: 'pool-name.pattern' }),
    ]);
    expect(firsts.map(({ id }) => id)).to.deep.equal(['broken', 'other clause']);
    expect(others.map(({ id }) => id)).to.deep.equal(['kept', 'kept too', 'broken again']);
  });

  it('are none that need a state, or are about which pool is meant', () => {
    const needing = [
      { prior: { fresh: true } },
      { withinBound: {} },
      { member: 'UserPoolId' },
      { member: '' },
    ] as const;
    const { firsts } = firstBreaches(needing.map((rest, index) => caseOf(`${index}`, { breaks, ...rest })));
    expect(firsts).to.deep.equal([]);
  });

  it('of rules are one of each on a new pool', () => {
    const fresh = { prior: { fresh: true } } as const;
    const { firsts, others } = firstRuleBreaches([
      caseOf('kept', {}),
      caseOf('first', { breaks, ...fresh }),
      caseOf('again', { breaks, ...fresh }),
      caseOf('with a state', { breaks, clause: 'b', prior: { fresh: true, update: {} } }),
      caseOf('of another', { breaks, clause: 'c', ...fresh }),
    ]);
    expect(firsts.map(({ id }) => id)).to.deep.equal(['first', 'of another']);
    expect(others.map(({ id }) => id)).to.deep.equal(['kept', 'again', 'with a state']);
  });

  it('come before all else in a plan, and values at bounds together after them, then first breaches of rules', () => {
    const { edition } = contractOf('2026-11-13', 'observed');
    const scene = { edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
    const names = plan({ scene, phases: ['examples', 'fuzz', 'boundary'], seed: 3, cases: 440 }).map(
      ({ name }) => name,
    );
    const firsts = [1, 2, 3, 4].map((number) => `boundary/first-${number}`);
    const expected = [...firsts, 'boundary/together', 'fuzz/1', 'examples/first', 'fuzz/2'];
    expect(names.slice(0, expected.length)).to.deep.equal(expected);
    expect(names.at(-1)).to.equal('fuzz/3');
  });

  it('come before all else in a plan of some phases', () => {
    const { edition } = contractOf('2026-11-13', 'observed');
    const scene = { edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
    const lanes = plan({ scene, phases: ['boundary', 'fuzz'], seed: 3, cases: 40 });
    const firsts = lanes.filter(({ name }) => name.startsWith('boundary/first-'));
    expect(lanes.slice(0, firsts.length)).to.deep.equal(firsts);
    const clauses = new Set(
      firsts.flatMap(({ cases }) => [...cases].map(({ clause, member }) => `${member} ${clause}`)),
    );
    const later = lanes.filter(({ followsFirsts }) => followsFirsts).flatMap(({ cases }) => [...cases]);
    const plain = later.filter(
      ({ breaks: [broken], prior, member }) => broken && !prior && !/^(UserPoolId)?$/.test(member),
    );
    expect(plain).to.not.be.empty;
    for (const { clause, member } of plain) expect(clauses).to.include(`${member} ${clause}`);
  });
});
