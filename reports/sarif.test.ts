import { expect } from 'chai';
import { gateOf } from '../harness/figures/gate.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { contractOf } from '../specs/contract.ts';
import { fixtureRecord } from './fixtureRecord.ts';
import { sarif } from './sarif.ts';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly unknown[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly occurrenceCount: number;
      readonly properties: { readonly id: string };
    }[];
  }[];
}

const logOf = (record: RunRecord): Log => JSON.parse(sarif.render(record, { color: false, width: 80 })) as Log;
const [run] = logOf(fixtureRecord).runs;
const fingerprints = (record: RunRecord): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    logOf(record).runs.flatMap(({ results }) =>
      results.map(({ properties, partialFingerprints }) => [properties.id, partialFingerprints]),
    ),
  );

describe('the sarif report', () => {
  it('is SARIF 2.1.0 with a rule for each clause of the contract, each once', () => {
    expect(logOf(fixtureRecord).version).to.equal('2.1.0');
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(ids).to.include.members(contractOf('2026-11-13', 'observed').clauses.map(({ id }) => id));
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('has a result for each finding, at its rule, with its level, its place and how to show it again', () => {
    const { results = [], tool } = run ?? {};
    expect(results).to.have.length(fixtureRecord.findings.length);
    for (const { ruleId, ruleIndex, locations, occurrenceCount, message } of results) {
      expect(tool?.driver.rules[ruleIndex]?.id).to.equal(ruleId);
      expect(locations).to.have.length(1);
      expect(occurrenceCount).to.be.at.least(1);
      expect(message.text).to.contain('poolproof replay');
    }
    expect(results.map(({ level }) => level)).to.include.members(['error', 'warning', 'note']);
  });

  it('says beside a baseline what is new, and suppresses what is known with the reason', () => {
    const [first, second, ...rest] = fixtureRecord.findings.map(({ id }) => id);
    const accepted = [first, second].map((finding = '') => ({
      ...{ finding, firstSeen: '2026-01-02', reason: 'wontfix', ticket: '' },
    }));
    const standings = { known: [first ?? ''], expired: [second ?? ''], new: rest, accepted };
    const gate = { line: 'gate' as const, ...gateOf(fixtureRecord), baseline: 'baseline.json', ...standings };
    const told = logOf({ ...fixtureRecord, gate }).runs.flatMap(({ results }) => results);
    const resultOf = (id: string | undefined) => told.find(({ properties }) => properties.id === id);
    expect(resultOf(first)).to.deep.include({
      baselineState: 'unchanged',
      suppressions: [{ kind: 'external', justification: 'known since 2026-01-02 · wontfix' }],
    });
    expect(resultOf(second)).to.include({ baselineState: 'unchanged' }).and.not.to.have.property('suppressions');
    expect(resultOf(rest[0])).to.include({ baselineState: 'new' });
    expect(logOf(fixtureRecord).runs[0]?.results[0]).not.to.have.property('baselineState');
  });

  it('gives a finding the same fingerprint in another run, and each its own', () => {
    const later: RunRecord = {
      ...fixtureRecord,
      header: { ...fixtureRecord.header, seed: 7, startedAt: '2026-12-01T00:00:00.000Z' },
      findings: fixtureRecord.findings.toReversed().map((finding) => ({ ...finding, count: finding.count + 1 })),
    };
    expect(fingerprints(later)).to.deep.equal(fingerprints(fixtureRecord));
    const all = Object.values(fingerprints(fixtureRecord)).map((each) => JSON.stringify(each));
    expect(new Set(all).size).to.equal(fixtureRecord.findings.length);
  });
});
