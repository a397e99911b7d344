import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Reproductions } from '../../reports/index.ts';
import { readRecord } from '../record/recordFile.ts';
import { runCommandLine } from './runCommandLine.ts';
import { runScripts, type ScriptResult } from './runScripts.ts';
import { type Emulator, startEmulator } from './startEmulator.ts';
import { temporaryFolder } from './temporaryFolder.ts';

function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

function isShown({ verdict, status }: ScriptResult): boolean {
  return verdict === 'shown' && status === 1;
}

// A client that is older than a member refuses it, and its script says from which release on it can be sent.
function isTooNew({ verdict, status, script }: ScriptResult): boolean {
  return verdict.startsWith('not sent: ') && status === 2 && script.includes('Needs a release of this client from');
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

  /** The findings, with what their scripts came to, that were not shown by a client that knows their members. */
  async function notShown(client: keyof Reproductions, every: number) {
    const findings = record.findings.filter(({ reproduced }, index) => reproduced && index % every === 0);
    const results = await runScripts(record, findings, client);
    expect(results.filter(isShown)).not.to.be.empty;
    return results.filter((result) => result.verdict !== 'comment' && !isShown(result) && !isTooNew(result));
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
