import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { apiReference } from './apiReference.ts';
import { root } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

describe('the API reference', () => {
  it('has docstring and declaration of what an entry exports, re-exports included, and nothing else', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'inner'));
    writeFileSync(
      join(folder, 'entry.d.ts'),
      `export { add } from './inner/${'add'}.ts';\ninterface Hidden {\n    x: 1;\n}\n`,
    );
    const add =
      '/** Adds.\n * @x Numbers. */\nexport declare function add(left: number, options: {\n    right: number;\n}): number;\nexport declare const other: 1;\n';
    writeFileSync(join(folder, 'inner', 'add.d.ts'), add);
    const text = apiReference('entry', folder, 'entry.d.ts');
    expect(text)
      .to.include('## add\n\nAdds.')
      .and.include('function add(left: number, options: {\n    right: number;\n}): number;');
    expect(text).not.to.match(/Hidden|other/);
  });

  it('is not stale', () => {
    const args = [join(root, 'harness', 'dev', 'writeApi.ts'), '--check'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stderr).to.equal(0);
  });
});
