import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Reproductions } from '../../reports/index.ts';
import { readRecord } from '../record/recordFile.ts';
import { runCommandLine } from './runCommandLine.ts';
import { runScripts } from './runScripts.ts';
import { type Emulator, startEmulator } from './startEmulator.ts';
import { temporaryFolder } from './temporaryFolder.ts';

function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

describe('the scripts of a whole report on the real cognito-local', function () {
  this.timeout(1_200_000);
  let emulator: Emulator;
  let record: ReturnType<typeof readRecord>;

  before(async () => {
    emulator = await startEmulator();
    const cwd = temporaryFolder();
    const args = ['run', '--target', emulator.url, '--seed', '7', '--cases', '40', '--quiet', '--report', 'json'];
    await runCommandLine([...args, '--out', '.'], { cwd });
    record = readRecord(join(cwd, 'record.jsonl'));
  });
  after(() => emulator.close());

  /** What became of the scripts that did not show their finding. */
  async function notShown(client: keyof Reproductions, every: number) {
    const findings = record.findings.filter(({ reproduced }, index) => reproduced && index % every === 0);
    const results = await runScripts(record, findings, client);
    return results.filter(({ verdict, status }) => verdict !== 'comment' && (verdict !== 'shown' || status !== 1));
  }

  it('all show their finding with curl', async function () {
    if (!has('curl', '--version')) this.skip();
    expect(record.findings.length).to.be.above(200);
    expect(await notShown('curl', 1)).to.deep.equal([]);
  });

  for (const [client, present] of [
    ['awsCli', () => has('aws', '--version')],
    ['boto3', () => has('python3', '-c', 'import boto3')],
    ['javascript', () => true],
  ] as const) {
    it(`one of ten shows its finding with ${client}`, async function () {
      if (!present()) this.skip();
      expect(await notShown(client, 10)).to.deep.equal([]);
    });
  }
});
