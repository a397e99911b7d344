import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { parse } from 'yaml';
import { freePort } from '../dev/freePort.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'adopt.md'), 'utf8');

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );
}

describe('the page for maintainers of emulators', () => {
  const configurations = blocks('json').map((text) => JSON.parse(text));

  it('has configurations that their schema accepts, one for each emulator, and a workflow', () => {
    const schema = JSON.parse(readFileSync(join(root, 'harness/settings/poolproof.config.schema.json'), 'utf8'));
    const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    for (const value of configurations) expect(isValid(value), JSON.stringify(isValid.errors)).to.equal(true);
    expect(configurations.map(({ targetName }) => targetName)).to.deep.equal(['cognito-local', 'moto', 'ministack']);
    const [workflow] = blocks('yaml').map((text) => parse(text));
    expect(workflow.jobs.poolproof.steps.at(-1).uses).to.match(/poolproof@v\d/);
  });

  it('works with cognito-local: a baseline, a run that passes, and one that fails without an entry of it', async () => {
    const cwd = temporaryFolder();
    const port = await freePort();
    const program = join(root, 'node_modules', '.bin', 'cognito-local');
    const [configuration] = configurations;
    const start = configuration.start.replace('npx cognito-local', `HOST=127.0.0.1 PORT=${port} "${program}"`);
    const own = { ...configuration, start, target: `http://127.0.0.1:${port}` };
    writeFileSync(join(cwd, 'poolproof.config.json'), JSON.stringify(own));
    const run = (...args: readonly string[]) =>
      runCommandLine(
        ['run', ...args, '--only', 'Policies.PasswordPolicy.MinimumLength', '--phases', 'boundary', '--quiet'],
        { cwd },
      );
    const first = await run('--update-baseline');
    expect(first.status, first.stderr).to.equal(0);
    expect((await run()).status).to.equal(0);
    const file = join(cwd, configuration.baseline);
    const baseline = JSON.parse(readFileSync(file, 'utf8'));
    expect(baseline.findings).to.not.be.empty;
    writeFileSync(file, JSON.stringify({ ...baseline, findings: baseline.findings.slice(1) }));
    expect((await run()).status).to.equal(1);
  });
});
