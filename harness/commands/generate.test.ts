import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { builtProgram } from '../dev/builtProgram.ts';

const main = builtProgram();

function generate(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'generate', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const few = ['--phases', 'boundary', '--only', 'PoolName'] as const;

describe('poolproof generate', () => {
  it('prints a case on each line, with what is expected of it', () => {
    const { status, stdout } = generate(...few);
    const cases = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).to.equal(0);
    expect(new Set(cases.map(({ expectation }) => expectation.kind))).to.include.keys('accepted', 'rejected');
  });

  it('prints those alone of which one thing is expected', () => {
    const { stdout } = generate(...few, '--expectation', 'accepted');
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).expectation.kind);
    expect(new Set(kinds)).to.deep.equal(new Set(['accepted']));
  });

  it('prints the refused ones for Smithy', () => {
    const { shapes } = JSON.parse(generate(...few, '--format', 'smithy').stdout);
    expect(Object.keys(shapes)).to.deep.equal(['com.amazonaws.cognitoidentityprovider#UpdateUserPool']);
  });

  it('knows its formats', () => {
    const { status, stderr } = generate('--format', 'xml');
    expect(status).to.equal(2);
    expect(stderr).to.contain('jsonl, smithy');
  });
});
