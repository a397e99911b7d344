import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { root } from '../dev/sourceFiles.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

const url = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);

/** A test file that describes the contract by an entry, against a mock with the length of a name broken. */
function testFile(entry: string, call = 'describeContract'): string {
  return `import { describeContract } from ${url(`harness/library/${entry}.ts`)};
import { contractOf } from ${url('specs/contract.ts')};
import { mutantFetch } from ${url('harness/targets/mutants/mutantFetch.ts')};
import { mutantsOf } from ${url('harness/targets/mutants/mutantsOf.ts')};
const contract = contractOf('2026-11-13', 'observed');
const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
${call}({ only: 'PoolName', phases: ['boundary'], fetch: mutantFetch(mutant, contract, 'us-east-1') });
`;
}

function inFolder(name: string, text: string, args: readonly string[], cwd = temporaryFolder()) {
  writeFileSync(join(cwd, 'package.json'), '{"type":"module"}');
  writeFileSync(join(cwd, name), text);
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  return spawnSync(process.execPath, [...args], { cwd, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } });
}

const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');

describe('describeContract', () => {
  for (const mode of [[], ['--parallel']]) {
    it(`fails the clause that the target breaks, with a script, under mocha ${mode.join('')}`, () => {
      const args = [mocha, '--no-config', ...mode, '--reporter', 'spec', 'contract.test.mjs'];
      const { stdout, stderr, status } = inFolder('contract.test.mjs', testFile('mocha'), args);
      expect(stdout, stderr).to.match(/✔ pool-name\.min/);
      expect(stdout)
        .to.match(/1 failing/)
        .and.match(/pool-name\.max\/accepted-invalid/);
      expect(stdout).to.include('Reproduce it with:').and.include('curl');
      expect(stdout).to.match(/- pool-name\.\S+ \(no case of this run is about it\)/);
      expect(status).to.equal(1);
    });
  }

  it('does the same under node:test', () => {
    const args = ['--test', '--test-reporter', 'spec', 'contract.test.mjs'];
    const { stdout, stderr } = inFolder('contract.test.mjs', testFile('nodeTest'), args);
    expect(stdout, stderr)
      .to.match(/✔ pool-name\.min/)
      .and.match(/✖ pool-name\.max/)
      .and.include('Reproduce it with:');
    expect(stdout).to.match(/pool-name\.\S+ .*# no case of this run is about it/);
  });

  it('refuses to be called outside of a test run, or with a filter that matches nothing', () => {
    const text = testFile('mocha').replace("only: 'PoolName'", "only: 'PoolNme'");
    const args = [mocha, '--no-config', 'contract.test.mjs'];
    expect(inFolder('contract.test.mjs', text, args).stderr).to.match(/No clause of 2026-11-13 is about "PoolNme"/);
    const alone = inFolder('alone.mjs', testFile('mocha'), ['alone.mjs']);
    expect(alone.stderr).to.match(/mocha is not running this file/);
  });
});
