import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { freePort } from '../dev/freePort.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { exportOpenApi } from './exportOpenApi.ts';

/** The command of Prism, where somebody says it: the package is too large to come along for a single test. */
const prism = process.env.POOLPROOF_PRISM;

async function ranOn(document: JsonObject, ...args: readonly string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'api.json'), JSON.stringify(document));
  const port = await freePort();
  const start = `${prism} mock --host 127.0.0.1 --port ${port} ${join(cwd, 'api.json')}`;
  const target = ['--target', `http://127.0.0.1:${port}`, '--start', start, '--ready-timeout', '60000'];
  const finished = await runCommandLine(['run', ...target, '--quiet', '--report', 'terminal,json', ...args], { cwd });
  const report = JSON.parse(readFileSync(join(cwd, 'poolproof-report', 'report.json'), 'utf8')) as {
    readonly findings: readonly { readonly id: string }[];
  };
  return { ...finished, findings: report.findings.map(({ id }) => id) };
}

const only = ['--phases', 'boundary', '--only', 'Policies.PasswordPolicy.MinimumLength'];

describe('Prism on the exported OpenAPI document (POOLPROOF_PRISM names its command)', () => {
  before(function () {
    if (prism === undefined) this.skip();
  });

  it('is found at its route and enforces what the document says', async () => {
    const { status, stdout, stderr } = await ranOn(exportOpenApi(editionOf('2026-11-13')), ...only);
    expect(status, stdout + stderr).to.equal(0);
    expect(stdout)
      .to.match(/keeps no pools/)
      .and.match(/481 InvalidParameter/);
  });

  it('is caught where the document says too little', async () => {
    const text = JSON.stringify(exportOpenApi(editionOf('2026-11-13')));
    const looser = text.replace('"minimum":6,"maximum":99', '"minimum":6,"maximum":100');
    expect(looser).not.to.equal(text);
    const { status, findings, stderr, stdout } = await ranOn(JSON.parse(looser) as JsonObject, ...only);
    expect(status, stdout + stderr).to.equal(1);
    expect(findings).to.include('policies.password-policy.minimum-length.max/accepted-invalid/200');
  });
});
