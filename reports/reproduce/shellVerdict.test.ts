import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../../harness/dev/temporaryFolder.ts';
import { shellPoolCondition } from './shellVerdict.ts';

describe('a shell script about a pool that cannot be read', () => {
  /** Whether the script says "shown" of a pool whose lines are these. */
  function isShown(lines: readonly string[], status = 200): boolean {
    const work = temporaryFolder();
    writeFileSync(join(work, 'after'), lines.map((line) => `${line}\n`).join(''));
    const condition = shellPoolCondition({ kind: 'unreadable', pool: 1 });
    const script = `work='${work}' read_status=${status}; ${condition}`;
    return spawnSync('bash', ['-c', script]).status === 0;
  }

  const readable = [
    'Id = "us-east-1_A"',
    'Name = "a = b"',
    'LambdaConfig = {}',
    'UsernameAttributes = []',
    'EstimatedNumberOfUsers = 0',
    'CreationDate = 1.7957e+09',
    'AdminCreateUserConfig.AllowAdminCreateUserOnly = false',
    'Domain = null',
  ];

  it('shows it by the status of the answer, and by a body that is no JSON', () => {
    expect(isShown(readable)).to.equal(false);
    expect(isShown(readable, 500)).to.equal(true);
    for (const line of [
      'AccountRecoverySetting = NaN',
      'MfaConfiguration = Infinity',
      ' = <html>',
      ' = ',
      'Name = None',
    ])
      expect(isShown([...readable, line]), line).to.equal(true);
    for (const line of [' = null', ' = {}', 'UserPool = null', 'Pool.Id = "us-east-1_A"'])
      expect(isShown([line]), line).to.equal(true);
  });
});
