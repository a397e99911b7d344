import { expect } from 'chai';
import { fixtureRecord } from '../fixtureRecord.ts';
import { reporters } from '../index.ts';
import type { ReportName } from '../reportNames.ts';
import { replayArguments, runArguments } from './commands.ts';

const { header } = fixtureRecord;

describe('the commands in reports', () => {
  it('name the record where it is', () => {
    const moved = { ...fixtureRecord, path: 'out of the way/record.jsonl' };
    const naming = ['terminal', 'html', 'junit', 'markdown', 'ctrf', 'sarif'] as const satisfies ReportName[];
    for (const name of naming) {
      const text = reporters[name].render(moved, { color: false, width: 200 });
      expect(text, name).to.match(/replay (?:'|&#39;|&apos;)out of the way\/record\.jsonl/);
      expect(text, name).not.to.contain('replay poolproof-report/record.jsonl');
    }
    expect(replayArguments({ id: 'a', case: 'b' }, { header })[1]).to.equal('poolproof-report/record.jsonl');
  });

  it('name the pool and the fixtures that the run was given, quoted for a shell', () => {
    const poolOptions = ['--user-pool-id', 'us-east-1_a', '--allow-existing', '--fixtures', "it's here.json"];
    const again = runArguments({ ...header, poolOptions }).join(' ');
    expect(again).to.contain(`--user-pool-id us-east-1_a --allow-existing --fixtures 'it'\\''s here.json'`);
  });

  it('ask for the burst and the corpus that the run had', () => {
    const again = runArguments({ ...header, burst: 30, corpus: 'kept' }).join(' ');
    expect(again).to.contain('--burst 30 --corpus kept');
  });
});
