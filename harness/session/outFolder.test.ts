import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { recordRun } from '../dev/recordRun.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { caseFigures } from '../figures/caseFigures.ts';
import { readRecord } from '../record/recordFile.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { openOutFolder } from './outFolder.ts';

describe('the record in an out folder', () => {
  it('has the figures that were collected while it was written, and those are what reading it gives', async () => {
    const contract = contractOf('2026-11-13', 'observed');
    // A server with faults, so that there are verdicts of several kinds.
    const service = poolService({
      ...contract,
      region: 'us-east-1',
      alter: (usual) => ({
        nextState: (prior, request) => ({
          ...usual.nextState(prior, request),
          SmsAuthenticationMessage: 'Code {####}',
        }),
      }),
    });
    const { record } = await recordRun(fetchFrom(mockHandlers(service)));
    const folder = temporaryFolder();
    const { keeper, release } = openOutFolder(folder);
    keeper.write(record.header);
    for (const line of record.cases) keeper.write(line);
    for (const line of record.findings) keeper.write(line);
    keeper.write(record.footer);
    const written = keeper.finish();
    release();
    const figures = caseFigures(readRecord(join(folder, 'record.jsonl')));
    // What is not there any more cannot be read again.
    rmSync(join(folder, 'record.jsonl'));
    expect(caseFigures(written)).to.deep.equal(figures);
    expect(figures.phases.get('boundary')?.deviates).to.be.above(0);
  });
});
