import { spawn, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { type PythonClients, startPythonClients } from '../harness/dev/pythonClients/startPythonClients.ts';
import type { Finding, RecordHeader, RunRecord } from '../harness/record/record.ts';
import type { JsonObject } from '../specs/json.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { type Reproductions, reproduce } from './reproduce.ts';

interface Arrival {
  readonly operation: string;
  readonly body: string;
  readonly authorization: string;
  readonly token: string | undefined;
}

const poolId = 'us-east-1_Repro1234';
const [template] = fixtureRecord.findings;

function findingWith(request: JsonObject | string, prior: Finding['prior'] = {}): Finding {
  if (template === undefined) throw new Error('The fixture has no finding.');
  return { ...template, request, prior };
}

function recordAt(endpoint: string | null, kind: RecordHeader['target']['kind'] = 'endpoint'): RunRecord {
  return { ...fixtureRecord, header: { ...fixtureRecord.header, target: { id: 'target', kind, endpoint } } };
}

function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

const withPool = (value: JsonObject): unknown => JSON.parse(JSON.stringify(value).replaceAll('{UserPoolId}', poolId));

/** Requests that each have something in them that a shell, a here-document or a language might take for its own. */
const hostileRequests: Readonly<Record<string, JsonObject>> = {
  'quotes and backslashes': { UserPoolId: '{UserPoolId}', PoolName: `'"\`\\ \\' \\" \\\\ """ ''' )" )-" ]]` },
  'lines like the ends of here-documents': { UserPoolId: '{UserPoolId}', PoolName: 'a\nJSON\nEOF\nJSON_1\n\n' },
  substitutions: { UserPoolId: '{UserPoolId}', PoolName: `$(exit 1) \${pool} $pool %s %d \`exit 1\` !! #{x}` },
  'characters beyond ASCII': {
    UserPoolId: '{UserPoolId}',
    PoolName: '😀 ü 漢字 \u2028\u202e\u00a0 \u0000\u001b[2J\u007f',
  },
  'lone surrogates': { UserPoolId: '{UserPoolId}', PoolName: 'a\ud800b\udfffc' },
  'everything at once': {
    UserPoolId: '{UserPoolId}',
    PoolName: hostileText,
    UserPoolTags: { [hostileText]: hostileText },
  },
  'a value of 20,000 characters': { UserPoolId: '{UserPoolId}', EmailVerificationMessage: 'é{####}'.repeat(2858) },
  'a member named __proto__': JSON.parse('{"UserPoolId":"{UserPoolId}","__proto__":{"a":1}}'),
};

/** Requests with long runs, which the scripts say in words. */
const longRequests: Readonly<Record<string, JsonObject>> = {
  'a value of 131,073 characters': { UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(131_073) },
  'runs of quotes, backslashes and hyphens': {
    UserPoolId: '{UserPoolId}',
    PoolName: `${'"'.repeat(500)}${"'".repeat(500)}${'\\'.repeat(500)}${'-'.repeat(500)}`,
    UserPoolTags: { k: '😀'.repeat(2_000), l: '<>'.repeat(500), m: '\u0000'.repeat(400) },
  },
};

const rawBodies: Readonly<Record<string, string>> = {
  'torn JSON': '{"UserPoolId": "{UserPoolId}", "PoolName": "torn',
  'an empty body': '',
  'a body that ends in newlines': '[1,\n2]\n\n\n',
  'a body like a here-document': 'BODY\nEOF\nBODY_1\n$(exit 1) \\ `x` \'"',
  'controls and NUL': 'a\u0000b\r\n\u0007{UserPoolId}\u001b[31m{UserPoolId}',
  'a bare placeholder': '{UserPoolId}',
  'a long run': `["{UserPoolId}", "${'é'.repeat(70_000)}"\n`,
  'a long run after a control': `\u0007${'a'.repeat(131_072)}{UserPoolId}`,
};

const anything = [...Object.values(hostileRequests), ...Object.values(longRequests), ...Object.values(rawBodies)];

/** Parses a list of modules without running them. */
const parseModules = `import('node:vm').then(async ({ SourceTextModule }) => {
  for (const text of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) new SourceTextModule(text);
})`;

/** What paws gives a script, with the request printed in place of being sent. */
const clientInR = `client <- list(
  create_user_pool = function(...) list(UserPool = list(Id = "${poolId}")),
  update_user_pool = function(...) cat("\\n@", jsonlite::toJSON(list(...), auto_unbox = TRUE), "\\n", sep = ""),
  describe_user_pool = function(...) list(),
  delete_user_pool = function(...) list()
)
`;

describe('reproduce', () => {
  const arrivals: Arrival[] = [];
  let server: Server;
  let endpoint = '';

  before((done) => {
    server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? '';
        const token = incoming.headers['x-amz-security-token'];
        arrivals.push({
          operation,
          body: Buffer.concat(chunks).toString('utf8'),
          authorization: incoming.headers.authorization ?? '',
          token: typeof token === 'string' ? token : undefined,
        });
        outgoing.setHeader('content-type', 'application/x-amz-json-1.1');
        outgoing.end(
          /Create|Describe/.test(operation) ? JSON.stringify({ UserPool: { Name: 'x', Id: poolId } }) : '{}',
        );
      });
    });
    server.listen(0, '127.0.0.1', () => {
      endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  beforeEach(() => {
    arrivals.length = 0;
  });
  after(() => {
    server.close();
  });

  /** Runs a script without blocking the server that it talks to. */
  function run(program: string, args: readonly string[], input: string, given = process.env): Promise<string> {
    return new Promise((resolve) => {
      const child = spawn(program, args, { env: { ...given, AWS_SESSION_TOKEN: 'secret-token' } });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
      child.stdin.end(input);
    });
  }

  const asked = (): Arrival | undefined => arrivals.findLast(({ operation }) => operation === 'UpdateUserPool');

  describe('curl', () => {
    before(function () {
      if (!has('curl', '--version') || !has('bash', '--version')) this.skip();
    });

    for (const [name, request] of Object.entries(hostileRequests)) {
      it(`sends ${name} unchanged`, async () => {
        await run('bash', [], reproduce(findingWith(request), recordAt(endpoint)).curl);
        expect(JSON.parse(asked()?.body ?? 'null')).to.deep.equal(withPool(request));
      });
    }

    for (const [name, body] of Object.entries(rawBodies)) {
      it(`sends ${name} byte for byte`, async () => {
        await run('bash', [], reproduce(findingWith(body), recordAt(endpoint)).curl);
        expect(asked()?.body).to.equal(body.replaceAll('{UserPoolId}', poolId));
      });
    }

    for (const [name, request] of Object.entries(longRequests)) {
      it(`sends ${name} unchanged, from a script short enough to be an argument`, async () => {
        const { curl } = reproduce(findingWith(request, { update: { PoolName: 'b'.repeat(400) } }), recordAt(endpoint));
        expect(Buffer.byteLength(curl)).to.be.below(8_000);
        await run('bash', ['-c', curl], '');
        expect(JSON.parse(asked()?.body ?? 'null')).to.deep.equal(withPool(request));
        expect(arrivals[1]?.body).to.contain('b'.repeat(400));
      });
    }

    it('makes a pool, prepares it, asks, describes, lifts the protection and deletes', async () => {
      const prior = { update: { DeletionProtection: 'ACTIVE' }, mfa: { MfaConfiguration: 'OPTIONAL' } };
      const request = { UserPoolId: '{UserPoolId}', PoolName: 'n' };
      const output = await run('bash', [], reproduce(findingWith(request, prior), recordAt(endpoint)).curl);
      expect(arrivals.map(({ operation, body }) => [operation, JSON.parse(body)])).to.deep.equal([
        ['CreateUserPool', { PoolName: 'poolproof-scratch', UserPoolTags: { poolproof: 'scratch' } }],
        ['UpdateUserPool', { UserPoolId: poolId, DeletionProtection: 'ACTIVE' }],
        ['SetUserPoolMfaConfig', { UserPoolId: poolId, MfaConfiguration: 'OPTIONAL' }],
        ['DescribeUserPool', { UserPoolId: poolId }],
        ['UpdateUserPool', { UserPoolId: poolId, PoolName: 'n' }],
        ['DescribeUserPool', { UserPoolId: poolId }],
        ['UpdateUserPool', { UserPoolId: poolId, DeletionProtection: 'INACTIVE' }],
        ['DeleteUserPool', { UserPoolId: poolId }],
      ]);
      expect(output).to.match(/HTTP\/1\.1 200 OK[\s\S]*content-type: application\/x-amz-json-1\.1/i);
    });

    it('signs for the region and keeps a session token from servers that are not AWS', async () => {
      await run('bash', [], reproduce(findingWith({}), recordAt(endpoint)).curl);
      expect(asked()?.authorization).to.match(/^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/us-east-1\/cognito-idp\//);
      expect(arrivals.map(({ token }) => token)).to.deep.equal(arrivals.map(() => undefined));
      expect(reproduce(findingWith({}), recordAt(null, 'aws')).curl).to.contain('X-Amz-Security-Token');
    });

    it('stops with a message where no pool can be made', async () => {
      const output = await run('bash', [], reproduce(findingWith({}), recordAt('http://127.0.0.1:1')).curl);
      expect(output).to.contain('No pool was created');
      expect(arrivals).to.deep.equal([]);
    });
  });

  describe('the other clients send the same', () => {
    const requests: Readonly<Record<string, JsonObject>> = {
      'long runs of many things': Object.assign({}, ...Object.values(longRequests).toReversed()),
      'what shorthand can say': {
        UserPoolId: '{UserPoolId}',
        AutoVerifiedAttributes: ['email', 'phone_number'],
        UserPoolTags: { team: 'blue', 'cost-center': '7' },
        Policies: { PasswordPolicy: { MinimumLength: 100, RequireSymbols: true } },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
      },
    };
    const clients = {
      awsCli: { program: 'bash', present: () => has('bash', '--version') && has('aws', '--version') },
      boto3: { program: 'python3', present: () => has('python3', '-c', 'import boto3') },
      paws: { program: 'Rscript', present: () => has('Rscript', '-e', 'library(paws); library(jsonlite)') },
      javascript: { program: process.execPath, present: () => true },
    } as const;
    let python: PythonClients | undefined;
    before(async () => {
      python = await startPythonClients();
    });
    after(() => python?.close());

    const argumentsOf = { awsCli: '-c', boto3: '-c', paws: '-e', javascript: '--input-type=module' } as const;

    for (const client of ['awsCli', 'boto3', 'paws', 'javascript'] as const) {
      for (const [name, request] of Object.entries(requests)) {
        it(`${client}: ${name}`, async function () {
          const { program, present } = clients[client];
          if (!present()) this.skip();
          const script = reproduce(findingWith(request), recordAt(endpoint))[client];
          // What a client refuses to send is not for it.
          if (script.includes('cannot send')) this.skip();
          expect(Buffer.byteLength(script)).to.be.below(8_000);
          const said = client === 'javascript' ? ['--eval', script] : [script];
          const output = await run(program, [argumentsOf[client], ...said], '', python?.env);
          // A release that is older than a member refuses it, and the script says so.
          if (output.includes('not sent: ') && script.includes('Needs a release of this client from')) this.skip();
          expect(JSON.parse(asked()?.body ?? 'null'), output.slice(0, 2_000)).to.deep.equal(withPool(request));
        });
      }
    }
  });

  describe('the other clients', () => {
    const everyone = (request: JsonObject | string): Reproductions =>
      reproduce(findingWith(request), recordAt(endpoint));

    const parsers = {
      boto3: ['python3', '-c', 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)'],
      javascript: [process.execPath, '--no-warnings', '--experimental-vm-modules', '--eval', parseModules],
      paws: ['Rscript', '-e', 'for (text in jsonlite::fromJSON(file("stdin"))) parse(text = text, encoding = "UTF-8")'],
    } as const;
    for (const client of ['boto3', 'javascript', 'paws'] as const) {
      it(`parse as the language of ${client}, whatever the request holds`, function () {
        const [program, ...args] = parsers[client];
        if (client === 'paws' && !has('Rscript', '-e', 'library(jsonlite)')) this.skip();
        if (client === 'boto3' && !has('python3', '--version')) this.skip();
        const texts = anything.map((request) => everyone(request)[client].toWellFormed());
        const parse = (scripts: readonly string[]) => spawnSync(program, args, { input: JSON.stringify(scripts) });
        const { status, stderr } = parse(texts);
        expect(status, stderr.toString().slice(0, 2_000)).to.equal(0);
        expect(parse([...texts, 'if ((']).status).not.to.equal(0);
      });
    }

    it('parse as bash, whatever the request holds', function () {
      if (!has('bash', '--version')) this.skip();
      for (const { awsCli, curl } of anything.map(everyone)) {
        for (const input of [awsCli, curl]) {
          const { status, stderr } = spawnSync('bash', ['-n'], { input });
          expect(status, `${stderr.toString()}\n${input.slice(0, 2_000)}`).to.equal(0);
        }
      }
    });

    it('give R the request as it was, where R has a form for it', function () {
      if (!has('Rscript', '-e', 'library(jsonlite)')) this.skip();
      const sendable = anything.flatMap((request) => {
        const { paws } = everyone(request);
        return typeof request === 'string' || paws.includes('cannot send') ? [] : [{ request, paws }];
      });
      expect(sendable.length).to.be.above(3);
      // Each script ends R by its exit status, so that only the last one may.
      const input = sendable
        .map(({ paws }) => paws.replace(/^client <- paws[\s\S]*?\n\)\)\n/m, clientInR).replace(/^quit\(.*$/m, ''))
        .join('\n');
      const { stdout, stderr } = spawnSync('Rscript', ['-'], { input, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      const arrived = [...stdout.toString().matchAll(/^@(.*)$/gm)].map(([, text = '']) => JSON.parse(text) as unknown);
      expect(arrived, stderr.toString().slice(0, 2_000)).to.deep.equal(
        sendable.map(({ request }) => withPool(request)),
      );
    });

    it('carry the request in a form that the language reads back unchanged', function () {
      if (!has('python3', '--version')) this.skip();
      const { boto3, javascript } = everyone(hostileRequests['everything at once'] ?? {});
      const wanted = hostileRequests['everything at once'];
      const python = [
        'import ast, json, sys',
        'texts = [n.value for n in ast.walk(ast.parse(sys.stdin.buffer.read())) if isinstance(n, ast.Constant) and str(n.value).startswith("\\n{")]',
        'print(json.dumps(json.loads([text for text in texts if "{UserPoolId}" in text][0])))',
      ].join('\n');
      const { stdout } = spawnSync('python3', ['-c', python], { input: boto3 });
      expect(JSON.parse(stdout.toString())).to.deep.equal(wanted);
      const literals = [...javascript.matchAll(/String\.raw`([^`]*)`/g)].map(([, text = '']) => text);
      const literal = literals.find((text) => text.includes('{UserPoolId}')) ?? '';
      expect(JSON.parse(literal)).to.deep.equal(wanted);
      expect(literal).not.to.contain('${');
    });

    it('put the request into a raw string of R that nothing in it ends', () => {
      const { paws } = everyone({ UserPoolId: '{UserPoolId}', PoolName: 'a)', EmailVerificationSubject: 'b)-' });
      const [, dashes = '?', rest = ''] = /update_user_pool, r"(-*)\(\n([\s\S]*)/.exec(paws) ?? [];
      expect(JSON.parse(rest.slice(0, rest.indexOf(`)${dashes}"`)))).to.deep.equal({
        UserPoolId: '{UserPoolId}',
        PoolName: 'a)',
        EmailVerificationSubject: 'b)-',
      });
    });

    it('say how new a client has to be for the members of the request', () => {
      const young = everyone({ UserPoolId: '{UserPoolId}', KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } });
      const old = everyone({ UserPoolId: '{UserPoolId}', MfaConfiguration: 'OFF' });
      for (const client of ['awsCli', 'boto3', 'paws', 'javascript'] as const) {
        expect(young[client]).to.match(/^(#|\/\/) Needs a release of this client from 2026-1\d-\d\d or later/m);
        expect(old[client]).not.to.contain('Needs a release');
      }
      expect(young.curl).not.to.contain('Needs a release');
    });

    const interpreters = {
      awsCli: ['bash', []],
      boto3: ['python3', ['-']],
      paws: ['Rscript', ['-']],
      javascript: [process.execPath, ['--input-type=module']],
    } as const;
    for (const client of ['awsCli', 'boto3', 'paws', 'javascript'] as const) {
      it(`say so and do nothing else where the body is not a JSON object: ${client}`, function () {
        const [program, args] = interpreters[client];
        if (!has(program, '--version')) this.skip();
        const script = everyone('[]')[client];
        expect(script).to.match(/^(#|\/\/) This client cannot send the request unchanged:$/m);
        const { status, stdout } = spawnSync(program, args, { input: script });
        const says = 'not sent: this client cannot send the request unchanged. Use the script for curl.\n';
        expect([status, stdout.toString()]).to.deep.equal([2, says]);
      });
    }

    it('stay in comments when names and sentences hold line ends', () => {
      const finding = {
        ...findingWith({ 'x\nstray name': 1, UserPoolId: 'x' }),
        says: 'a\nrm -rf /\u2028b\rc',
        expected: 'd\ne',
      };
      for (const script of Object.values(reproduce(finding, recordAt(endpoint)))) {
        expect(script).not.to.match(/^stray/m);
      }
    });

    const refusals: readonly [string, JsonObject, readonly (keyof Reproductions)[]][] = [
      ['a value above its maximum', { UserPoolId: 'x_y', Policies: { PasswordPolicy: { MinimumLength: 100 } } }, []],
      ['a value outside its enum', { UserPoolId: 'x_y', MfaConfiguration: 'MAYBE' }, []],
      ['a value below its minimum', { UserPoolId: 'x_y', SmsVerificationMessage: 'abc' }, ['awsCli', 'boto3']],
      ['a key below its minimum', { UserPoolId: 'x_y', UserPoolTags: { '': 'v' } }, ['awsCli', 'boto3', 'paws']],
      ['a wrong type', { UserPoolId: 'x_y', PoolName: 5 }, ['awsCli', 'boto3', 'paws']],
      [
        'a missing required member',
        { UserPoolId: 'x_y', UserPoolAddOns: { AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } } },
        ['awsCli', 'boto3'],
      ],
      ['an unknown member', { UserPoolId: 'x_y', Bogus: 1 }, ['awsCli', 'boto3', 'paws', 'javascript']],
      ['a null', { UserPoolId: 'x_y', PoolName: null }, ['awsCli', 'boto3', 'paws', 'javascript']],
      ['an empty structure', { UserPoolId: 'x_y', LambdaConfig: {} }, ['paws']],
    ];
    for (const [name, request, refusing] of refusals) {
      it(`know that ${refusing.length === 0 ? 'all of them send' : `${refusing.join(', ')} will not send`} ${name}`, () => {
        const scripts = Object.entries(everyone(request));
        const found = scripts.filter(([, script]) => script.includes('cannot send')).map(([client]) => client);
        expect(found).to.have.members([...refusing]);
      });
    }
  });

  it('starts and reaches the target as the run did, or says why a client cannot', () => {
    const connection = { start: "cd x\nnode 'a b'", headers: ['X-Api-Key'], ca: 'my cert.pem' };
    const record = { ...recordAt(endpoint), header: { ...recordAt(endpoint).header, connection } };
    const { curl, ...others } = reproduce(findingWith({ UserPoolId: '{UserPoolId}' }), record);
    expect(curl).to.contain(`# Start the target first: sh -c $'cd x\\x0anode \\'a b\\''\n`);
    expect(curl).to.contain(`-H "X-Api-Key: \${X_API_KEY:?the value of the header}" --cacert 'my cert.pem'`);
    for (const script of Object.values(others)) expect(script).to.contain('The target takes the header X-Api-Key');
    const trusting = { ...record, header: { ...record.header, connection: { ca: 'my cert.pem' } } };
    expect(reproduce(findingWith({ UserPoolId: '{UserPoolId}' }), trusting).boto3).to.contain(
      '# The run trusted the certificates in my cert.pem',
    );
  });

  it('makes the pool as that of the finding was made', () => {
    const creation = { AliasAttributes: ['email'] };
    const scripts = reproduce({ ...findingWith({ UserPoolId: '{UserPoolId}' }), creation }, recordAt(endpoint));
    for (const script of Object.values(scripts)) expect(script).to.match(/"AliasAttributes": ?\[\s*"email"\s*\]/);
  });

  it('tells first how to start the mock, where that was the target', () => {
    for (const script of Object.values(
      reproduce(findingWith({ UserPoolId: '{UserPoolId}' }), recordAt(null, 'mock')),
    )) {
      expect(script.split('\n')[0]).to.match(/^(#|\/\/) Start the mock first: poolproof serve --port 9229$/);
      expect(script).to.contain('http://127.0.0.1:9229');
    }
  });
});
