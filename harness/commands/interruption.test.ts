import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { builtProgram } from '../dev/builtProgram.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { readRecord } from '../record/recordFile.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { serve } from '../targets/serve.ts';

const { edition, basis } = contractOf('2026-11-13', 'observed');

/** Tells when it has answered so many operations. */
function counting(service: PoolService, count: number, reached: () => void): PoolService {
  let left = count;
  return {
    ...service,
    handle: (operation, body) => {
      left -= 1;
      if (left === 0) reached();
      return service.handle(operation, body);
    },
  };
}

function poolsOf(service: PoolService): unknown {
  const answer = service.handle('ListUserPools', { MaxResults: 60 });
  return 'ok' in answer ? answer.ok.UserPools : answer;
}

describe('an interrupted run', () => {
  // That it leaves nothing behind, whatever the signal, is tested with all ways of ending.
  it('keeps what ran, ends with 130 and says in its record what ended it', async () => {
    const service = poolService({ edition, basis, region: 'us-east-1' });
    const out = temporaryFolder();
    let interrupt = () => {};
    const server = await serve({ handlers: mockHandlers(counting(service, 200, () => interrupt())), port: 0 });
    const script = builtProgram();
    const args = ['run', '--target', server.url, '--seed', '1', '--out', out, '--quiet', '--report', 'json'];
    const child = spawn(process.execPath, [script, ...args], { stdio: 'ignore' });
    interrupt = () => child.kill('SIGTERM');
    const status = await new Promise((resolve) => child.once('exit', resolve)).finally(server.close);
    expect(status).to.equal(130);
    expect(poolsOf(service)).to.deep.equal([]);
    const { footer, cases } = readRecord(join(out, 'record.jsonl'));
    expect(footer.interrupted).to.equal('SIGTERM');
    expect([...cases]).to.have.length.within(20, 400);
  });
});

describe('a run that is killed', () => {
  it('leaves a record that is read to its last line, with its faults', async () => {
    const service = poolService({ edition, basis, region: 'us-east-1' });
    const out = temporaryFolder();
    let kill = () => {};
    const wrong: PoolService = {
      ...service,
      handle: (operation, body) => (operation === 'UpdateUserPool' ? { ok: {} } : service.handle(operation, body)),
    };
    const server = await serve({ handlers: mockHandlers(counting(wrong, 300, () => kill())), port: 0 });
    const script = builtProgram();
    const args = ['run', '--target', server.url, '--seed', '1', '--out', out, '--quiet', '--concurrency', '1'];
    const child = spawn(process.execPath, [script, ...args], { stdio: 'ignore' });
    kill = () => child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve)).finally(server.close);
    const { footer, cases, findings } = readRecord(join(out, 'record.jsonl'));
    expect(findings.map(({ kind }) => kind)).to.include('accepted-invalid');
    expect(footer).to.include({ cutOff: true, cases: [...cases].length });
    // Two or three requests a case, and what was under way when it ended.
    expect(footer.cases).to.be.above(60);
    const finished = await runCommandLine(['report', join(out, 'record.jsonl'), '--report', 'terminal']);
    expect(finished.stdout).to.match(/the\s+run\s+was\s+killed\s+before\s+its\s+end/);
  });
});
