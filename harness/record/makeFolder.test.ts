import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { makeFolder } from './makeFolder.ts';

describe('makeFolder', () => {
  it('makes every folder of a path, and leaves those that are there', () => {
    const path = join(temporaryFolder(), 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(existsSync(path)).to.equal(true);
  });

  it('fails where a file or a link to nothing is in the way', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    expect(() => makeFolder(join(folder, 'file'))).to.throw('EEXIST');
    expect(() => makeFolder(join(folder, 'file', 'b'))).to.throw('ENOTDIR');
    expect(() => makeFolder(join(folder, 'link'))).to.throw('EEXIST');
  });

  it('fails, rather than tries for ever, where a folder takes no new one', function () {
    if (!existsSync('/proc/self')) return this.skip();
    expect(() => makeFolder('/proc/poolproof/reports')).to.throw('ENOENT');
  });
});
