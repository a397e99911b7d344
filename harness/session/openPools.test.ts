import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { openPoolsFile, openPoolsWriter, readOpenPools } from './openPools.ts';

/** Pools made and deleted one after another: of each name, whether it is there in the end. */
const changes = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });

describe('the list of open pools', () => {
  it('names every pool that is there, whatever was made and deleted, and is gone with the last one', () =>
    fc.assert(
      fc.property(changes, (toggled) => {
        const { path, keep, read } = newList();
        const open = new Set<string>();
        for (const id of toggled) {
          if (!open.delete(id)) open.add(id);
          keep([...open]);
          expect(existsSync(path)).to.equal(open.size > 0);
          if (open.size > 0) expect(read()?.pools).to.include.members([...open]);
        }
        keep([...open, 'e']);
        expect(new Set(read()?.pools)).to.deep.equal(new Set([...open, 'e']));
      }),
    ));

  it('is read without the line that a killed run left half-written', () => {
    const { path, keep, read } = newList();
    keep(['a']);
    keep(['a', 'b']);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -2));
    expect(read()?.pools).to.deep.equal(['a']);
  });

  it('is written anew where it could not be gone on with, or is no longer there', () => {
    const { path, keep, read, warnings } = newList();
    keep(['a']);
    const begun = readFileSync(path, 'utf8');
    rmSync(path);
    keep(['a', 'b']);
    expect(read()?.pools).to.deep.equal(['a', 'b']);
    rmSync(path);
    mkdirSync(path);
    keep(['a', 'b', 'c']);
    expect(warnings).to.have.length(1);
    rmSync(path, { recursive: true });
    writeFileSync(path, `${begun}{"ma`);
    keep(['a', 'c']);
    expect(read()?.pools).to.deep.equal(['a', 'c']);
  });

  it('is not used with a line that means nothing', () => {
    const { path, keep, read, warnings } = newList();
    keep(['a']);
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"mad":"b"}\n`);
    expect(read()).to.equal(undefined);
    expect(warnings).to.have.length(1);
  });
});

function newList() {
  const out = temporaryFolder();
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(text);
  return {
    path: join(out, openPoolsFile),
    warnings,
    keep: openPoolsWriter(out, 'run', warn),
    read: () => readOpenPools(out, warn),
  };
}
