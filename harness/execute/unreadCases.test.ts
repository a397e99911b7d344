import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { describeOperation, testedOperation } from '../../specs/operation.ts';
import { runTrial, type TrialResult } from '../dev/runTrial.ts';
import { readRequest } from '../oracle/breaches.ts';
import type { Deviation } from '../record/record.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import type { CaseOutcome } from './caseOutcome.ts';
import type { ScratchPool } from './scratchPool.ts';
import { UnreadCases } from './unreadCases.ts';

const contract = contractOf('2026-11-13', 'observed');

interface Habits {
  /** Whether a pool that has stored this can no longer be shown. */
  readonly isUnshowable?: (stored: JsonObject) => boolean;
  /** Whether what is wrong is stored in every pool. */
  readonly leaks?: true;
}

/** The mock, but for wrong values: it accepts, stores and shows them as they are. */
function lenientService({ isUnshowable = () => false, leaks }: Habits): PoolService {
  const usual = poolService({ ...contract, region: 'us-east-1' });
  const stored = new Map<string, JsonObject>();
  let everywhere: JsonObject = {};
  const update = (id: string, members: JsonObject, body: JsonObject) => {
    if (readRequest(contract.edition, body).breaches.length === 0) {
      stored.delete(id);
      return usual.handle(testedOperation, body);
    }
    stored.set(id, members);
    if (leaks) everywhere = { SmsAuthenticationMessage: 'Leaked {####}' };
    return { ok: {} };
  };
  return {
    ...usual,
    handle: (operation, body) => {
      if (!isJsonObject(body) || typeof body.UserPoolId !== 'string') return usual.handle(operation, body);
      const { UserPoolId: id, ...members } = body;
      const answer = usual.handle(describeOperation, { UserPoolId: id });
      if (operation === testedOperation && 'ok' in answer) return update(id, members, body);
      if (operation !== describeOperation || !('ok' in answer) || !isJsonObject(answer.ok.UserPool))
        return usual.handle(operation, body);
      const own = stored.get(id) ?? {};
      if (isUnshowable(own)) return { error: { name: 'InternalErrorException', message: 'Cannot show it.' } };
      return { ok: { UserPool: { ...answer.ok.UserPool, ...everywhere, ...own } } };
    },
  };
}

function trial(habits: Habits, concurrency = 1): Promise<TrialResult> {
  return runTrial({ service: lenientService(habits), phases: ['boundary'], concurrency, shrinks: false });
}

function idsOf({ findings }: TrialResult): readonly string[] {
  return findings.map(({ id }) => id).toSorted();
}

/** What is recorded of three accepted cases on one member, of which the first is read, in a run that is stopped before the third. */
async function recordedUntilStopped(): Promise<readonly string[]> {
  const [name] = contract.clauses.filter(({ id }) => id === 'pool-name.max');
  if (name === undefined) throw new Error('The contract has no clause pool-name.max.');
  const recorded: string[] = [];
  let sent = 0;
  const send = async (_pool: ScratchPool, testCase: Case): Promise<CaseOutcome> => {
    sent += 1;
    const deviation = { ...deviationFor(name.id), member: testCase.member };
    return {
      case: testCase,
      request: testCase.request,
      expectation: { kind: 'rejected', broken: [name], errors: ['InvalidParameterException'] },
      answer: readAnswer(200, {}, '{}', 1),
      before: null,
      after: null,
      verdict: { kind: 'deviates', deviations: [deviation] },
    };
  };
  const cases = ['a', 'b', 'c'].map((id): Case => {
    return { id, phase: 'boundary', clause: name.id, member: 'PoolName', breaks: [name.id], request: { PoolName: id } };
  });
  const blank = { members: {}, factors: {}, fixed: {} };
  const pool: ScratchPool = {
    id: 'local_1',
    isMade: true,
    fresh: blank,
    created: blank,
    factors: {},
    state: blank,
    readable: true,
  };
  const events = { outcome: ({ case: { id } }: CaseOutcome) => void recorded.push(id), stopped: () => sent === 2 };
  const left = await new UnreadCases(pool, events, {
    send,
    isSound: async () => true,
    readsFirsts: true,
    isOfType: () => false,
  }).run(cases);
  expect(left).to.deep.equal([]);
  return recorded;
}

function deviationFor(clause: string): Deviation {
  const kind = 'accepted-invalid';
  return { clause, kind, member: '', level: 'must', expected: 'refused', actual: 'accepted', answerClass: '200' };
}

describe('cases that are not read one by one', () => {
  it('are recorded up to where the run is stopped', async () => {
    expect(await recordedUntilStopped()).to.deep.equal(['a', 'b']);
  });
});

describe('a target that accepts and stores wrong values', () => {
  it('meets every case once, at little more than one request for each of those that it should refuse', async () => {
    const faultless = await runTrial({ phases: ['boundary'], shrinks: false });
    const lenient = await trial({});
    const ids = ({ cases }: TrialResult) => cases.map(({ id }) => id).toSorted();
    expect(ids(lenient)).to.deep.equal(ids(faultless));
    const invalid = lenient.cases.filter(({ expectation }) => expectation.kind === 'rejected').length;
    expect(invalid).to.be.above(500);
    expect(lenient.footer.requests - faultless.footer.requests).to.be.below(invalid / 2);
  });

  it('has the same findings whatever the concurrency', async () => {
    expect(idsOf(await trial({}, 4))).to.deep.equal(idsOf(await trial({})));
  });

  it('is found to show no pool any more, where a value does that', async () => {
    const isUnshowable = ({ PoolName, Policies }: JsonObject) =>
      typeof PoolName === 'number' ||
      (isJsonObject(Policies) &&
        isJsonObject(Policies.PasswordPolicy) &&
        typeof Policies.PasswordPolicy.MinimumLength === 'string');
    const ids = idsOf(await trial({ isUnshowable }));
    expect(ids).to.include('request.readable-state@PoolName/server-fault/unreadable');
    expect(ids).to.include('request.readable-state@Policies.PasswordPolicy.MinimumLength/server-fault/unreadable');
    expect(ids).to.include('policies.password-policy.require-numbers.type/accepted-invalid/200');
  });

  it('is found to change other pools by it', async () => {
    expect(idsOf(await trial({ leaks: true }))).to.include(
      'request.isolated@SmsAuthenticationMessage/leaked-state/changed',
    );
  });
});
