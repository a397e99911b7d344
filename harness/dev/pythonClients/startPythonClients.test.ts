import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type PythonClients, startPythonClients } from './startPythonClients.ts';

describe("Python's clients that are imported once", () => {
  let clients: PythonClients;
  const folder = realpathSync(temporaryFolder());

  before(async function () {
    clients = await startPythonClients();
    // Without them everything runs as it always does.
    if (clients.env.PATH === process.env.PATH) this.skip();
  });
  after(() => clients.close());

  function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const options = { cwd: folder, input: 'given\n', encoding: 'utf8', env: { ...clients.env, ...env } } as const;
    const { status, stdout, stderr } = spawnSync(program, args, options);
    return { status, stdout, stderr };
  }

  function runPython(lines: readonly string[], args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const file = join(folder, 'script.py');
    writeFileSync(file, lines.join('\n'));
    return run('python3', [file, ...args], env);
  }

  it('have arguments, folder, environment and standard streams of the one who starts them', () => {
    const lines = ['import os, sys', 'print(sys.argv[1:], os.getcwd(), os.environ["MINE"], input())'];
    const said = runPython([...lines, 'sys.stderr.write("wrong")'], ["a b'", ''], { MINE: 'ü' });
    expect(said).to.deep.equal({ status: 0, stdout: `["a b'", ''] ${folder} ü given\n`, stderr: 'wrong' });
  });

  it('end with the status of the script, and a trace of what it does not catch', () => {
    expect(runPython(['import sys', 'sys.exit(7)'], []).status).to.equal(7);
    expect(runPython(['import sys', 'sys.exit("why")'], [])).to.include({ status: 1, stderr: 'why\n' });
    const { status, stderr } = runPython(['nothing()'], []);
    expect(status).to.equal(1);
    expect(stderr).to.match(/NameError: name 'nothing' is not defined\n$/);
    expect(runPython(['import os', 'os.abort()'], []).status).not.to.equal(0);
  });

  it('find modules beside the script, and nothing of another script', () => {
    mkdirSync(join(folder, 'beside'), { recursive: true });
    writeFileSync(join(folder, 'beside', '__init__.py'), 'import boto3\nboto3.mark = getattr(boto3, "mark", 0) + 1\n');
    const lines = ['import boto3, beside', 'print(boto3.mark)'];
    expect(runPython(lines, []).stdout).to.equal('1\n');
    expect(runPython(lines, []).stdout).to.equal('1\n');
  });

  it('answer as the AWS CLI on the path does', () => {
    const plain = { PATH: process.env.PATH };
    expect(run('aws', ['--version'])).to.deep.equal(run('aws', ['--version'], plain));
    const wrong = ['cognito-idp', 'update-user-pool', '--user-pool-id', 'us-east-1_a', '--no-such-option'];
    expect(run('aws', wrong).status).to.be.above(200);
    expect(run('aws', wrong)).to.deep.equal(run('aws', wrong, plain));
  });

  it('leave other uses of python3 to itself', () => {
    expect(run('python3', ['-c', 'print(1)'])).to.include({ status: 0, stdout: '1\n' });
  });
});
