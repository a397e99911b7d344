import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../../specs/contract.ts';
import { newestEdition } from '../../../specs/editions/index.ts';
import { mutantHandlers } from '../../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../../targets/mutants/mutantsOf.ts';
import { type Served, serve } from '../../targets/serve.ts';
import { awsEnvironment } from '../awsEnvironment.ts';
import { builtProgram } from '../builtProgram.ts';
import { runCommandLine } from '../runCommandLine.ts';
import { root } from '../sourceFiles.ts';
import { type StrictService, startStrictService } from '../startStrictService.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { commandsIn, type ShownCommand, shellLines } from './commandsIn.ts';
import { type Document, documents } from './documents.ts';

const region = 'eu-central-1';

/** The commands in the blocks of a page, which follow one another in one folder; those in the running text are not run. */
function commandsInBlocks({ path, text }: Document): readonly ShownCommand[] {
  const blocks = [...text.matchAll(/^```sh\n[\s\S]*?^```/gm)].map(([block]) => block);
  return commandsIn({ path, text: blocks.join('\n') });
}

const pages = documents().filter(({ path }) => /^(README|CONTRIBUTING|docs\/.*)(\.md)?$/.test(path));

describe('the commands that the pages show', () => {
  let target: Served;
  let service: StrictService;
  let poolId: string;
  const recorded = temporaryFolder();

  before(async () => {
    const contract = contractOf(newestEdition.date, 'observed');
    const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/dropped');
    if (mutant === undefined) throw new TypeError('There is no mutant without the longest name.');
    target = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
    service = await startStrictService({ region });
    poolId = service.add({ PoolName: 'existing' });
    await runCommandLine(['run', '--target', target.url, '--out', '.'], { cwd: recorded, env: environment() });
  });
  after(async () => {
    await target.close();
    await service.close();
  });

  /** Few cases, and the tests' own service in place of AWS. */
  function environment(): Readonly<Record<string, string>> {
    return {
      ...awsEnvironment(service),
      POOLPROOF_ONLY: 'PoolName',
      POOLPROOF_CASES: '5',
      POOLPROOF_RATE: '1000',
      POOLPROOF_QUIET: 'true',
      POOLPROOF_REPORT: 'json',
    };
  }

  /** A word as the test says it: with the test's servers, and without a fixed port. */
  function adapted(word: string): string {
    return word
      .replaceAll('http://127.0.0.1:9229', target.url)
      .replace(/^9229$/, '0')
      .replace('eu-central-1_Example01', poolId);
  }

  function folder(): string {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'poolproof-report'));
    for (const name of ['before.jsonl', 'after.jsonl', join('poolproof-report', 'record.jsonl')]) {
      copyFileSync(join(recorded, 'record.jsonl'), join(cwd, name));
    }
    writeFileSync(join(cwd, 'pool.json'), JSON.stringify({ PoolName: 'mine' }));
    return cwd;
  }

  async function expectToRun({ words, line }: ShownCommand, cwd: string): Promise<void> {
    const args = words.map(adapted);
    if (args[0] === 'serve') return expectToListen(args, cwd);
    // Without --out the record of an earlier command would be in the way of nothing, as for a reader.
    const { status, stderr } = await runCommandLine(args, { cwd, env: environment() });
    expect(status, `${line}\n${stderr}`).to.be.oneOf([0, 1]);
  }

  function expectToListen(args: readonly string[], cwd: string): Promise<void> {
    const child = spawn(process.execPath, [builtProgram(), ...args], { cwd });
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('http://')) child.kill();
      });
      child.once('error', reject);
      child.once('close', () => (said.includes('http://') ? resolve() : reject(new Error(said))));
    });
  }

  for (const page of pages) {
    const commands = commandsInBlocks(page);
    if (commands.length === 0) continue;
    it(`of ${page.path} run`, async () => {
      const cwd = folder();
      for (const command of commands) await expectToRun(command, cwd);
    });
  }

  it('print the first line that the README quotes', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const quoted = /^ {4}(✓ mock .*)$/m.exec(readme)?.[1] ?? '';
    const { stdout } = await runCommandLine(['run', '--phases', 'boundary', '--report', 'terminal'], {
      env: environment(),
    });
    expect(stdout.replaceAll(/all \d+ judged/g, 'all N judged')).to.include(
      quoted.replace(/all \d+ judged/, 'all N judged'),
    );
  });

  it('with npm and npx are scripts and files of the checkout', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const lines = pages.flatMap(({ text }) =>
      [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => shellLines(block)),
    );
    const inText = pages.flatMap(({ text }) =>
      [...text.matchAll(/`(npm [^`]+|npx mocha [^`]+)`/g)].map(([, code = '']) => code),
    );
    const known = new Set([...Object.keys(scripts), 'ci', 'pack', 'publish']);
    for (const step of [...lines, ...inText].flatMap((line) => line.split(' && '))) {
      const [program, ...words] = step.split(/\s+/);
      if (program === 'npm')
        expect(known, step).to.include(words.find((word) => word !== 'run' && !word.startsWith('--')));
      if (program === 'npx' && words[0] === 'mocha')
        expect(existsSync(join(root, words[1] ?? '')), step).to.equal(true);
    }
  });
});
