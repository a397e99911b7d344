import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from './sourceFiles.ts';

const folder = join(root, 'findings');
const names = readdirSync(folder).filter((name) => name.endsWith('.sh') && name !== 'lib.sh');
const page = readFileSync(join(folder, 'README.md'), 'utf8');

describe('the scripts about other software', () => {
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');

    it(`${name} has versions, behaviour and output in its head, pins its packages and is listed`, () => {
      const head = text.slice(0, text.search(/^[^#]/m));
      expect(head).to.match(/^#!\/bin\/sh\n# \S+.* \d+(\.\d+)+/);
      expect(head).to.match(/^# Output:\n(# {3}.+\n)+/m);
      expect(text).to.match(/\bcheck$/m);
      for (const [, packages = ''] of text.matchAll(/^install_(?:npm|pip) (.+)$/gm)) {
        for (const word of packages.split(' ')) expect(word).to.match(/[@=]\d/);
      }
      expect(statSync(join(folder, name)).mode & 0o111).to.not.equal(0);
      expect(page).to.include(`findings/${name}`);
    });

    it(`${name} uses no poolproof and no address beyond loopback`, () => {
      expect(text.replaceAll(/^#.*$/gm, '')).to.not.match(/poolproof/);
      for (const [, host] of text.matchAll(/https?:\/\/([\w.-]+)/g)) expect(host).to.equal('127.0.0.1');
    });
  }
});
