import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Reproductions } from '../../reports/index.ts';
import { runScripts, type ScriptResult } from '../board/runScripts.ts';
import { readRecord } from '../record/recordFile.ts';
import { type PythonClients, startPythonClients } from './pythonClients/startPythonClients.ts';
import { runCommandLine } from './runCommandLine.ts';
import { type Emulator, startEmulator } from './startEmulator.ts';
import { startMoto, startPrism } from './startOtherEmulators.ts';
import { temporaryFolder } from './temporaryFolder.ts';

function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

function isShown({ verdict, status }: ScriptResult): boolean {
  return verdict === 'shown' && status === 1;
}

// A client that is older than a member refuses it, and its script says from which release on it can be sent.
function isForOther({ verdict, status, script }: ScriptResult): boolean {
  const isTooNew = verdict.startsWith('not sent: ') && script.includes('Needs a release of this client from');
  return status === 2 && (isTooNew || verdict.endsWith('Use the script for curl.'));
}

/** A real emulator, with a run on it that is short enough for a test; `start` is undefined where the machine lacks it. */
interface Tried {
  readonly name: string;
  readonly start: (() => Promise<Emulator>) | undefined;
  readonly args: readonly string[];
  /** Findings that the run has at least. */
  readonly least: number;
  /** Whether curl alone can be told its paths; the scripts of the other clients say so. */
  readonly isForCurlAlone?: true;
}

const tried: readonly Tried[] = [
  { name: 'cognito-local', start: startEmulator, args: ['--cases', '40'], least: 200 },
  {
    name: 'Prism (POOLPROOF_PRISM names its command)',
    start: startPrism(),
    // Some requests get no answer from it, which takes this long each.
    args: ['--phases', 'examples,wire', '--timeout', '5000'],
    least: 30,
    isForCurlAlone: true,
  },
  {
    name: 'moto (POOLPROOF_MOTO names its moto_server)',
    start: startMoto(),
    args: ['--phases', 'fuzz', '--cases', '20'],
    least: 30,
  },
];

for (const { name, start, args, least, isForCurlAlone = false } of tried) {
  describe(`the scripts of a whole report on the real ${name}`, () => {
    let emulator: Emulator | undefined;
    let python: PythonClients | undefined;
    let record: ReturnType<typeof readRecord>;

    before(async function () {
      if (start === undefined) return this.skip();
      emulator = await start();
      python = await startPythonClients();
      const cwd = temporaryFolder();
      const target = ['--target', emulator.url, '--seed', '7', ...args];
      await runCommandLine(['run', ...target, '--quiet', '--report', 'json', '--out', '.'], { cwd });
      record = readRecord(join(cwd, 'record.jsonl'));
    });
    after(() => {
      python?.close();
      return emulator?.close();
    });

    /** The findings, with what their scripts came to, that were not shown by a client that knows their members. */
    async function notShown(client: keyof Reproductions, every: number) {
      const findings = record.findings.filter(({ reproduced }, index) => reproduced && index % every === 0);
      // The first as users run it, the others by clients that are imported once.
      const results = [
        ...(await runScripts(record, findings.slice(0, 1), client)),
        ...(await runScripts(record, findings.slice(1), client, { env: python?.env })),
      ];
      const isSent = client === 'curl' || !isForCurlAlone;
      expect(results.some(isShown)).to.equal(isSent);
      return results.filter((result) => !isShown(result) && !isForOther(result));
    }

    it('all show their finding with curl', async function () {
      if (!has('curl', '--version')) this.skip();
      expect(record.findings.length).to.be.above(least);
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
}
