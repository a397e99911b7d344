import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { UserError } from '../userError.ts';
import { RecordWriter, readRecord, writeFileAtomically, writeRecord } from './recordFile.ts';

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

  it('has at once what is too much to be held back', () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    const writer = new RecordWriter(path);
    const [line] = fixtureRecord.cases;
    if (line === undefined) throw new Error('The fixture is empty.');
    // Of noise, since a record says once what repeats itself.
    const noise = Array.from({ length: 4_000 }, (_, index) => ((index * 7919) % 0xffff).toString(16)).join('-');
    writer.write({ ...line, request: { PoolName: noise } });
    expect(readFileSync(path, 'utf8').length).to.be.above(16_000);
    writer.close();
  });

  it('is torn where its footer counts other cases or other findings', () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    const { footer } = fixtureRecord;
    for (const wrong of [{ cases: footer.cases + 1 }, { findings: footer.findings + 1 }]) {
      writeRecord(path, { ...fixtureRecord, footer: { ...footer, ...wrong } });
      expect(() => readRecord(path)).to.throw(UserError, 'its footer counts');
    }
  });

  it('that cannot be written to says so at the next line, or at its end', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const [one, other] = [new RecordWriter('/dev/full'), new RecordWriter('/dev/full')];
    for (const writer of [one, other]) writer.write(fixtureRecord.header);
    await new Promise((resolve) => setImmediate(resolve));
    // Nothing is left to write, so that only what went wrong before can be told.
    expect(() => one.write(fixtureRecord.header)).to.throw(UserError, 'cannot be written');
    expect(() => other.close()).to.throw(UserError, 'cannot be written');
  });

  it('without a single case and without an end is told as cut off', () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    writeFileSync(path, `${JSON.stringify(fixtureRecord.header)}\n`);
    expect(() => readRecord(path)).to.throw(UserError, 'has no footer');
  });

  it('is written whole, and nothing stays beside it', () => {
    const folder = temporaryFolder();
    writeRecord(join(folder, 'record.jsonl'), fixtureRecord);
    expect(readdirSync(folder)).to.deep.equal(['record.jsonl']);
    writeFileAtomically(join(folder, 'a', 'text'), 'whole');
    expect(readFileSync(join(folder, 'a', 'text'), 'utf8')).to.equal('whole');
    expect(readdirSync(join(folder, 'a'))).to.deep.equal(['text']);
  });

  it('has the gate of a run where there was one, and nothing that there was not', () => {
    const path = join(temporaryFolder(), 'record.jsonl');
    const { gate: _none, probe: _neither, ...plain } = fixtureRecord;
    writeRecord(path, plain);
    expect(readRecord(path)).not.to.have.any.keys('gate', 'probe');
    const none = { expired: [], fixed: [], notTested: [], vanished: [], missingErrors: [], against: [] };
    const outcome = { line: 'gate', passed: true, reasons: [], failOn: 'must', baseline: null } as const;
    const gate = { ...outcome, new: [], known: [], ...none };
    const probe = { line: 'probe', dialect: 'openapi', pools: 'kept', missing: [] } as const;
    writeRecord(path, { ...plain, probe, gate });
    expect(readRecord(path).probe).to.deep.equal(probe);
    expect(readRecord(path).gate).to.deep.include({ line: 'gate', passed: true });
  });
});
