import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { contractOf } from '../../specs/contract.ts';
import type { CaseLine, Deviation } from '../record/record.ts';
import { absenceOf } from './absence.ts';

const { byId } = contractOf('2026-11-13', 'observed');

function line(
  deviations: readonly (readonly [string, Deviation['kind'], string])[],
  more: Partial<CaseLine> = {},
): CaseLine {
  const [template] = fixtureRecord.cases;
  if (template === undefined) throw new Error('The fixture is empty.');
  const told = deviations.map(([clause, kind, member]) => ({
    ...{ clause, kind, member, level: 'must', expected: '', actual: '', answerClass: '' },
  })) as readonly Deviation[];
  const verdict =
    told.length === 0 ? ({ kind: 'conforms' } as const) : ({ kind: 'deviates', deviations: told } as const);
  return { ...template, member: '', changed: {}, expectation: { kind: 'accepted' }, verdict, ...more } as CaseLine;
}

function absent(...lines: readonly CaseLine[]): readonly string[] {
  const absence = absenceOf((clause) => byId.get(clause)?.constraint);
  lines.forEach(absence.take);
  return [...absence.result()];
}

const lost = line([['pool-name.sent', 'wrong-state', 'PoolName']]);
const unchecked = line([['pool-name.max', 'accepted-invalid', 'PoolName']]);
const rejected = { kind: 'rejected', errors: [], broken: [] } as unknown as CaseLine['expectation'];
const refusal = { kind: 'answered', status: 400, error: 'X', message: '', body: '', headers: {}, ms: 1 } as const;

describe('a member is not implemented', () => {
  it('where a value was lost and a broken one accepted, whatever the order', () => {
    expect(absent(lost, unchecked)).to.deep.equal(['PoolName']);
    expect(absent(unchecked, lost)).to.deep.equal(['PoolName']);
  });

  it('as a whole, where that was seen of members inside it', () => {
    const inside = line([
      ['policies.password-policy.minimum-length.sent', 'wrong-state', 'Policies.PasswordPolicy.MinimumLength'],
      ['policies.password-policy.minimum-length.max', 'accepted-invalid', 'Policies.PasswordPolicy.MinimumLength'],
    ]);
    expect(absent(inside)).to.deep.equal(['Policies']);
  });

  const silent: readonly (readonly [string, readonly CaseLine[]])[] = [
    ['one half alone was seen: it is lost', [lost]],
    ['one half alone was seen: nothing is checked', [unchecked]],
    ['it is wrong where it was left out', [unchecked, line([['pool-name.omitted', 'wrong-state', 'PoolName']])]],
    ['the wrong state is of another kind', [unchecked, line([['pool-name.sent', 'unstable', 'PoolName']])]],
    ['a clause that the contract does not have says so', [unchecked, line([['gone', 'wrong-state', 'PoolName']])]],
    [
      'the wrong state is no member’s',
      [
        line([
          ['pool-name.sent', 'wrong-state', ''],
          ['x', 'accepted-invalid', ''],
        ]),
      ],
    ],
    ['a pool showed a change of it', [lost, unchecked, line([], { changed: { PoolName: 'b' } })]],
    [
      'a request was refused for it',
      [lost, unchecked, line([], { member: 'PoolName', expectation: rejected, answer: refusal })],
    ],
    ...(['rejected-valid', 'wrong-error', 'not-atomic', 'leaked-state'] as const).map(
      (kind) =>
        [`${kind} shows that it is there`, [lost, unchecked, line([['pool-name.max', kind, 'PoolName']])]] as const,
    ),
  ];
  for (const [where, lines] of silent) {
    it(`not where ${where}`, () => {
      expect(absent(...lines)).to.deep.equal([]);
    });
  }

  const refusedElsewhere: readonly (readonly [string, Partial<CaseLine>])[] = [
    ['the refused request was a valid one', { answer: refusal }],
    ['the answer was a success', { expectation: rejected, answer: { ...refusal, error: null } }],
    [
      'nothing was answered',
      { expectation: rejected, answer: { kind: 'unanswered', why: 'reset', detail: '', ms: 1 } },
    ],
    [
      'the refused request was about another member',
      { expectation: rejected, answer: refusal, member: 'UserPoolTags' },
    ],
  ];
  for (const [where, more] of refusedElsewhere) {
    it(`also where ${where}`, () => {
      expect(absent(lost, unchecked, line([], { member: 'PoolName', ...more }))).to.deep.equal(['PoolName']);
    });
  }
});
