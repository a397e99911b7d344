import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { describeOperation, testedOperation } from '../../specs/operation.ts';
import { runTrial, type TrialResult } from '../dev/runTrial.ts';
import { readRequest } from '../oracle/breaches.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';

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
