import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packagesOf, root, sourceFiles } from './sourceFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Every file that the manifest points to, wherever it stands in it. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

describe('the manifest', () => {
  it('depends on what the shipped files import, no more and no less', () => {
    const shipped = sourceFiles().filter((file) => !/\.test\.ts$|^harness\/dev\//.test(file));
    const imported = new Set(shipped.flatMap(packagesOf));
    const named = { ...manifest.dependencies, ...manifest.peerDependencies };
    expect([...imported].toSorted()).to.deep.equal(Object.keys(named).toSorted());
  });

  it('names a scoped package', () => {
    expect(manifest.name).to.match(/^@[\w-]+\//);
  });

  it('has the version of the newest section of the changelog', () => {
    const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    expect(/^## (\S+)/m.exec(changelog)?.[1]).to.equal(manifest.version);
  });

  it('refuses to be published by accident', () => {
    const guard = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, [join(root, 'harness', 'dev', 'guardPublish.ts')], { env, encoding: 'utf8' });
    const { POOLPROOF_RELEASE: _, ...usual } = process.env;
    expect(manifest.scripts.prepublishOnly).to.equal('node harness/dev/guardPublish.ts');
    expect(guard(usual))
      .to.include({ status: 2 })
      .and.property('stderr')
      .to.match(/publishing is locked/);
    expect(guard({ ...usual, POOLPROOF_RELEASE: manifest.version })).to.include({ status: 0 });
  });
});

describe('the package', () => {
  const folder = temporaryFolder();

  before(() => {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = ['-p', join(root, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')];
    execFileSync(process.execPath, [compiler, ...args]);
    copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });

  it('has every file that its manifest names', () => {
    for (const path of pathsIn([manifest.bin, manifest.exports])) {
      const built = path.replace(/^\.\//, '');
      expect(existsSync(join(built.startsWith('dist/') ? folder : root, built)), path).to.equal(true);
      expect(
        manifest.files.some((each: string) => built === each || built.startsWith(`${each}/`)) ||
          built === 'package.json',
      ).to.equal(true);
    }
  });

  it('runs as plain JavaScript', () => {
    const args = ['run', '--only', 'pool-name.max', '--phases', 'boundary', '--quiet'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, manifest.bin.poolproof), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, stderr).to.equal(0);
    expect(stdout).to.match(/✓ mock conforms to/);
    expect(existsSync(join(folder, 'poolproof-report', 'report.html'))).to.equal(true);
  });

  it('gives an application its handlers', () => {
    const check = `import { cognitoHandlers } from ${JSON.stringify(join(folder, 'dist', 'harness', 'targets', 'msw', 'index.js'))};
      if (cognitoHandlers().length === 0) throw new Error('There are no handlers.');`;
    expect(spawnSync(process.execPath, ['--input-type=module', '--eval', check]).status).to.equal(0);
  });
});
