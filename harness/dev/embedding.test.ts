import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { installTarball } from './installedPackage.ts';
import { root } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const page = readFileSync(join(root, 'docs', 'embedding.md'), 'utf8');

/** The first block of a language on the page. */
function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (text === undefined) throw new Error(`The page has no block of ${language}.`);
  return text;
}

const everyEntry = ['contract', 'arbitraries', 'mocha', 'vitest', 'jest', 'node-test', 'chai', 'msw'];

/** Uses what every entry exports, so that its types are resolved. */
const typed = `${block('ts')}
${everyEntry.map((name, index) => `import * as entry${index} from '@poolproof/cli/${name}';`).join('\n')}
import { run, type RunResult } from '@poolproof/cli';
export const result: Promise<RunResult> = run({ phases: ['boundary'], seed: 1, header: ['X-Key: a'] });
export const all = [${everyEntry.map((_, index) => `entry${index}`).join(', ')}];
// @ts-expect-error an unknown edition
run({ edition: '2022-05-25' });
`;

const resolutions: Readonly<Record<string, readonly string[]>> = {
  nodenext: ['--module', 'nodenext'],
  bundler: ['--module', 'preserve', '--moduleResolution', 'bundler'],
};

describe('embedding the installed package', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();

  before(() => {
    installTarball(folder);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  });

  function node(...args: readonly string[]) {
    const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(done.status, done.stdout + done.stderr).to.equal(0);
    return done;
  }

  function write(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return name;
  }

  it('runs from an ES module', () => {
    expect(node(write('run.mjs', block('js'))).stdout).to.match(/^passed \d+ cases$/m);
  });

  it('checks requests from CommonJS', () => {
    const { stdout, stderr } = node(write('check.cjs', block('cjs')));
    expect(stdout)
      .to.match(/^pool-name\.max .*InvalidParameterException$/m)
      .and.match(/^accepted$/m);
    expect(stderr).to.equal('');
  });

  for (const msw of ['msw', 'msw-2']) {
    it(`sends cases to the handlers of ${msw === 'msw' ? 'msw 3' : 'msw 2'} from TypeScript`, () => {
      installTarball(folder, { msw });
      const { stdout } = node(write('cases.ts', block('ts')));
      expect(stdout).to.match(/^boundary\/PoolName\/max\/over conforms$/m);
    });

    for (const [name, flags] of Object.entries(resolutions)) {
      it(`has types for ${name} with ${msw === 'msw' ? 'msw 3' : 'msw 2'}`, () => {
        installTarball(folder, { msw });
        const strict = [
          '--strict',
          '--noEmit',
          '--target',
          'es2024',
          '--types',
          'node,mocha',
          '--exactOptionalPropertyTypes',
        ];
        const file = write('types.ts', typed);
        node(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ...strict, '--skipLibCheck', ...flags, file);
      });
    }
  }

  it('loads every entry by require, and neither msw nor the SDK before they are used', () => {
    const entries = ['', '/contract', '/arbitraries', '/mocha', '/node-test', '/jest', '/chai'];
    const script = entries.map((name) => `require('@poolproof/cli${name}');`).join('\n');
    const loaded = `${script}
process.stdout.write('loaded');`;
    const trace = `const { registerHooks } = require('node:module');
      registerHooks({ resolve: (name, context, next) => {
        if (/^(msw|@aws-sdk)(\\/|$)/.test(name)) throw new Error('loads ' + name);
        return next(name, context);
      } });`;
    expect(node('-e', `${trace}\n${loaded}`).stdout).to.equal('loaded');
  });
});
