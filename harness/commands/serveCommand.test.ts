import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { builtProgram } from '../dev/builtProgram.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';

const main = builtProgram();

/** Starts `poolproof serve` on a free port and waits for its ready line. */
async function served(flags: readonly string[], cwd: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...flags], { cwd });
  const line: unknown = (await once(createInterface(child.stdout), 'line'))[0];
  return { url: /^Listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(String(line))?.[1] ?? String(line), child };
}

function call(url: string, operation: string, body: object): Promise<Response> {
  const headers = { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('poolproof serve', () => {
  const cwd = temporaryFolder();

  function file(content: unknown): string {
    const path = join(cwd, 'pools.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  }

  it('prints a ready line with its port on standard output, answers the health path, and has the pools of a file', async () => {
    const pools = file([{ Id: 'us-east-1_Mine00001', PoolName: 'mine' }, { PoolName: 'other' }]);
    const { url, child } = await served(['--pools', pools], cwd);
    try {
      const health = await fetch(`${url}/health`);
      expect([health.status, await health.json()]).to.deep.equal([200, { status: 'ok' }]);
      const described = await call(url, 'DescribeUserPool', { UserPoolId: 'us-east-1_Mine00001' });
      expect(await described.json()).to.have.nested.property('UserPool.Name', 'mine');
      const listed = await call(url, 'ListUserPools', { MaxResults: 10 });
      expect(await listed.json())
        .to.have.property('UserPools')
        .with.lengthOf(2);
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });

  it('refuses pools that cannot be, all at once', () => {
    const pools = file([{ PoolName: '' }, { PoolNme: 'a' }, { PoolName: 'a' }]);
    const { status, stderr } = spawnSync(process.execPath, [main, 'serve', '--pools', pools], {
      cwd,
      encoding: 'utf8',
    });
    expect(status).to.equal(2);
    expect(stderr)
      .to.match(/Pool 1 of .* is refused with InvalidParameterException/)
      .and.match(/Pool 2 .*Did you mean "PoolName"/);
    const missing = spawnSync(process.execPath, [main, 'serve', '--pools', 'none.json'], { cwd, encoding: 'utf8' });
    expect(missing.stderr).to.match(/error\[wrong-pools\].*cannot be read/);
  });

  it('has every mutant listed by "mutants --list"', () => {
    const args = [main, 'mutants', '--list', '--only', 'constraint/PoolName', '--json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
    const [first] = JSON.parse(stdout);
    expect(first).to.have.keys('id', 'group', 'clause', 'says');
    const text = spawnSync(process.execPath, args.slice(0, -1), { cwd, encoding: 'utf8' }).stdout;
    expect(text).to.match(/^constraint\/PoolName\/max\/dropped\n {8}\S/m);
  });
});
