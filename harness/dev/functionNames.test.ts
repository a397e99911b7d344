import { expect } from 'chai';
import { type DeclaredFunction, declaredFunctions } from './declaredFunctions.ts';
import { sourceFiles } from './sourceFiles.ts';

/** Names that several files may declare, and why a reader is not misled. */
const sharedNames: Readonly<Record<string, string>> = {
  describeContract: 'one entry for each test runner; the import path chooses',
  validRequest: 'the public arbitrary gives what the generator of that name draws',
  codePoints: 'generators and oracle count the length of a text independently',
  render: 'the same step of every report',
};

/** The functions of one name. */
function clashes(functions: readonly DeclaredFunction[]): readonly string[] {
  const byName = Map.groupBy(functions, ({ name }) => name);
  return [...byName]
    .filter(([name, same]) => same.length > 1 && !(name in sharedNames))
    .map(([name, same]) => `${name}: ${same.map(({ file }) => file).join(', ')}`);
}

describe('the names of functions', () => {
  const functions = sourceFiles()
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => declaredFunctions(file));

  it('mean one thing: what one file declares, no other does', () => {
    expect(clashes(functions)).to.deep.equal([]);
  });

  it('are shared on purpose only where they still are', () => {
    const declared = Map.groupBy(functions, ({ name }) => name);
    expect(Object.keys(sharedNames).filter((name) => (declared.get(name)?.length ?? 0) < 2)).to.deep.equal([]);
  });

  it('are found, whether exported, asynchronous or generators', () => {
    const text = 'export async function a() {}\nfunction* b() {}\nconst c = () => 1;\nexport function a2() {}';
    expect(declaredFunctions('x.ts', text).map(({ name, isExported }) => `${name} ${isExported}`)).to.deep.equal([
      'a true',
      'b false',
      'a2 true',
    ]);
    const same: readonly DeclaredFunction[] = ['x.ts', 'y.ts'].map((file) => ({
      name: 'f',
      file,
      isExported: file === 'x.ts',
    }));
    expect(clashes(same)).to.deep.equal(['f: x.ts, y.ts']);
  });
});
