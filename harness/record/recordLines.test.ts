import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { findingId } from '../findings/findingId.ts';
import type { CaseLine, GateLine } from './record.ts';
import { readRecord, readWholeRecord, writeRecord } from './recordFile.ts';

const [template] = fixtureRecord.cases;

/** Records of very different lengths, so that lines and characters lie across what is read at once. */
function longRecord(): { readonly path: string; readonly cases: readonly CaseLine[] } {
  if (template === undefined) throw new Error('The fixture has no case.');
  const cases = Array.from({ length: 40 }, (_, index): CaseLine => {
    const PoolName = `${'a'.repeat(index % 7)}${'漢𠮷'.repeat(index * index * 9)}`;
    return { ...template, id: `fuzz/${index}`, request: { PoolName } };
  });
  const path = join(temporaryFolder(), 'record.jsonl');
  writeRecord(path, { ...fixtureRecord, cases, footer: { ...fixtureRecord.footer, cases: cases.length } });
  return { path, cases };
}

describe('a record file', () => {
  it('gives back every case as it was written, at each pass anew', () => {
    const { path, cases } = longRecord();
    const { cases: read } = readRecord(path);
    expect([...read]).to.deep.equal(cases);
    expect([...read]).to.deep.equal(cases);
  });

  it('is read no further than somebody looks', () => {
    const { path } = longRecord();
    const { cases } = readRecord(path);
    writeFileSync(path, `${JSON.stringify(template)}\n`);
    const [first] = cases;
    expect(first?.id).to.equal(template?.id);
  });

  it('may lack its last end of line, and may not be followed by anything foreign', () => {
    const { path, cases } = longRecord();
    const none = {
      new: [],
      known: [],
      expired: [],
      fixed: [],
      notTested: [],
      vanished: [],
      missingErrors: [],
      against: [],
    };
    const gate: GateLine = { line: 'gate', passed: true, reasons: [], failOn: 'must', baseline: null, ...none };
    appendFileSync(path, JSON.stringify(gate));
    expect([...readRecord(path).cases]).to.have.length(cases.length);
    appendFileSync(path, '\n{"line":"other"}\n');
    expect(() => readRecord(path)).to.throw(/does not belong to a poolproof record/);
  });

  it('ends before a last line that was not written to its end', () => {
    const { path, cases } = longRecord();
    const text = readFileSync(path, 'utf8');
    const lines = text.trimEnd().split('\n');
    writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n{"line":"foo`);
    const { cases: read, footer } = readRecord(path);
    expect([...read]).to.deep.equal(cases);
    expect(footer).to.include({ cases: cases.length, cutOff: true });
    expect(() => readWholeRecord(path)).to.throw(/no footer/);
  });

  it('without its end counts the cases of findings that were not written, and no others', () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    writeRecord(path, fixtureRecord);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${lines.filter((line) => !/^.{0,2}"line":"(footer|gate)"/.test(line)).join('\n')}\n`);
    const written = new Map(fixtureRecord.findings.map(({ id, count }) => [id, count]));
    const { findings } = readRecord(path);
    expect(findings.filter(({ id }) => written.has(id)).map(({ id, count }) => [id, count])).to.deep.equal([
      ...written,
    ]);
    const deviations = [...fixtureRecord.cases].flatMap(({ verdict }) =>
      verdict.kind === 'deviates' ? verdict.deviations.map(findingId) : [],
    );
    const others = Object.groupBy(
      deviations.filter((id) => !written.has(id)),
      (id) => id,
    );
    const made = findings.filter(({ id }) => !written.has(id)).map(({ id, count }) => [id, count]);
    expect(made).to.deep.equal(Object.entries(others).map(([id, all = []]) => [id, all.length]));
    expect(deviations.some((id) => written.has(id))).to.equal(true);
  });

  it('is refused when it is torn between two passes', () => {
    const { path } = longRecord();
    const { cases } = readRecord(path);
    writeFileSync(path, '{"line":"ca\n');
    expect(() => [...cases]).to.throw(/is not JSON: the record is torn/);
  });
});
