import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse, type ScalarTag, type Tags } from 'yaml';
import { defaultFixtures, fixtureKinds } from '../../specs/fixtureKinds.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { awsEnvironment } from '../dev/awsEnvironment.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { startStrictService, strictCaller } from '../dev/startStrictService.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { UserError } from '../userError.ts';
import { parseFixtures } from './parseFixtures.ts';

const region = 'eu-central-1';
const usual = defaultFixtures({ region, account: strictCaller.account });

function problemsIn(text: string): string {
  try {
    parseFixtures(text, 'f.json');
    return '';
  } catch (error) {
    expect(error).to.be.an.instanceOf(UserError);
    return String(error);
  }
}

describe('a file of fixtures', () => {
  const stack = {
    Stacks: [
      {
        Outputs: Object.entries({
          ...usual,
          PoolForImport: 'eu-central-1_Import000',
          emailIdentityWithoutPolicy: '',
        }).map(([name, OutputValue]) => ({ OutputKey: name.charAt(0).toUpperCase() + name.slice(1), OutputValue })),
      },
    ],
  };
  const terraform = {
    sms_role_without_trust: { value: usual.smsRoleWithoutTrust, type: 'string', sensitive: false },
    pool_with_running_import: { value: null, type: 'string', sensitive: false },
  };

  it('may be what CloudFormation or Terraform prints, or a plain object', () => {
    const { emailIdentityWithoutPolicy: _none, ...others } = usual;
    expect(parseFixtures(JSON.stringify(stack), 'f.json')).to.deep.equal(others);
    const { smsRoleWithoutTrust } = usual;
    expect(parseFixtures(JSON.stringify(terraform), 'f.json')).to.deep.equal({ smsRoleWithoutTrust });
    expect(parseFixtures(JSON.stringify(usual), 'f.json')).to.deep.equal(usual);
  });

  it('is refused with all that is wrong with it', () => {
    const told = problemsIn('{"smsRoleWithoutTrust": "a role", "smsRoleWithoutPublish": 7, "smsRole": "x"}');
    expect(told)
      .to.match(/smsRoleWithoutTrust "a role"/)
      .and.match(/smsRoleWithoutPublish 7/)
      .and.match(/"smsRole"/);
    for (const text of ['', '[]', 'null', '{}', '{"Stacks": []}', '{"Stacks": [{}]}', '{"Stacks": [null, 3]}']) {
      expect(problemsIn(text), text).not.to.equal('');
    }
  });
});

/** Tags of CloudFormation, read as the functions they are short for. */
const functions: Tags = ['Ref', 'GetAtt', 'Sub', 'Equals', 'Not'].flatMap((name): readonly ScalarTag[] => {
  const tag = `!${name}`;
  const resolved = (value: unknown) => ({ [name]: value });
  const items = { tag, collection: 'seq', resolve: (seq: { toJSON: () => unknown }) => resolved(seq.toJSON()) };
  return [{ tag, resolve: resolved }, items as unknown as ScalarTag];
}) as Tags;

const template = parse(readFileSync(join(import.meta.dirname, 'fixtures.yaml'), 'utf8'), {
  customTags: functions,
}) as JsonObject;
const terraform = JSON.parse(
  readFileSync(join(import.meta.dirname, 'terraform', 'main.tf.json'), 'utf8'),
) as JsonObject;

function at(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, name) => (isJsonObject(inner) ? inner[name] : undefined), value);
}

/** Every name that a function in the template refers to. */
function namesIn(value: JsonValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' || (key === 'Condition' && typeof inner === 'string')) return [String(inner)];
    if (key === 'GetAtt') return [String(inner).split('.')[0] ?? ''];
    if (key === 'Sub') return [...String(inner).matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name ?? '');
    return namesIn(inner);
  });
}

