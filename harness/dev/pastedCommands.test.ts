import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect } from 'chai';
import { createCertificate } from './createCertificate.ts';
import { freePort } from './freePort.ts';
import { installGlobally, installTarball } from './installedPackage.ts';
import { pasteCommand } from './pasteCommand.ts';
import { printedCommands } from './printedCommands.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A server that keeps pools, accepts everything, and wants a header; over HTTPS where it finds a key. */
const stub = `import { createServer } from 'node:http';
import { createServer as createTls } from 'node:https';
import { existsSync, readFileSync } from 'node:fs';
const pools = new Map();
const answer = (request, response) => {
  let text = '';
  request.on('data', (chunk) => (text += chunk));
  request.on('end', () => {
    const end = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    };
    if (request.headers['x-api-key'] !== 'secret value') return end(400, { __type: 'NotAuthorizedException' });
    const operation = String(request.headers['x-amz-target']).split('.')[1];
    const body = JSON.parse(text || '{}');
    const Id = operation === 'CreateUserPool' ? 'us-east-1_A' + pools.size : body.UserPoolId;
    if (operation === 'CreateUserPool') pools.set(Id, { Id, Name: body.PoolName });
    end(200, /Create|Describe/.test(operation) ? { UserPool: pools.get(Id) } : {});
  });
};
const server = existsSync('key.pem') ? createTls({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, answer) : createServer(answer);
server.listen(Number(process.argv[2]), '127.0.0.1');
`;

const quick = '--seed 1 --phases boundary --only PoolName --report terminal,html,markdown,junit,sarif,ctrf,json';
const env = { X_API_KEY: 'secret value', PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };

/** Runs a command in a folder and collects the commands that it prints and writes, by the file in which they stand. */
async function shownBy(command: string, cwd: string, program: string, environment: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = await pasteCommand(command, { cwd, env: environment });
  const out = join(cwd, 'out put');
  const files = readdirSync(out).filter((file) => file !== 'record.jsonl');
  const texts = [['terminal', stdout + stderr], ...files.map((file) => [file, readFileSync(join(out, file), 'utf8')])];
  const shown = new Map(texts.map(([file = '', text = '']) => [file, printedCommands(file, text, program)]));
  const bare = texts.filter(([, text = '']) =>
    /npx poolproof|(?<![\w./-])poolproof (run|replay|report|serve)\b/.test(text),
  );
  return { status, stdout, stderr, shown, bare: program === 'poolproof' ? [] : bare.map(([file]) => file) };
}

describe('the commands that an installed poolproof prints, pasted where they were printed', () => {
  /** Pastes each command once, with what it prints to expect of its kind. */
  async function paste(commands: readonly string[], program: string, cwd: string, environment = env) {
    for (const command of new Set(commands)) {
      const [verb = ''] = command.slice(program.length + 1).split(' ');
      const { status, stdout, stderr } = await pasteCommand(command, { cwd, env: environment });
      const said = `${command}\n${stdout}${stderr}`;
      expect(expected[verb]?.test(said), said).to.equal(true);
      expect([0, 1], said).to.include(status);
    }
  }

  const expected: Readonly<Record<string, RegExp>> = {
    run: /^poolproof \d+\.\d+\.\d+ · edition /m,
    replay: /^The finding .* is reproduced\.$/m,
    report: /^# UpdateUserPool: /m,
    contract: /pool-name\.max/,
    mutants: /constraint\/PoolName\/max/,
  };

  const program = 'node_modules/.bin/poolproof';

  it('reach the target again, started and with its header and certificate, from every report', async () => {
    const [cwd, port, certificate] = [temporaryFolder(), await freePort(), createCertificate()];
    installTarball(cwd);
    writeFileSync(join(cwd, 'stub.mjs'), stub);
    for (const [name, text] of Object.entries(certificate ?? {})) writeFileSync(join(cwd, `${name}.pem`), text);
    const [scheme, trust] = certificate === undefined ? ['http', ''] : ['https', '--ca cert.pem'];
    const start = `node  stub.mjs ${port} | cat # "it's"`;
    const target = `--target ${scheme}://127.0.0.1:${port} ${trust} --header 'X-Api-Key: secret value' --out 'out put'`;
    const run = `${program} run ${target} --start ${JSON.stringify(start)} ${quick}`;
    const { status, stdout, stderr, shown, bare } = await shownBy(run, cwd, program, env);
    expect(status, stdout + stderr).to.equal(0);
    expect(bare).to.deep.equal([]);
    const files = ['terminal', 'report.html', 'report.md', 'junit.xml', 'report.sarif', 'ctrf-report.json'];
    for (const file of files) expect(shown.get(file), file).not.to.deep.equal([]);
    const all = [...shown.values()].flat();
    const verbs = new Set(all.map((command) => command.split(' ')[1]));
    expect([...verbs]).to.have.members(['run', 'replay', 'report']);
    for (const command of all.filter((each) => !each.includes(' report '))) {
      expect(command).to.contain(' --start ').and.contain(' --header ').and.not.contain('secret');
      expect(command).to.contain(trust);
    }
    // One of each file and verb; they differ in nothing but the finding.
    const sample = [...shown.values()].flatMap((commands) => [
      ...new Map(commands.map((command) => [command.split(' ')[1], command])).values(),
    ]);
    await paste(sample, program, cwd);
  });

  it('are those of hints and help, too', async () => {
    const cwd = temporaryFolder();
    installTarball(cwd);
    const wrong = ['run --only NoSuchMember', 'serve --mutant no-such', 'mutants --only no-such', 'serve --help'];
    for (const words of wrong) {
      const { stdout, stderr } = await pasteCommand(`${program} ${words}`, { cwd, env });
      const commands = printedCommands(
        'terminal',
        (stdout + stderr).replaceAll(/poolproof\s+/g, 'poolproof '),
        program,
      );
      const whole = commands.filter((command) => !command.includes('['));
      expect(whole, stdout + stderr).not.to.deep.equal([]);
      await paste(whole, program, cwd);
    }
  });

  it('begin with its name after a global installation', async () => {
    const [cwd, prefix] = [temporaryFolder(), join(temporaryFolder(), 'a prefix')];
    mkdirSync(prefix);
    const environment = { ...env, PATH: `${installGlobally(prefix)}${delimiter}${env.PATH}` };
    const run = `poolproof run --target mock --out 'out put' ${quick}`;
    const { status, stdout, stderr, shown } = await shownBy(run, cwd, 'poolproof', environment);
    expect(status, stdout + stderr).to.equal(0);
    const again = shown.get('terminal')?.filter((command) => command.startsWith('poolproof run')) ?? [];
    expect(again).to.have.length(1);
    await paste(again, 'poolproof', cwd, environment);
  });

  it('begin with what a wrapper or a container says', async () => {
    const cwd = temporaryFolder();
    installTarball(cwd);
    const said = 'docker run --rm -v "$PWD:/home/node" poolproof';
    const run = `${program} run --target mock --out 'out put' ${quick}`;
    const { shown } = await shownBy(run, cwd, said, { ...env, POOLPROOF_COMMAND: said });
    expect(shown.get('terminal')?.[0]).to.contain(`${said} run --target mock`);
    expect(shown.get('report.md')?.[0]).to.contain(`${said} run --target mock`);
  });
});
