import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { RecordWriter, readRecord, writeRecord } from './recordFile.ts';

describe('the file of a record', () => {
  it('has what was written as soon as the program is idle, and not before', async () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    const writer = new RecordWriter(path);
    writer.write(fixtureRecord.header);
    expect(readFileSync(path, 'utf8')).to.equal('');
    await new Promise((resolve) => setImmediate(resolve));
    const first = readFileSync(path, 'utf8');
    expect(first).to.match(/"line":"header".*\n$/s);
    writer.write(fixtureRecord.header);
    await new Promise((resolve) => setImmediate(resolve));
    const second = readFileSync(path, 'utf8');
    expect(second.length).to.be.above(first.length);
    writer.write(fixtureRecord.header);
    writer.close();
    expect(readFileSync(path, 'utf8').length).to.be.above(second.length);
  });

  it('has the gate of a run where there was one, and nothing that there was not', () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    const { gate: _none, probe: _neither, ...plain } = fixtureRecord;
    writeRecord(path, plain);
    expect(readRecord(path)).not.to.have.any.keys('gate', 'probe');
    const none = { expired: [], fixed: [], notTested: [], vanished: [], missingErrors: [], against: [] };
    const outcome = { line: 'gate', passed: true, reasons: [], failOn: 'must', baseline: null } as const;
    const gate = { ...outcome, new: [], known: [], ...none };
    writeRecord(path, { ...plain, gate });
    expect(readRecord(path).gate).to.deep.include({ line: 'gate', passed: true });
  });
});
