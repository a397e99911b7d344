import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import { reporters } from '../../reports/index.ts';
import { freePort } from '../dev/freePort.ts';
import { newMock } from '../dev/recordRun.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { targetConnection } from '../session/targetConnection.ts';
import { fetchRequest } from '../targets/fetchRequest.ts';
import { listen } from '../targets/listen.ts';

const main = join(import.meta.dirname, '../main.cjs');

const secrets = ['Bearer qT7/wXz+Yk9=vR2&"mN4"', 'Zp5-Hj8_Lc3.Df6~Gs1Bv0'];

const encodings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  encodeURIComponent,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(`x${text}`).toString('base64'),
  (text) => Buffer.from(`xy${text}`).toString('base64url'),
];

/** Answers like the mock, and shows the secrets of the request in another way each time: encoded, and cut off at both ends. */
function echoing(): RequestListener {
  const answer = newMock();
  let turn = 0;
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const inner = await answer(fetchRequest(request, Buffer.concat(chunks)));
    turn += 1;
    const echo = echoOf(request.headers, turn);
    const body = JSON.parse((await inner.text()) || '{}') as Record<string, unknown>;
    // A wrong error, so that there are findings whose answers the reports show.
    if (body.__type === 'InvalidParameterException') body.__type = `Wrong${echo}Exception`;
    const message = 'message' in body ? { message: `${body.message} (${echo})` } : {};
    response.writeHead(inner.status, { ...Object.fromEntries(inner.headers), 'x-echo': encodeURI(echo) });
    response.end(JSON.stringify({ ...body, ...message, Debug: { [echo]: [echo] } }));
  };
}

function echoOf({ 'x-api-key': key = '', 'x-other': other = '' }: IncomingHttpHeaders, turn: number): string {
  const secret = String(turn % 2 === 0 ? key : other);
  const length = 8 + (turn % (secret.length - 7));
  const start = turn % (secret.length - length + 1);
  return encodings[turn % encodings.length]?.(secret.slice(start, start + length)) ?? '';
}

/** Answers like the mock, but takes no pool after the second, and says why with the key of the request. */
function refusingPools(): RequestListener {
  const answer = newMock();
  let created = 0;
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const isCreation = String(request.headers['x-amz-target']).endsWith('.CreateUserPool');
    created += isCreation ? 1 : 0;
    const inner = await answer(fetchRequest(request, Buffer.concat(chunks)));
    const message = `No pool for ${request.headers['x-api-key']}`;
    const isRefused = isCreation && created > 2;
    response.writeHead(isRefused ? 400 : inner.status, Object.fromEntries(inner.headers));
    response.end(isRefused ? JSON.stringify({ __type: 'NotAuthorizedException', message }) : await inner.text());
  };
}

describe('configured secrets', () => {
  it('are not in the sentence that says why a run could not be completed', async () => {
    const { url, close } = await listen(refusingPools());
    const args = ['run', '--target', url, '--header', `X-Api-Key: ${secrets[1]}`, '--seed', '1', '--out', '.'];
    const { stdout, stderr, status } = await runCommandLine(args, { cwd: temporaryFolder() });
    await close();
    expect(status, stderr).to.equal(3);
    expect(stderr).to.contain('error[lost-target]').and.contain('No pool for [left out]');
    expect(stdout + stderr).not.to.contain(secrets[1]);
  });

  it('are in no byte of a run, nor is a part of eight characters of them, in any encoding', async () => {
    const cwd = temporaryFolder();
    const { url, close } = await listen(echoing());
    const headers = ['--header', `X-Api-Key: ${secrets[0]}`, '--header', `X-Other: ${secrets[1]}`];
    const reports = Object.keys(reporters).join(',');
    const cases = ['--phases', 'examples,boundary', '--only', 'PoolName', '--seed', '1', '--out', '.'];
    const args = ['run', '--target', url, ...headers, ...cases, '--report', reports];
    const { stdout, stderr, status } = await runCommandLine(args, { cwd });
    await close();
    expect(status, stderr).to.equal(1);
    const entries = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(entries.length).to.be.above(6);
    const files = entries.map(
      ({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')] as const,
    );
    expect(files.some(([, text]) => text.includes('[left out]'))).to.equal(true);
    for (const [name, text] of [...files, ['the output', stdout + stderr] as const]) {
      const folded = text.toLowerCase();
      for (const part of telling()) expect(folded.includes(part), `${part} in ${name}`).to.equal(false);
    }
  });

  it('are in no command of --start that a record, a report or an error quotes', async () => {
    const cwd = temporaryFolder();
    const [secret = ''] = secrets;
    const port = await freePort();
    const target = ['--target', `http://127.0.0.1:${port}`, '--header', `X-Api-Key: ${secret}`];
    const serving = `exec "${process.execPath}" "${main}" serve --port ${port} --mutant state/pool-name.sent/ignored`;
    const cases = ['--phases', 'boundary', '--only', 'PoolName', '--seed', '1', '--out', '.'];
    const reports = ['--report', Object.keys(reporters).join(',')];
    const kept = await runCommandLine(
      ['run', ...target, '--start', `KEY='${secret}' ${serving}`, ...cases, ...reports],
      {
        cwd,
      },
    );
    expect(kept.status, kept.stderr).to.equal(1);
    const ended = `echo '${secret}'; exit 4`;
    const failed = await runCommandLine(['run', ...target, '--start', ended, '--out', 'other'], { cwd });
    expect(failed.status, failed.stderr).to.equal(3);
    expect(failed.stderr).to.contain('ended with status 4').and.contain('[left out]');
    const files = readdirSync(cwd).map((name) => readFileSync(join(cwd, name), 'utf8'));
    for (const text of [...files, kept.stdout, kept.stderr, failed.stderr])
      for (const part of secret.split(/["\s]+/).filter(({ length }) => length > 8)) expect(text).not.to.contain(part);
  });

  it('leave a command of --start as it is where a header only holds a short word of it', () => {
    const settings = { target: 'http://127.0.0.1:1', readyTimeout: 30_000, ca: undefined, insecure: false };
    const { start } = targetConnection({ ...settings, start: 'npx local-node', header: [['X-Kind', 'node']] });
    expect(start).to.equal('npx local-node');
  });
});

/** All pieces of eight characters of the secrets, in all their encodings and in lower case. */
function telling(): readonly string[] {
  const whole = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...['', 'x', 'xy'].map((before) =>
      Buffer.from(before + secret)
        .toString('base64')
        .slice(4, -4),
    ),
    ...['', 'x', 'xy'].map((before) =>
      Buffer.from(before + secret)
        .toString('base64url')
        .slice(4, -4),
    ),
  ]);
  return whole
    .flatMap((form) => Array.from({ length: form.length - 7 }, (_, at) => form.slice(at, at + 8)))
    .map((part) => part.toLowerCase());
}
