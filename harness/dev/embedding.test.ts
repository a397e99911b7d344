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

/** The oldest Node.js that the package supports. */
const oldest = 'v22.18.0';
const oldestNode = process.env.POOLPROOF_NODE_22;

describe('embedding the installed package', () => {
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

  /** The packages that an entry may load when it is imported; msw, the SDK and the rest come when they are used. */
  const loaded: Readonly<Record<string, readonly string[]>> = {
    '': [],
    '/contract': ['re2js'],
    '/arbitraries': ['fast-check', 'pure-rand'],
    '/mocha': [],
    '/node-test': [],
    '/jest': [],
    '/chai': ['re2js'],
  };
  for (const [entry, packages] of Object.entries(loaded)) {
    it(`loads @poolproof/cli${entry} by require, with ${packages.join(' and ') || 'no other package'}`, () => {
      const script = `const { registerHooks } = require('node:module');
        const seen = new Set();
        registerHooks({ resolve: (name, context, next) => {
          const found = next(name, context);
          const [part] = /(?:@[^/]+\\/)?[^/]+/.exec(found.url.split('/node_modules/').at(-1)) ?? [];
          if (found.url.includes('/node_modules/')) seen.add(part);
          return found;
        } });
        require('@poolproof/cli${entry}');
        process.stdout.write([...seen].sort().join());`;
      expect(node('-e', script).stdout).to.equal(['@poolproof/cli', ...packages].join());
    });
  }

  it(`runs the three examples in Node.js ${oldest} (POOLPROOF_NODE_22 names its program)`, function () {
    if (oldestNode === undefined) return this.skip();
    const inOldest = (...args: readonly string[]) => {
      const done = spawnSync(oldestNode, args, { cwd: folder, encoding: 'utf8' });
      expect(done.status, done.stdout + done.stderr).to.equal(0);
      return done.stdout;
    };
    installTarball(folder);
    expect(inOldest('--version').trim()).to.equal(oldest);
    expect(inOldest(write('run.mjs', block('js')))).to.match(/^passed \d+ cases$/m);
    expect(inOldest(write('check.cjs', block('cjs')))).to.match(/^pool-name\.max .*InvalidParameterException$/m);
    expect(inOldest(write('cases.ts', block('ts')))).to.match(/^boundary\/PoolName\/max\/over conforms$/m);
  });
});
