import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { root } from '../dev/sourceFiles.ts';
import { createProgram, programWith } from './createProgram.ts';
import { unknownVariables } from './unknownVariables.ts';

const all = () => createProgram(() => {});

/** What is said of variables to somebody who runs a command. */
async function told(environment: Readonly<Record<string, string>>, command = 'run'): Promise<readonly string[]> {
  return unknownVariables(environment, await programWith([command], () => {}), all);
}

/** Every variable that a file of the project names, in code, examples and pages alike. */
function namedByProject(): readonly string[] {
  const places = [
    '{specs,generators,harness,reports}/**/*.{ts,mjs,yml}',
    'docs/**/*.md',
    '.github/**/*.yml',
    '.ci/run',
  ];
  const files = globSync([...places, '*.md', 'action.yml', 'Containerfile'], { cwd: root });
  // These two show mistakes.
  const others = [join('harness', 'commands', 'unknownVariables.test.ts'), 'CHANGELOG.md'];
  const texts = files.filter((path) => !others.includes(path)).map((path) => readFileSync(join(root, path), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/\bPOOLPROOF_[A-Z0-9_]*[A-Z0-9]\b/g) ?? []))];
}

describe('a variable whose name begins with POOLPROOF_', () => {
  it('is told once where nothing reads it, with what was probably meant, and stops nothing', async () => {
    const env = { POOLPROOF_EDITON: '2022-05-24', POOLPROOF_PHASES: 'examples' };
    const { status, stderr } = await runCommandLine(['generate'], { env });
    expect(status).to.equal(0);
    expect(stderr.split('\n').filter((line) => line !== '')).to.deep.equal([
      'warning: The variable POOLPROOF_EDITON is no setting of poolproof, and has no effect. Did you mean POOLPROOF_EDITION?',
    ]);
  });

  it('is told whatever is wrong with it', async () => {
    const wrong = ['POOLPROOF_CONCURENCY', 'POOLPROOF_FAILFAST', 'POOLPROOF_USERPOOL_ID', 'POOLPROOF_TRAGET'];
    const meant = ['POOLPROOF_CONCURRENCY', 'POOLPROOF_FAIL_FAST', 'POOLPROOF_USER_POOL_ID', 'POOLPROOF_TARGET'];
    const sentences = await told(Object.fromEntries(wrong.map((name) => [name, '1'])));
    expect(sentences).to.have.length(wrong.length);
    sentences.forEach((sentence, index) => {
      expect(sentence)
        .to.contain(`${wrong[index]} is no setting`)
        .and.match(new RegExp(`mean ${meant[index]}\\?$`));
    });
    expect(await told({ POOLPROOF_SOMETHING_ELSE_ALTOGETHER: '1' })).to.deep.equal([
      'The variable POOLPROOF_SOMETHING_ELSE_ALTOGETHER is no setting of poolproof, and has no effect.',
    ]);
  });

  it('is not told where another command reads it, where it is empty, or where it is of another program', async () => {
    expect(await told({ POOLPROOF_PORT: '4000', POOLPROOF_MUTANT: 'a' }, 'run')).to.deep.equal([]);
    expect(await told({ POOLPROOF_CONCURENCY: '', OTHERPROOF_CONCURENCY: '1' })).to.deep.equal([]);
  });

  it('is not told where Kubernetes or Docker sets it for a service', async () => {
    const links = {
      POOLPROOF_SERVICE_HOST: '10.0.0.1',
      POOLPROOF_MOCK_SERVICE_PORT: '80',
      POOLPROOF_MOCK_SERVICE_PORT_HTTP: '80',
      POOLPROOF_MOCK_PORT: 'tcp://10.0.0.1:80',
      POOLPROOF_MOCK_PORT_80_TCP: 'tcp://10.0.0.1:80',
      POOLPROOF_MOCK_PORT_80_TCP_ADDR: '10.0.0.1',
    };
    expect(await told(links)).to.deep.equal([]);
  });

  it('is not told where the project names it', async () => {
    const names = namedByProject();
    expect(names).to.include.members(['POOLPROOF_PRISM', 'POOLPROOF_SHARD_TOTAL', 'POOLPROOF_SEED']);
    expect(await told(Object.fromEntries(names.map((name) => [name, '1'])))).to.deep.equal([]);
  });
});
