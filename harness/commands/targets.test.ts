import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { newestEdition } from '../../specs/editions/index.ts';
import { builtProgram } from '../dev/builtProgram.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { readRecord } from '../record/recordFile.ts';
import { stubServers } from '../stubServers/stubServers.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';

const small = ['--phases', 'boundary', '--only', 'PoolName', '--quiet'];

async function listening(server: Server): Promise<{ readonly port: number; readonly close: () => Promise<unknown> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** The mock as a request listener, behind whatever a test wants to check first. */
function mockListener(
  seen: (url: string, headers: NodeJS.Dict<string | string[]>) => void = () => {},
): RequestListener {
  const answer = fetchFrom(
    mockHandlers(poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' })),
  );
  return async (request, response) => {
    seen(request.url ?? '', request.headers);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = ['content-type', 'x-amz-target'].map(
      (name) => [name, String(request.headers[name])] as [string, string],
    );
    const inner = await answer(
      new Request('http://127.0.0.1/', { method: 'POST', headers, body: Buffer.concat(chunks).toString() }),
    );
    response.writeHead(inner.status, Object.fromEntries(inner.headers)).end(await inner.text());
  };
}

/** Behaves like a server generated from the OpenAPI form: a path for each operation, examples for answers, no memory. */
const openApiServer: RequestListener = (request, response) => {
  request.resume();
  const operation = /^\/%23X-Amz-Target=AWSCognitoIdentityProviderService\.(\w+)$/.exec(request.url ?? '')?.[1];
  const answer = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (operation === undefined) return answer(404, { title: 'Route not resolved, no path matched' });
  if (request.headers['content-type'] !== 'application/json') return answer(415, { title: 'Invalid content type' });
  return answer(200, /CreateUserPool|DescribeUserPool/.test(operation) ? { UserPool: { Id: 'string' } } : {});
};

describe('a target', () => {
  it('may lie below a path, and gets every header that it is to get', async () => {
    const seen = new Set<string>();
    const { port, close } = await listening(
      createServer(mockListener((url, headers) => seen.add(`${url} ${headers['x-api-key']} ${headers['x-other']}`))),
    );
    const target = `http://127.0.0.1:${port}/some/path`;
    const headers = ['--header', 'X-Api-Key: abc', '--header', 'X-Other: d, e: f'];
    const { status, stdout } = await runCommandLine(['run', '--target', target, ...headers, ...small]);
    await close();
    expect(status, stdout).to.equal(0);
    expect([...seen]).to.deep.equal(['/some/path/ abc d, e: f']);
  });

  it('is believed over HTTPS by --ca or --insecure alone', async function () {
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
    try {
      execFileSync(
        'openssl',
        ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject],
        {
          stdio: 'ignore',
        },
      );
    } catch {
      this.skip();
    }
    const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, mockListener());
    const { port, close } = await listening(server);
    const run = ['run', '--target', `https://127.0.0.1:${port}`, ...small];
    const doubted = await runCommandLine(run);
    const known = await runCommandLine([...run, '--ca', cert]);
    const anyway = await runCommandLine([...run, '--insecure']);
    const missing = await runCommandLine([...run, '--ca', join(folder, 'none.pem')]);
    await close();
    expect(doubted.status).to.equal(3);
    expect(doubted.stderr).to.match(/error\[unreachable-target\].*certificate/);
    expect([known.status, anyway.status]).to.deep.equal([0, 0]);
    expect(missing.status).to.equal(2);
    expect(missing.stderr).to.match(/error\[wrong-ca\]/);
  });

  it('that is generated from an OpenAPI document is found at its routes and judged by its answers alone', async () => {
    const { port, close } = await listening(createServer(openApiServer));
    const cwd = temporaryFolder();
    const { status, stdout } = await runCommandLine(['run', '--target', `http://127.0.0.1:${port}`, ...small], { cwd });
    await close();
    const { probe, findings } = readRecord(join(cwd, 'poolproof-report', 'record.jsonl'));
    expect(probe).to.include({ pools: 'none', route: 'openapi' });
    expect(stdout).to.match(/keeps no pools/);
    expect(status).to.equal(1);
    expect(findings.map(({ id }) => id)).to.include('pool-name.max/accepted-invalid/200');
    expect(findings.filter(({ kind }) => kind === 'wrong-state' || kind === 'leaked-state')).to.deep.equal([]);
  });

  it('that speaks the numbers 480 to 490 is told as such', async () => {
    const target = await stubServers.speaksOpenApi.start();
    const cwd = temporaryFolder();
    const { status } = await runCommandLine(['run', '--target', target.url, ...small], { cwd });
    await target.close();
    const { probe } = readRecord(join(cwd, 'poolproof-report', 'record.jsonl'));
    expect(probe).to.deep.equal({ line: 'probe', dialect: 'openapi', pools: 'kept', missing: [] });
    expect(status).to.equal(0);
  });

  it('is spared beyond a budget, and what was not sent is skipped', async () => {
    let requests = 0;
    const { port, close } = await listening(createServer(mockListener(() => (requests += 1))));
    const cwd = temporaryFolder();
    const run = ['run', '--target', `http://127.0.0.1:${port}`, ...small, '--max-requests', '24'];
    const { status, stdout, stderr } = await runCommandLine(run, { cwd });
    await close();
    const { cases, footer } = readRecord(join(cwd, 'poolproof-report', 'record.jsonl'));
    const skipped = [...cases].filter(({ verdict }) => verdict.kind === 'skipped');
    expect(requests).to.be.at.most(24);
    expect(footer.requests).to.equal(requests);
    expect(skipped.length).to.be.above(3);
    expect(stdout + stderr).to.match(/budget of 24 requests is spent/);
    expect(status).to.equal(0);
  });

  it('is started and stopped with the run', async () => {
    const { port, close } = await listening(createServer());
    await close();
    const main = builtProgram();
    const start = `"${process.execPath}" "${main}" serve --port ${port}`;
    const { status, stdout, stderr } = await runCommandLine([
      'run',
      '--target',
      `http://127.0.0.1:${port}`,
      '--start',
      start,
      ...small,
    ]);
    expect(status, stdout + stderr).to.equal(0);
    const gone = await fetch(`http://127.0.0.1:${port}`).catch((error: unknown) => error);
    expect(gone).to.be.an.instanceOf(TypeError);
  });

  it('has a port where it has a colon for one', async () => {
    for (const target of ['http://127.0.0.1:', 'http://localhost:/path', 'https://[::1]:']) {
      const { status, stderr } = await runCommandLine(['run', '--target', target, '--dry-run', ...small]);
      expect(status, target).to.equal(2);
      expect(stderr.replace(/\s+/g, ' ')).to.contain(`--target has no port behind its last colon: "${target}"`);
    }
    const { status } = await runCommandLine(['run', '--target', 'http://[::1]', '--dry-run', ...small]);
    expect(status).to.equal(0);
  });

  it('may have a name in place of a URL, and a URL no secret', async () => {
    const { stdout } = await runCommandLine(['run', '--target', 'moto', '--dry-run', ...small]);
    expect(stdout).to.match(/target {4}http:\/\/127\.0\.0\.1:5000/);
    const cwd = temporaryFolder();
    const { status, stderr } = await runCommandLine(['run', '--target', 'http://user:password@127.0.0.1:9'], { cwd });
    expect(status).to.equal(2);
    expect(stderr)
      .to.match(/--target may not hold a user, a password/)
      .and.not.match(/user:password/);
    expect(existsSync(join(cwd, 'poolproof-report'))).to.equal(false);
  });
});
