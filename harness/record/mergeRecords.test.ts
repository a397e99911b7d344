import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { LoadedRecord } from './loadedRecord.ts';
import { mergeRecords } from './mergeRecords.ts';
import type { RecordHeader, RunRecord } from './record.ts';

const { header, cases, findings } = fixtureRecord;

/** One of two shards of the fixture: whole lanes, the findings that its cases showed. */
function shard(index: number, change: Partial<RecordHeader> = {}, of = 2): LoadedRecord {
  const own = cases.filter((_, place) => place % 2 === index - 1).map((line) => ({ ...line, lane: `lane-${index}` }));
  const shown = findings.filter(
    (finding) => finding.id.includes('request') || own.some(({ id }) => id === finding.case),
  );
  const record: RunRecord = {
    header: { ...header, shard: { index, of }, startedAt: `2026-11-22T09:3${index}:00.000Z`, ...change },
    cases: own,
    findings: shown.map((finding) => ({ ...finding, count: index })),
    footer: { ...fixtureRecord.footer, cases: own.length, findings: shown.length, durationMs: index * 1000 },
  };
  return { path: `shard-${index}.jsonl`, record };
}

describe('merging', () => {
  it('gives one record with every case, whatever the order of the files', () => {
    const merged = mergeRecords([shard(1), shard(2)]);
    expect([...merged.cases].map(({ id }) => id)).to.have.members(cases.map(({ id }) => id));
    expect(merged.header).to.deep.include({ shard: null, startedAt: '2026-11-22T09:31:00.000Z' });
    expect(merged.footer).to.deep.include({ cases: cases.length, requests: 122, durationMs: 2000, interrupted: null });
    const turned = mergeRecords([shard(2), shard(1)]);
    expect({ ...turned, cases: [...turned.cases] }).to.deep.equal({ ...merged, cases: [...merged.cases] });
  });

  it('adds up what the filter of the shards has left out', () => {
    const parts = [1, 2].map((index) => {
      const one = shard(index);
      const outsideFilter = [{ clause: 'wire.success-status', cases: index }];
      return { ...one, record: { ...one.record, footer: { ...one.record.footer, outsideFilter } } };
    });
    expect(mergeRecords(parts).footer.outsideFilter).to.deep.equal([{ clause: 'wire.success-status', cases: 3 }]);
    expect(mergeRecords([shard(1), shard(2)]).footer).not.to.have.property('outsideFilter');
  });

  it('keeps one finding for each id, with the counts added', () => {
    const merged = mergeRecords([shard(1), shard(2)]);
    expect(merged.findings.map(({ id }) => id)).to.have.members(findings.map(({ id }) => id));
    const shared = merged.findings.find(({ id }) => id === 'request.last-modified-date/wrong-state/unmoved');
    expect(shared?.count).to.equal(3);
    expect(merged.footer.findings).to.equal(merged.findings.length);
  });

  it('says which shard was not completed', () => {
    const { path, record } = shard(2);
    const footer = { ...record.footer, interrupted: 'SIGINT' };
    expect(mergeRecords([shard(1), { path, record: { ...record, footer } }]).footer.interrupted).to.equal(
      'shard 2/2: SIGINT',
    );
  });

  const refusals: readonly (readonly [string, readonly LoadedRecord[], RegExp])[] = [
    [
      'of different targets',
      [shard(1), shard(2, { target: { ...header.target, id: 'x' } })],
      /"shard-2.jsonl" has target x/,
    ],
    ['of different editions', [shard(1), shard(2, { edition: '2022-05-24' })], /edition 2022-05-24/],
    ['of different bases', [shard(1), shard(2, { basis: 'documented' })], /basis documented/],
    ['of different seeds', [shard(1), shard(2, { seed: 7 })], /seed 7, "shard-1.jsonl" has 42: different runs/],
    ['of different phases', [shard(1), shard(2, { phases: ['fuzz'] })], /phases fuzz/],
    ['with different numbers of fuzz cases', [shard(1), shard(2, { cases: 1 })], /cases 1/],
    ['with different filters', [shard(1), shard(2, { only: 'PoolName' })], /filter PoolName/],
    ['split in different ways', [shard(1), shard(2, {}, 3)], /number of shards 3/],
    ['with a gap', [shard(1, {}, 3), shard(2, {}, 3)], /no shard 3\/3/],
    [
      'with a double',
      [shard(1), shard(2), { ...shard(2), path: 'again.jsonl' }],
      /2\/2 .*"shard-2.jsonl", "again.jsonl"/,
    ],
    [
      'of a whole run',
      [shard(1), { path: 'whole.jsonl', record: fixtureRecord }],
      /"whole.jsonl" is the record of a whole run/,
    ],
  ];
  for (const [what, loaded, says] of refusals) {
    it(`refuses shards ${what}, by name`, () => {
      expect(() => mergeRecords(loaded)).to.throw(says);
    });
  }

  it('refuses a lane that is in two shards', () => {
    const { record } = shard(2);
    const overlapping = { ...record, cases: [...record.cases].map((line) => ({ ...line, lane: 'lane-1' })) };
    expect(() => mergeRecords([shard(1), { path: 'b.jsonl', record: overlapping }])).to.throw(/lane-1 are in "shard-1/);
  });
});
