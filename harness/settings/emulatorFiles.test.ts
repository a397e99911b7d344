import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createCertificate } from '../dev/createCertificate.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { type StrictService, startStrictService, strictCaller } from '../dev/startStrictService.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

const small = ['--phases', 'boundary', '--only', 'PoolName', '--quiet', '--region', 'eu-central-1'];

/** A home folder with what the emulator leaves for the port of a service. */
function homeFor({ url }: StrictService, files: Readonly<Record<string, string>>): string {
  const home = temporaryFolder();
  const folder = join(home, '.aws', 'emulator', new URL(url).port);
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return home;
}

const key = `[default]
aws_access_key_id = ${strictCaller.accessKeyId}
aws_secret_access_key=${strictCaller.secretAccessKey}
aws_session_token = ${strictCaller.sessionToken}
`;
const config = '[default]\nregion = eu-central-1\nendpoint_url = https://127.0.0.1:9297\n';

describe("AWS's own emulator", () => {
  let tls = { key: '', cert: '' };

  before(function () {
    const made = createCertificate();
    if (made === undefined) this.skip();
    else tls = made;
  });

  it('is reached with the key and the certificate that it has left, and neither is recorded', async () => {
    const service = await startStrictService({ tls });
    const home = homeFor(service, {
      emulator_credentials: key,
      config,
      'ca.pem': tls.cert,
      'truststore.p12': '\u0000',
    });
    const cwd = temporaryFolder();
    const finished = await runCommandLine(['run', '--target', service.url, ...small], { cwd, env: { HOME: home } });
    await service.close();
    expect(finished.status, finished.stdout + finished.stderr).to.equal(0);
    expect(service.calls.length).to.be.above(20);
    expect(service.calls.filter(({ refused }) => refused !== null)).to.deep.equal([]);
    const written = readdirSync(join(cwd, 'poolproof-report')).map((name) =>
      readFileSync(join(cwd, 'poolproof-report', name), 'latin1'),
    );
    for (const secret of [strictCaller.accessKeyId, strictCaller.secretAccessKey, strictCaller.sessionToken])
      expect(written.some((text) => text.includes(secret))).to.equal(false);
  });

  it('is missed by the folder that it would leave', async () => {
    const home = temporaryFolder();
    const { status, stderr } = await runCommandLine(['run', '--target', 'aws-emulator', ...small], {
      env: { HOME: home },
    });
    expect(status).to.equal(3);
    expect(stderr)
      .to.match(/error\[no-emulator\].*\.aws\/emulator\/9297, which does not exist/)
      .and.match(/--insecure/);
  });

  it('is asked for its certificate where it has left none', async () => {
    const service = await startStrictService({ tls });
    const home = homeFor(service, { config });
    const { status, stderr } = await runCommandLine(['run', '--target', service.url, ...small], {
      env: { HOME: home },
    });
    await service.close();
    expect(status).to.equal(3);
    expect(stderr).to.match(/error\[no-emulator\].*contains no certificate/);
    expect(service.calls).to.deep.equal([]);
  });
});
