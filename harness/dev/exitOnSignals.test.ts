import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect } from 'chai';
import { freePort } from './freePort.ts';

const here = import.meta.dirname;

/** A program that starts another one, which is connected to a port for as long as it lives. */
function startPair(port: number) {
  const inner = `require('node:net').connect(${port}, '127.0.0.1')`;
  const outer = `
    const { runProgram } = await import('${here}/../board/runProgram.ts');
    const { exitOnSignals } = await import('${here}/exitOnSignals.ts');
    exitOnSignals();
    await runProgram(process.execPath, ['-e', ${JSON.stringify(inner)}]);`;
  return spawn(process.execPath, ['--input-type=module', '-e', outer], { stdio: 'ignore' });
}

describe('a board that is ended by a signal', () => {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    it(`ends what it has started: ${signal}`, async () => {
      const port = await freePort();
      const server = createServer().listen(port, '127.0.0.1');
      const program = startPair(port);
      const [socket]: readonly [Socket] = (await once(server, 'connection')) as [Socket];
      socket.on('error', () => {});
      const closed = once(socket.resume(), 'close');
      program.kill(signal);
      const [code] = await once(program, 'exit');
      await closed;
      server.close();
      expect(code).to.equal(status);
    });
  }
});