describe('the templates of the fixtures', () => {
  const resources = at(template, 'Resources');

  it('refer to nothing that they lack', () => {
    const known = ['Parameters', 'Conditions', 'Resources'].flatMap((part) => Object.keys(at(template, part) ?? {}));
    const named = namesIn(template).filter((name) => !name.startsWith('AWS::'));
    expect(named.length).to.be.above(8);
    expect(named.filter((name) => !known.includes(name))).to.deep.equal([]);
    const text = JSON.stringify(terraform);
    const addresses = [...text.matchAll(/\b(aws_\w+)\.(\w+)/g)].map(
      ([, type = '', name = '']) => [type, name] as const,
    );
    expect(addresses.length).to.be.above(5);
    for (const [type, name] of addresses)
      expect(at(terraform, 'resource', type, name), `${type}.${name}`).to.be.an('object');
    for (const [, name = ''] of text.matchAll(/\bvar\.(\w+)/g))
      expect(at(terraform, 'variable', name)).to.be.an('object');
  });

  it('say every fixture in their outputs', () => {
    for (const { name } of fixtureKinds) {
      expect(at(template, 'Outputs', name.charAt(0).toUpperCase() + name.slice(1), 'Value'), name).not.to.equal(
        undefined,
      );
      const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      expect(at(terraform, 'output', snake, 'value'), snake).to.be.a('string');
    }
  });

  it('make roles that are wrong in the one way that they are for', () => {
    const trust = (name: string) => JSON.stringify(at(resources, name, 'Properties', 'AssumeRolePolicyDocument'));
    const rights = (name: string) => JSON.stringify(at(resources, name, 'Properties', 'Policies') ?? []);
    expect(trust('SmsRoleWithoutTrust')).not.to.include('cognito-idp');
    expect(rights('SmsRoleWithoutTrust')).to.include('sns:Publish');
    expect(trust('SmsRoleWithoutPublish'))
      .to.include('cognito-idp.amazonaws.com')
      .and.include('"sts:ExternalId":"poolproof"');
    expect(rights('SmsRoleWithoutPublish')).to.equal('[]');
  });

  it('are the same thing twice', () => {
    const pairs = {
      sms_without_trust: 'SmsRoleWithoutTrust',
      sms_without_publish: 'SmsRoleWithoutPublish',
      import: 'ImportRole',
    };
    for (const [ours, theirs] of Object.entries(pairs)) {
      const role = at(terraform, 'resource', 'aws_iam_role', ours);
      expect(at(role, 'name')).to.equal(at(resources, theirs, 'Properties', 'RoleName'));
      const trust = JSON.parse(String(at(role, 'assume_role_policy'))) as JsonValue;
      expect(trust).to.deep.equal(at(resources, theirs, 'Properties', 'AssumeRolePolicyDocument'));
    }
    const names = [usual.smsRoleWithoutTrust, usual.smsRoleWithoutPublish].map((role) => role.split('/')[1]);
    expect(names).to.deep.equal([
      at(resources, 'SmsRoleWithoutTrust', 'Properties', 'RoleName'),
      at(resources, 'SmsRoleWithoutPublish', 'Properties', 'RoleName'),
    ]);
  });
});

describe('run --fixtures', () => {
  const run = [
    'run',
    '--target',
    'aws',
    '--phases',
    'errors',
    '--rate',
    '1000',
    '--quiet',
    '--report',
    'terminal,json',
  ];

  async function ran(args: readonly string[]) {
    const service = await startStrictService();
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'fixtures.json'), JSON.stringify(usual));
    const finished = await runCommandLine([...run, ...args], { cwd, env: awsEnvironment(service) });
    await service.close();
    return { ...finished, cwd };
  }

  const names = fixtureKinds.map(({ error }) => error);

  it('provokes 485, 487, 488 and 490', async () => {
    const { status, stdout, stderr, cwd } = await ran(['--fixtures', 'fixtures.json']);
    expect(status, stdout + stderr).to.equal(0);
    const { errors } = JSON.parse(readFileSync(join(cwd, 'poolproof-report', 'report.json'), 'utf8')) as {
      errors: readonly { name: string; code: number; matched: number; exercised: boolean }[];
    };
    const earned = errors.filter(({ name }) => names.some((item) => item === name));
    expect(earned.map(({ code, matched }) => [code, matched])).to.deep.equal(
      [485, 487, 488, 490].map((code) => [code, 1]),
    );
  });

  it('is asked for where there are none', async () => {
    const { cwd } = await ran([]);
    const report = readFileSync(join(cwd, 'poolproof-report', 'report.json'), 'utf8');
    expect(report.match(/no fixture [^"]* named, see --fixtures/g)).to.have.lengthOf(4);
  });

  it('needs the right to name the roles', async () => {
    const { stdout } = await ran(['--fixtures', 'fixtures.json', '--dry-run']);
    expect(stdout).to.include('iam:PassRole').and.include(usual.smsRoleWithoutTrust);
  });
});
