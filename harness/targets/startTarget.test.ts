import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { freePort } from '../dev/freePort.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { UserError } from '../userError.ts';
import { startTarget } from './startTarget.ts';

/** A command whose server is a child of the shell, as with `npx`; it writes its process id. */
function commandFor(port: number): { readonly command: string; readonly pid: () => number } {
  const folder = temporaryFolder();
  const script = join(folder, 'server.mjs');
  const file = join(folder, 'pid');
  writeFileSync(
    script,
    `import { createServer } from 'node:http';
     import { writeFileSync } from 'node:fs';
     writeFileSync(${JSON.stringify(file)}, String(process.pid));
     createServer((_, response) => response.writeHead(404).end()).listen(${port}, '127.0.0.1');`,
  );
  return {
    command: `echo starting; "${process.execPath}" "${script}" & wait`,
    pid: () => Number(readFileSync(file, 'utf8')),
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function mistake(promise: Promise<unknown>): Promise<UserError> {
  return promise.then(
    () => {
      throw new Error('It was started.');
    },
    (error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    },
  );
}

describe('startTarget', () => {
  it('waits until the target answers, keeps its output, and stops all that the shell started', async () => {
    const port = await freePort();
    const { command, pid } = commandFor(port);
    const target = await startTarget({ command, endpoint: `http://127.0.0.1:${port}`, readyTimeout: 600_000 });
    expect(isAlive(pid())).to.equal(true);
    expect(target.output()).to.equal('starting\n');
    await target.stop();
    expect(isAlive(pid())).to.equal(false);
  });

  it('shows the end of the output of a command that dies', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const error = await mistake(
      startTarget({ command: 'echo one; echo no port >&2; exit 7', endpoint, readyTimeout: 600_000 }),
    );
    expect(error.code).to.equal('target-not-started');
    expect(error.message)
      .to.match(/ended with status 7/)
      .and.match(/no port/);
  });

  it('waits for the end of a process that stopped answering a little earlier, and not for one that answers', async () => {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const program = `const server = require('node:http').createServer((request, response) => {
      response.end();
      if (request.url === '/end') server.close(() => { console.log('last words'); process.exit(5); });
    }).listen(${port}, '127.0.0.1');`;
    const command = `exec "${process.execPath}" -e "${program.replaceAll('\n', ' ')}"`;
    const target = await startTarget({ command, endpoint, readyTimeout: 600_000 });
    await target.settled();
    expect(target.ended()).to.equal(null);
    await fetch(`${endpoint}/end`, { headers: { connection: 'close' } });
    await target.settled();
    expect(target.ended()).to.equal('ended with status 5');
    expect(target.output()).to.equal('last words\n');
  });

  it('gives up on a command that never answers, and stops it', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const command = 'echo $$; exec sleep 600';
    const error = await mistake(startTarget({ command, endpoint, readyTimeout: 1500 }));
    expect(error.message).to.match(/did not answer at .* within 1500 ms/);
    const [pid] = /\d+$/m.exec(error.message) ?? [];
    expect(isAlive(Number(pid))).to.equal(false);
  });

  it('starts nothing where something answers already', async () => {
    const port = await freePort();
    const settings = { ...commandFor(port), endpoint: `http://127.0.0.1:${port}`, readyTimeout: 600_000 };
    const target = await startTarget(settings);
    const error = await mistake(startTarget(settings)).finally(() => target.stop());
    expect(error.code).to.equal('address-in-use');
  });
});
