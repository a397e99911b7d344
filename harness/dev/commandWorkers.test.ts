import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommandLine } from './runCommandLine.ts';
import { runOwnProcess } from './runOwnProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

describe('a command in a process that has run others', () => {
  const place = { cwd: temporaryFolder(), env: { POOLPROOF_SEED: '4', POOLPROOF_ONLY: 'PoolName' } };
  writeFileSync(join(place.cwd, 'poolproof.config.json'), '{ "phases": "boundary,nonsense" }');
  const commands: readonly (readonly string[])[] = [
    ['--help'],
    ['contract', 'list'],
    ['contract', 'diff', '2022-05-24', '2026-11-13'],
    ['run', '--dry-run', '--target', 'http://127.0.0.1:1', '--phases', 'boundary'],
    ['generate', '--cases', '3', '--phases', 'fuzz'],
    // A few of what can go wrong.
    ['run', '--sed', '1'],
    ['rnu'],
    ['run'],
    ['report', 'none.jsonl'],
  ];

  it('says and ends as in a process of its own', async () => {
    for (const args of commands) {
      const own = await runOwnProcess(args, place);
      expect(await runCommandLine(args, place), args.join(' ')).to.deep.equal(own);
    }
  });

  it('sees nothing of the settings of those', async () => {
    const [lists, wanted] = [['generate', '--phases', 'boundary'], { only: 'PoolName', seed: '4' }];
    const given = ['--only', wanted.only, '--seed', wanted.seed];
    const withVariables = await runCommandLine(lists, { env: place.env });
    expect(withVariables).to.include({ status: 0, stderr: '' });
    expect(await runCommandLine([...lists, ...given])).to.deep.equal(withVariables);
    const without = await runCommandLine([...lists, '--seed', wanted.seed]);
    expect(without.stdout.length).to.be.above(withVariables.stdout.length * 2);
  });
});
