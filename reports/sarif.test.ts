import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { temporaryFolder } from '../harness/dev/temporaryFolder.ts';
import { gateOf } from '../harness/figures/gate.ts';
import type { GateReason, RunRecord } from '../harness/record/record.ts';
import { readRecord, writeRecord } from '../harness/record/recordFile.ts';
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
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly occurrenceCount: number;
      readonly properties: { readonly id: string };
    }[];
  }[];
}

// The published schema is of a draft that ajv no longer reads; without its name the rules are the same.
const {
  id: _id,
  $schema: _draft,
  ...published
} = JSON.parse(
  readFileSync(new URL('schemas/sarif-2.1.0-rtm.5.json', import.meta.resolve('@microsoft/jest-sarif')), 'utf8'),
);
const formats = { 'date-time': (value: string) => !Number.isNaN(Date.parse(value)), uri: URL.canParse };
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: { ...formats, 'uri-reference': true },
});
const isValid = ajv.compile(published);

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

  it('keeps the published schema', () => {
    const [first = '', second = '', ...fresh] = fixtureRecord.findings.map(({ id }) => id);
    const accepted = [first].map((finding) => ({ finding, firstSeen: '2026-01-02', reason: 'wontfix', ticket: '' }));
    const gate = { line: 'gate' as const, ...gateOf(fixtureRecord), baseline: 'b.json', accepted };
    const standings = { known: [first], expired: [second], new: fresh, reasons: ['missing-errors'] as const };
    for (const record of [fixtureRecord, { ...fixtureRecord, gate: { ...gate, ...standings } }]) {
      isValid(logOf(record));
      expect(isValid.errors ?? []).to.deep.equal([]);
    }
    expect(isValid({ ...logOf(fixtureRecord), version: '2.0.0' })).to.equal(false);
    expect(isValid({ ...logOf(fixtureRecord), runs: [{ results: [] }] })).to.equal(false);
  });

  it('points to the line of the record on which the finding stands', () => {
    const path = join(temporaryFolder(), 'a record.jsonl');
    writeRecord(path, fixtureRecord);
    const lines = readFileSync(path, 'utf8').split('\n');
    const [told] = logOf(readRecord(path)).runs;
    expect(told?.results).to.have.length(fixtureRecord.findings.length);
    for (const { locations, properties } of told?.results ?? []) {
      const place = locations[0]?.physicalLocation;
      expect(decodeURI(place?.artifactLocation.uri ?? '')).to.equal(path);
      expect(lines[(place?.region.startLine ?? 0) - 1]).to.contain(JSON.stringify(properties.id));
    }
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

  it('calls what the target does not implement a note, whatever its level', () => {
    const must = fixtureRecord.findings.find(({ level }) => level === 'must')?.id ?? '';
    const gate = { line: 'gate' as const, ...gateOf(fixtureRecord), against: [], notImplemented: [must] };
    const told = logOf({ ...fixtureRecord, gate }).runs.flatMap(({ results }) => results);
    expect(told.find(({ properties }) => properties.id === must)?.level).to.equal('note');
  });

  it('tells of the gate only what is no result', () => {
    const notices = (...reasons: readonly GateReason[]) => {
      const gate = { line: 'gate' as const, ...gateOf(fixtureRecord), passed: false, reasons };
      return JSON.stringify(logOf({ ...fixtureRecord, gate })).includes('toolExecutionNotifications');
    };
    expect(notices('findings', 'expired')).to.equal(false);
    expect(notices('missing-errors')).to.equal(true);
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
