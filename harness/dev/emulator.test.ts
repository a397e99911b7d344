import { join } from 'node:path';
import { expect } from 'chai';
import type { CaseLine, RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { runCommandLine } from './runCommandLine.ts';
import { type Emulator, startEmulator } from './startEmulator.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The parts of a case that do not differ from run to run; pool ids, times and request ids do. */
function comparable({ id, lane, request, verdict, answer }: CaseLine): string {
  const status = answer.kind === 'answered' ? [answer.status, answer.error] : answer.why;
  return JSON.stringify([id, lane, request, verdict.kind, status]).replaceAll(/local_\w+/g, 'pool');
}

describe('a run against the real cognito-local', () => {
  let emulator: Emulator;
  const records: RunRecord[] = [];

  before(async () => {
    emulator = await startEmulator();
    for (const concurrency of ['1', '4']) {
      const cwd = temporaryFolder();
      const args = [
        '--target',
        emulator.url,
        '--seed',
        '7',
        '--cases',
        '40',
        '--only',
        'Policies',
        '--concurrency',
        concurrency,
      ];
      await runCommandLine(['run', ...args, '--quiet', '--report', 'json', '--out', '.'], { cwd });
      records.push(readRecord(join(cwd, 'record.jsonl')));
    }
  });

  after(() => emulator.close());

  it('finds real deviations', () => {
    const ids = records[0]?.findings.map(({ id }) => id);
    expect(ids).to.include('policies.password-policy.minimum-length.min/accepted-invalid/200');
    expect(ids).to.include('policies.omitted/wrong-state/absent');
  });

  it('has the same cases with the same verdicts for a seed, whatever the concurrency', () => {
    const [first, second] = records.map(({ cases }) => [...cases].map(comparable).toSorted());
    expect(first).to.have.length.above(90);
    expect(second).to.deep.equal(first);
  });

  it('has the same findings for a seed, whatever the concurrency', () => {
    const [first, second] = records.map(({ findings }) => findings.map(({ id }) => id).toSorted());
    expect(second).to.deep.equal(first);
  });

  it('shows each finding again on a new pool', () => {
    expect(records[0]?.findings.filter(({ reproduced }) => !reproduced).map(({ id }) => id)).to.deep.equal([]);
  });
});
