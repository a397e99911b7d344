import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FinishedCommand } from '../dev/finishedCommand.ts';
import { runOwnProcess } from '../dev/runOwnProcess.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

/** A module with the handlers of the mock, and one before them that does something else at an update. */
function moduleWith(atUpdate: string): string {
  return `
    import { getResponse, http } from '${import.meta.resolve('msw')}';
    import { cognitoHandlers } from '${import.meta.resolve('../targets/msw/index.ts')}';
    let updates = 0;
    const isUpdate = (request) => request.headers.get('x-amz-target').endsWith('.UpdateUserPool');
    export const handlers = [
      http.post('*', async ({ request }) => {
        if (isUpdate(request) && ++updates > 5) { ${atUpdate} }
      }),
      ...cognitoHandlers(),
    ];
    // The first request takes longest, and a busy machine has more time to load a module than to answer.
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' };
    await getResponse(handlers, new Request('http://127.0.0.1/', { method: 'POST', headers, body: '{"MaxResults":1}' }));`;
}

/** Stops the thread as an endless loop does, and leaves the processor to others. */
const blocking = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';

interface Fault {
  readonly name: string;
  readonly source: string;
  readonly says: RegExp;
}

/** All of them end a run with status 3 and this sentence. */
const faults: readonly Fault[] = [
  {
    name: 'never answer',
    source: moduleWith('await new Promise(() => {});'),
    says: /UpdateUserPool was not answered 10 times in a row: no answer within 1000 ms/,
  },
  {
    name: 'block for ever',
    source: moduleWith(blocking),
    says: /could not be completed: .*no answer within 1000 ms/,
  },
  {
    name: 'throw after their answer',
    source: moduleWith("setImmediate(() => { throw new TypeError('too late'); });"),
    says: /The target is gone: the msw handlers threw outside of an answer: too late\./,
  },
  {
    name: 'leave a rejection to nobody',
    source: moduleWith("void Promise.reject(new Error('nobody cares'));"),
    says: /the msw handlers threw outside of an answer: nobody cares/,
  },
  {
    name: 'exit with status 0',
    source: moduleWith('process.exit(0);'),
    says: /the msw handlers ended their process \(exit status 0\)/,
  },
  {
    name: 'abort the process',
    source: moduleWith("process.kill(process.pid, 'SIGKILL');"),
    says: /the msw handlers ended their process \(SIGKILL\)/,
  },
];

/** Modules that do not come as far as to be asked. */
const unfit: readonly (Fault & { readonly status: number })[] = [
  {
    name: 'exits while it is loaded',
    source: 'process.exit(0);',
    says: /ended their process.*while it was loaded/,
    status: 2,
  },
  {
    name: 'is never loaded',
    source: 'await new Promise(() => setInterval(() => {}, 1000));',
    says: /was not loaded within 300 ms/,
    status: 3,
  },
  { name: 'blocks while it is loaded', source: blocking, says: /was not loaded within 300 ms/, status: 3 },
];

describe('msw handlers as a target', () => {
  async function runOn(
    source: string,
    ...more: readonly string[]
  ): Promise<FinishedCommand & { readonly cwd: string }> {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'handlers.mjs'), source);
    const small = ['--phases', 'boundary', '--only', 'PoolName', '--quiet', '--out', '.', '--seed', '1'];
    const args = ['run', '--target', 'msw:./handlers.mjs', ...small, ...more];
    return { ...(await runOwnProcess(args, { cwd })), cwd };
  }

  it('that are right end in a green gate, and their output is none of the results', async () => {
    const { status, stdout, stderr } = await runOn(moduleWith("console.log('seen by a handler');"));
    expect(status, stdout + stderr).to.equal(0);
    expect(stderr).to.include('seen by a handler');
    expect(stdout).not.to.include('seen by a handler');
  });

  for (const { name, source, says } of faults) {
    it(`that ${name} end the run with a sentence and status 3`, async () => {
      const { status, stdout, stderr, cwd } = await runOn(
        source,
        ...['--timeout', '1000', '--report', 'terminal,json'],
      );
      expect(status, stdout + stderr).to.equal(3);
      expect(stderr)
        .to.match(says)
        .and.not.match(/\n\s+at .+:\d+/);
      const { gate } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as { gate: { passed: boolean } };
      expect(gate.passed).to.equal(false);
    });
  }

  for (const { name, source, says, status } of unfit) {
    it(`whose module ${name} are refused`, async () => {
      const finished = await runOn(source, '--ready-timeout', status === 3 ? '300' : '60000');
      expect(finished.status).to.equal(status);
      expect(finished.stderr)
        .to.match(says)
        .and.match(/hint: /)
        .and.not.match(/\n\s+at /);
    });
  }
});
