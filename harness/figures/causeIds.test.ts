import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { contractOf } from '../../specs/contract.ts';
import type { AnswerLine, Finding } from '../record/record.ts';
import { causeIds } from './causeIds.ts';

const contract = contractOf('2026-11-13', 'observed');

function answer(status: number, error: string | null): AnswerLine {
  return { kind: 'answered', status, error, message: null, body: '', headers: {}, ms: 1 };
}

const silence: AnswerLine = { kind: 'unanswered', why: 'reset', detail: 'ECONNRESET', ms: 1 };

function finding(id: string, answered: AnswerLine, more: Partial<Finding> = {}): Finding {
  const [template] = fixtureRecord.findings;
  if (template === undefined) throw new Error('The fixture is empty.');
  const [clause = '', kind = ''] = id.split('/');
  const { raw: _raw, ...rest } = template;
  return { ...rest, id, clause, kind: kind as Finding['kind'], member: '', request: {}, answer: answered, ...more };
}

function idsOf(...findings: readonly Finding[]): readonly (string | undefined)[] {
  const ids = causeIds(contract, findings);
  return findings.map(({ id }) => ids.get(id));
}

/** A finding, what answered it, its member, and its cause. */
const rows: readonly (readonly [string, AnswerLine, string, string])[] = [
  ['pool-name.max/accepted-invalid/200', answer(200, null), 'PoolName', 'accepted-invalid.length'],
  ['pool-name.max/accepted-invalid/', answer(404, ''), 'PoolName', 'accepted-invalid.length'],
  ['user-pool-tags.sent/wrong-state/absent', answer(200, null), 'UserPoolTags', 'wrong-state.sent.absent'],
  ['user-pool-tags.sent/wrong-state/unchanged', answer(200, null), 'UserPoolTags', 'wrong-state.sent'],
  ['request.untouchable/wrong-state/absent', answer(200, null), '', 'wrong-state.request.untouchable'],
  ['pool-name.max/rejected-valid/X', answer(400, 'X'), 'PoolName', 'rejected-valid.PoolName'],
  ['policies.sent/rejected-valid/X', answer(400, 'X'), 'Policies.PasswordPolicy', 'rejected-valid.Policies'],
  ['wire.size/rejected-valid/X', answer(400, 'X'), '', 'rejected-valid.request'],
  ['pool-name.max/wrong-error/X', answer(400, 'X'), 'PoolName', 'wrong-error.X'],
  ['pool-name.max/wrong-error/', answer(200, null), 'PoolName', 'wrong-error.other'],
  ['pool-name.max/wrong-error/reset', silence, 'PoolName', 'wrong-error.other'],
  ['wire.error-body/malformed-answer/list', answer(400, 'X'), '', 'malformed-answer.wire.error-body'],
  ['request.readable-state/server-fault/unreadable', answer(200, null), '', 'server-fault.unreadable'],
  ['pool-name.max/server-fault/500', answer(500, 'X'), 'PoolName', 'server-fault.500'],
  ['pool-name.max/server-fault/reset', silence, 'PoolName', 'server-fault.reset'],
  ['wire.error-status/wrong-status/403', answer(403, 'X'), '', 'wrong-status'],
  ['request.atomic/not-atomic/changed', answer(400, 'X'), 'PoolName', 'not-atomic'],
  ['request.isolated/leaked-state/changed', answer(200, null), 'PoolName', 'leaked-state'],
  ['pool-name.max/no-answer/timeout', silence, 'PoolName', 'no-answer'],
  ['request.stable/unstable/X', answer(200, null), '', 'unstable'],
  ['pool-name.max/wrong-error/499', answer(499, ''), 'PoolName', 'unnamed-error.499'],
  ['pool-name.max/server-fault/500', answer(500, ''), 'PoolName', 'server-fault.500'],
  ['wire.error-status/wrong-status/502', answer(502, ''), '', 'server-fault.502'],
  ['wire.error-type/malformed-answer/absent', answer(400, ''), '', 'malformed-answer.wire.error-type'],
];

describe('the cause of a finding', () => {
  for (const [id, answered, member, cause] of rows) {
    const status = answered.kind === 'answered' ? answered.status : answered.why;
    it(`is ${cause} of ${id} (${status})`, () => {
      expect(idsOf(finding(id, answered, { member }))).to.deep.equal([cause]);
    });
  }

  const form = (more: Partial<Finding> = {}) =>
    finding('wire.success-body/malformed-answer/list', answer(200, null), more);
  const other = (id: string, more: Partial<Finding> = {}) =>
    finding(id, answer(200, null), { member: 'PoolName', ...more });
  const accepted = (more: Partial<Finding> = {}) => other('pool-name.max/accepted-invalid/200', more);
  const ownCause = 'malformed-answer.wire.success-body';

  it('is that of the first other finding of the same trial, where a form is wrong of an answer that should not have come', () => {
    const request = { PoolName: 'a' };
    const later = other('pool-name.min/rejected-valid/200', { request });
    const [own] = idsOf(form({ request }), accepted({ request }), later);
    expect(own).to.equal('accepted-invalid.length');
  });

  it('is its own where the other finding is one of form too', () => {
    expect(idsOf(form(), finding('wire.error-status/wrong-status/204', answer(200, null)))[0]).to.equal(ownCause);
  });

  it('is its own where the other finding is of another request, prior state or raw request', () => {
    const raw = { body: 'x' } as const;
    for (const [one, another] of [
      [form({ request: { PoolName: 'a' } }), accepted({ request: { PoolName: 'b' } })],
      [form({ prior: {} }), accepted({ prior: { update: { PoolName: 'b' } } })],
      [form({ raw }), accepted()],
      [form(), accepted({ raw })],
      [form({ raw }), accepted({ raw: { body: 'y' } })],
    ] as const)
      expect(idsOf(one, another)[0]).to.equal(ownCause);
    expect(idsOf(form({ raw }), accepted({ raw: { body: 'x' } }))[0]).to.equal('accepted-invalid.length');
  });

  it('is the finding’s own where it is none of form, whatever else the trial shows', () => {
    expect(idsOf(accepted(), other('pool-name.min/rejected-valid/X'))[1]).to.equal('rejected-valid.PoolName');
  });
});
