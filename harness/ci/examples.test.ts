import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { parse, parseAllDocuments } from 'yaml';
import { newestEdition } from '../../specs/editions/index.ts';
import { builtProgram } from '../dev/builtProgram.ts';
import { type FinishedCommand, finishedCommand } from '../dev/finishedCommand.ts';
import { startEmulator } from '../dev/startEmulator.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { emptyBaseline } from '../gate/baseline.ts';
import { readBaseline, writeBaseline } from '../gate/baselineFile.ts';
import { readRecord } from '../record/recordFile.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { type Served, serve } from '../targets/serve.ts';

const root = join(import.meta.dirname, '..', '..');

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Container {
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
}

const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

describe('the examples for build servers', () => {
  let target: Served | undefined;
  const bin = temporaryFolder();

  before(async () => {
    target = await serve({
      handlers: mockHandlers(poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' })),
      port: 0,
    });
    // The published program is this checkout.
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${builtProgram()}" "$@"\n`);
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\n[ "$*" = "install --no-save @poolproof/cli" ]\n');
    for (const name of ['npx', 'npm']) chmodSync(join(bin, name), 0o755);
  });
  after(() => target?.close());

  /** An example with the address of a real target, and few cases. */
  function example(name: string, url = target?.url ?? ''): string {
    const content = readFileSync(join(import.meta.dirname, name), 'utf8');
    return content.replaceAll(/http:\/\/[\w.]+:9229/g, url).replaceAll(/--cases \d+/g, '--cases 5');
  }

  function folder({ hasBaseline = true } = {}): string {
    const cwd = temporaryFolder();
    if (hasBaseline) writeBaseline(join(cwd, 'baseline.json'), emptyBaseline);
    mkdirSync(join(cwd, 'shards'));
    return cwd;
  }

  function shell(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<FinishedCommand> {
    const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
    const settings = {
      CI: 'true',
      POOLPROOF_ONLY: 'UserPoolId',
      POOLPROOF_PHASES: 'examples,boundary,errors',
      POOLPROOF_QUIET: 'true',
    };
    const options = { cwd, env: { ...process.env, ...settings, ...env, PATH: path } };
    return finishedCommand(spawn('bash', ['-e', '-o', 'pipefail', '-c', script], options));
  }

  async function expectFine(finished: Promise<FinishedCommand>): Promise<void> {
    const { status, stdout, stderr } = await finished;
    expect(status, stdout + stderr).to.equal(0);
  }

  /** The steps that a runner would do: the only condition that the examples have is that a file is missing. */
  function isDue({ if: condition }: Step, cwd: string): boolean {
    const file = /^hashFiles\('([^']+)'\) == ''$/.exec(condition ?? '')?.[1];
    return file === undefined || !existsSync(join(cwd, file));
  }

  /** Does the steps of a job that use the action, as a runner would, with the action's own script, up to the first that fails. */
  async function finishSteps(
    steps: readonly Step[],
    cwd: string,
    {
      matrix = {},
      env: more = {},
    }: {
      readonly matrix?: Readonly<Record<string, string>>;
      readonly env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<FinishedCommand> {
    const filled = (template: string, inputs: Readonly<Record<string, unknown>>) =>
      template.replaceAll(/\$\{\{ (\w+)\.(\w+) \}\}/g, (_, scope: string, name: string) =>
        String(scope === 'inputs' ? inputs[name] : scope === 'matrix' ? matrix[name] : 7),
      );
    const script = action.runs.steps.find(({ run }) => run?.includes('main.cjs'));
    let finished: FinishedCommand = { status: 0, stdout: '', stderr: '' };
    for (const step of steps) {
      const { uses, with: given } = step;
      if (uses?.includes('/poolproof@') !== true || !isDue(step, cwd) || finished.status !== 0) continue;
      expect(action.inputs).to.include.keys(...Object.keys(given ?? {}));
      const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default] as const);
      const said = Object.entries(given ?? {}).map(([name, value]) => [name, filled(String(value), {})] as const);
      const inputs = Object.fromEntries([...defaults, ...said]);
      const env = Object.entries(script?.env ?? {}).map(
        ([name, template]) => [name, filled(template, inputs)] as const,
      );
      const places = { GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: root, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
      finished = await shell(script?.run ?? '', cwd, { ...Object.fromEntries(env), ...places, ...more });
    }
    return finished;
  }

  async function runAction(steps: readonly Step[], cwd: string, matrix: Readonly<Record<string, string>> = {}) {
    await expectFine(finishSteps(steps, cwd, { matrix }));
  }

  it('work on GitHub for a pull request, with a job summary', async () => {
    const cwd = folder();
    await runAction(parse(example('github-pull-request.yml')).jobs.poolproof.steps, cwd);
    expect(readRecord(join(cwd, 'poolproof-report', 'record.jsonl')).gate?.baseline).to.equal('baseline.json');
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).to.include('2026-11-13');
  });

  it('work on GitHub with a real emulator from the first run on, and fail on a new fault', async () => {
    const emulator = await startEmulator();
    const faulty = await faultyProxy(emulator.url);
    try {
      const cwd = folder({ hasBaseline: false });
      const env = { POOLPROOF_ONLY: 'Policies.PasswordPolicy', POOLPROOF_PHASES: 'examples,boundary,fuzz' };
      const stepsFor = (url: string) => parse(example('github-pull-request.yml', url)).jobs.poolproof.steps;
      const first = await finishSteps(stepsFor(emulator.url), cwd, { env });
      expect(first.status, first.stderr).to.equal(0);
      const { findings } = readBaseline(join(cwd, 'baseline.json')) ?? emptyBaseline;
      expect(findings.length).to.be.above(5);
      const second = await finishSteps(stepsFor(emulator.url), cwd, { env });
      expect(second.status, second.stderr).to.equal(0);
      const third = await finishSteps(stepsFor(faulty.url), cwd, { env });
      expect(third.status, third.stderr).to.equal(1);
      expect(third.stderr).to.match(/^::error title=/m);
      const { gate } = readRecord(join(cwd, 'poolproof-report', 'record.jsonl'));
      expect(gate?.new.join(' ')).to.match(/policies\.password-policy\.\S*\/rejected-valid\//);
      expect(readBaseline(join(cwd, 'baseline.json'))?.findings).to.deep.equal(findings);
    } finally {
      await faulty.close();
      await emulator.close();
    }
  });

  it('work on GitHub every night, in shards that become one record', async () => {
    const cwd = folder();
    const { shard, whole } = parse(example('github-nightly.yml')).jobs;
    for (const index of shard.strategy.matrix.shard) await runAction(shard.steps, cwd, { shard: String(index) });
    await runAction(whole.steps, cwd);
    expect(readRecord(join(cwd, 'poolproof-report', 'record.jsonl')).header).to.include({ shard: null, seed: 7 });
    expect(existsSync(join(cwd, 'poolproof-report', 'report.html'))).to.equal(true);
  });

  it('work on GitLab', async () => {
    const cwd = folder();
    const { conformance, gate, variables, default: shared } = parse(example('gitlab.yml'));
    for (let index = 1; index <= conformance.parallel; index += 1) {
      const env = {
        ...variables,
        CI_PIPELINE_IID: '7',
        CI_NODE_INDEX: String(index),
        CI_NODE_TOTAL: String(conformance.parallel),
      };
      await expectFine(shell([...shared.before_script, ...conformance.script].join('\n'), cwd, env));
    }
    await expectFine(shell([...shared.before_script, ...gate.script, ...gate.after_script].join('\n'), cwd, variables));
    expect(existsSync(join(cwd, gate.artifacts.reports.junit))).to.equal(true);
  });

  it('work on Kubernetes as an Indexed Job', async () => {
    const cwd = folder();
    const [job, gate] = parseAllDocuments(example('kubernetes.yml')).map((document) => document.toJS());
    const container = ({ spec }: typeof job): Container => spec.template.spec.containers[0];
    for (let index = 0; index < job.spec.completions; index += 1) {
      const { args, env = [] } = container(job);
      const variables = Object.fromEntries(env.map(({ name, value }) => [name, value]));
      await expectFine(shell(args.join('\n'), cwd, { ...variables, JOB_COMPLETION_INDEX: String(index) }));
    }
    await expectFine(shell(container(gate).args.join('\n'), cwd, {}));
    expect(readRecord(join(cwd, 'merged', 'record.jsonl')).gate?.passed).to.equal(true);
  });
});

/** A server that hands requests on to another, but refuses valid passwords policies of at least thirty characters. */
async function faultyProxy(url: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const isRefused =
      /"MinimumLength": *[3-9][0-9]\D/.test(body) && `${request.headers['x-amz-target']}`.endsWith('.UpdateUserPool');
    if (isRefused) {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end('{"__type":"InvalidParameterException","message":"Too long."}');
      return;
    }
    const { host: _host, 'content-length': _length, connection: _connection, ...headers } = request.headers;
    const answer = await fetch(url, { method: 'POST', headers: headers as Record<string, string>, body });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(await answer.text());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
