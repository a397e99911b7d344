import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const entry = join(import.meta.dirname, 'main.cjs');

/** Nodes of the machine that are too old, if it has any. */
const oldNodes = ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path) && isOld(path));

function isOld(path: string): boolean {
  const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout;
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major < 22 || (major === 22 && minor < 18);
}

describe('the entry of the command line', () => {
  it('says in one sentence which Node.js it needs, with status 2', function () {
    const [node] = oldNodes;
    if (node === undefined) return this.skip();
    for (const args of [['--version'], ['run'], ['nonsense']]) {
      const { status, stdout, stderr } = spawnSync(node, [entry, ...args], { encoding: 'utf8' });
      expect([status, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(
        /^error\[old-node\]: poolproof needs Node\.js 22\.18 or newer, and this is [\d.]+\.\n {2}hint: .+\n$/,
      );
    }
  });

  it('is the program on a Node.js that is new enough', () => {
    const { status, stdout } = spawnSync(process.execPath, [entry, '--version'], { encoding: 'utf8' });
    expect(status).to.equal(0);
    expect(stdout).to.match(/^\d+\.\d+\.\d+/);
  });
});
