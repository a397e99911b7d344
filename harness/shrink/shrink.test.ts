import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { runTrial, type ServerPolicy } from '../dev/runTrial.ts';
import { breachesOf } from '../oracle/breaches.ts';

const accepted = { ok: {} };
const { edition } = contractOf('2026-11-13', 'observed');

/** Says yes to a request that breaks nothing but these clauses. */
function heedlessOf(...clauses: readonly string[]): ServerPolicy {
  return (request: JsonObject) => {
    const broken = breachesOf(edition, request).map(({ clause }) => clause);
    return broken.length > 0 && broken.every((clause) => clauses.includes(clause)) ? accepted : undefined;
  };
}

async function smallestOf(policy: ServerPolicy, clause: string) {
  const { findings, footer } = await runTrial({ policy, phases: ['fuzz'], cases: 450 });
  const finding = findings.find((one) => one.clause === clause);
  return { request: finding?.request, requests: footer.requests, finding };
}

describe('the smallest request of a finding', () => {
  it('is one character beyond the longest length, and plain', async () => {
    const { request } = await smallestOf(heedlessOf('pool-name.max'), 'pool-name.max');
    expect(request).to.deep.equal({ UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(129) });
  });

  it('has a number next to its bound', async () => {
    const clause = 'policies.password-policy.minimum-length.max';
    const { request } = await smallestOf(heedlessOf(clause), clause);
    expect(request).to.deep.equal({ UserPoolId: '{UserPoolId}', Policies: { PasswordPolicy: { MinimumLength: 100 } } });
  });
});

describe('an answer that comes and goes', () => {
  const flaky = (every: number): ServerPolicy => {
    let updates = 0;
    return (request) => {
      if (!isJsonObject(request.DeviceConfiguration)) return undefined;
      updates += 1;
      return updates % every === 0 ? { error: { name: 'InvalidParameterException', message: 'Perhaps.' } } : undefined;
    };
  };

  it('is called unstable, with how often it showed', async () => {
    const { findings } = await runTrial({ policy: flaky(3), phases: ['fuzz'], cases: 120 });
    expect(findings.map(({ kind }) => kind)).to.include('unstable');
    const [first] = findings.filter(({ kind }) => kind === 'unstable');
    expect(first?.id).to.match(/\/unstable\/InvalidParameterException$/);
    expect(first?.actual).to.match(/showed this [1-9] of [2-9] times\.$/);
  });

  it('stays what it was, and is said not to have shown again, where it came only once', async () => {
    let updates = 0;
    const policy: ServerPolicy = () => {
      updates += 1;
      return updates === 30 ? { error: { name: 'InvalidParameterException', message: 'Once.' } } : undefined;
    };
    const { findings } = await runTrial({ policy, phases: ['fuzz'], cases: 60 });
    expect(findings.map(({ kind, reproduced }) => [kind, reproduced])).to.deep.equal([['rejected-valid', false]]);
  });

  it('is no finding where it is throttling', async () => {
    let updates = 0;
    const policy: ServerPolicy = () => {
      updates += 1;
      return updates % 4 === 0 ? { error: { name: 'TooManyRequestsException', message: 'Slower.' } } : undefined;
    };
    const { findings } = await runTrial({ policy, phases: ['fuzz'], cases: 12 });
    expect(findings).to.deep.equal([]);
  });
});

describe('a target with many faults', () => {
  it('is explored to the end, and each finding costs a bounded number of requests', async () => {
    const policy: ServerPolicy = (request) => (breachesOf(edition, request).length > 0 ? accepted : undefined);
    const trial = { policy, phases: ['fuzz'], cases: 300 } as const;
    const { findings, cases, footer } = await runTrial(trial);
    const { footer: unshrunk } = await runTrial({ ...trial, shrinks: false });
    expect(cases.filter(({ id }) => id.startsWith('fuzz/') && !id.endsWith('other-pool'))).to.have.length(300);
    expect(findings).to.have.length.above(60);
    expect((footer.requests - unshrunk.requests) / findings.length).to.be.below(26 * 6);
  });
});
