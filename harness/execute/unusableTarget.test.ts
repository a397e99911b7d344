import type { RequestListener } from 'node:http';
import { expect } from 'chai';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { listen } from '../targets/listen.ts';

/** What a run says of a server on a free port that answers so; `https` asks it in a way that it does not understand. */
async function saidOf(listener: RequestListener, protocol: 'http' | 'https' = 'http'): Promise<string> {
  const { url, close } = await listen(listener);
  const { status, stderr } = await runCommandLine(['run', '--quiet', '--target', url.replace('http', protocol)]);
  await close();
  expect(status).to.equal(3);
  return stderr;
}

describe('a target that cannot be used', () => {
  it('that redirects is told with where to', async () => {
    const said = await saidOf((request, response) => {
      request.resume();
      response.writeHead(307, { location: 'http://127.0.0.1:9/cognito' }).end();
    });
    expect(said).to.match(/hint: It redirects to "http:\/\/127\.0\.0\.1:9\/cognito", and redirects are not followed/);
  });

  it('that wants a key is told with how to give one', async () => {
    const said = await saidOf((request, response) => {
      request.resume();
      response.writeHead(401).end();
    });
    expect(said).to.match(/HTTP 401.*\n {2}hint: .*--header\.$/m);
  });

  it('is quoted with one full stop, whether its message ends in one or not', async () => {
    const [ended, open] = await Promise.all(
      ['No more pools.', 'No more pools'].map((message) =>
        saidOf((request, response) => {
          request.resume();
          response.writeHead(400).end(JSON.stringify({ __type: 'LimitExceededException', message }));
        }),
      ),
    );
    expect(ended).to.match(
      /LimitExceededException No more pools\. A run of lower concurrency needs fewer pools at once\.\n/,
    );
    expect(open).to.match(
      /LimitExceededException No more pools\. A run of lower concurrency needs fewer pools at once\.\n/,
    );
  });

  it('that does not speak HTTPS is told so, in one line and without the words of OpenSSL', async () => {
    const said = await saidOf((_, response) => response.end(), 'https');
    expect(said).to.match(/: EPROTO: wrong version number\.\n {2}hint: It seems not to speak HTTPS/);
  });
});
