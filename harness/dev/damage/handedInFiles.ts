import { join } from 'node:path';
import { editionOf } from '../../../specs/editions/index.ts';
import { defaultFixtures } from '../../../specs/fixtureKinds.ts';
import type { JsonValue } from '../../../specs/json.ts';
import { testedOperation } from '../../../specs/operation.ts';
import { editionFile } from '../../contracts/editionFile.ts';
import { exportOpenApi } from '../../contracts/exportOpenApi.ts';
import { smallBotocore, smallRows, smallSmithy } from '../../contracts/modelFixtures.ts';
import type { CorpusEntry } from '../../corpus/corpusEntry.ts';
import { emptyBaseline } from '../../gate/baseline.ts';
import type { PoolFile } from '../../session/poolFile.ts';

/** A file that users hand in, and a command that reads it. */
export interface Input {
  readonly name: string;
  /** Where the file lies in the working folder. */
  readonly file: string;
  readonly sound: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether damage is passed over: the file only says that something runs. */
  readonly isOptional?: true;
}

/** What commands need beside the file. */
export interface Scene {
  /** A mock, and the id of a pool of it. */
  readonly target: string;
  readonly pool: string;
  /** The record of a run with findings, and its text. */
  readonly record: string;
  readonly recordText: string;
  /** A certificate as PEM. */
  readonly certificate: string;
}

const text = (value: JsonValue | object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const quickRun = ['run', '--phases', 'examples', '--only', 'pool-name', '--seed', '1', '--out', 'out'];

/** All files that users hand in. */
export function handedInFiles(scene: Scene): readonly Input[] {
  return [
    ...settingInputs(),
    ...fixtureInputs(),
    ...modelInputs(),
    ...poolInputs(scene),
    ...recordInputs(scene),
    ...keptInputs(scene),
    ...connectionInputs(scene),
  ];
}

function settingInputs(): readonly Input[] {
  const config = {
    $schema: './poolproof.config.schema.json',
    target: 'mock',
    phases: ['examples'],
    only: 'pool-name',
    seed: 1,
    cases: 5,
    strict: false,
    header: ['X-Team: blue'],
    report: 'json,markdown',
    out: 'out',
  };
  const file = 'poolproof.config.json';
  return [
    { name: 'a config file', file, sound: text(config), args: ['run', '--dry-run'] },
    { name: 'a config file of another command', file, sound: text(config), args: ['policy'] },
  ];
}

function fixtureInputs(): readonly Input[] {
  const plain = defaultFixtures({ region: 'us-east-1', account: '123456789012' });
  const outputs = Object.entries(plain).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const values = Object.entries(plain).map(([name, value]) => [name, { value, type: 'string', sensitive: false }]);
  const forms = {
    'fixtures by name': plain,
    'fixtures of CloudFormation': { Stacks: [{ StackName: 'a', Outputs: outputs }] },
    'fixtures of Terraform': Object.fromEntries(values),
  };
  return Object.entries(forms).map(([name, form]) => ({
    name,
    file: 'fixtures.json',
    sound: text(form),
    args: ['policy', '--fixtures', 'fixtures.json'],
  }));
}

function modelInputs(): readonly Input[] {
  const models = {
    'a Smithy model': text(smallSmithy),
    'a botocore model': text(smallBotocore),
    'an OpenAPI document': text(exportOpenApi(editionOf('2022-05-24'))),
    'an edition': editionFile({ source: 'a', errors: ['InternalErrorException'], rows: smallRows }),
  };
  return Object.entries(models).flatMap(([name, sound]): readonly Input[] => [
    {
      name: `${name} to import`,
      file: 'model.json',
      sound,
      args: ['contract', 'import', 'model.json', '-o', 'e.json'],
    },
    { name: `${name} to check`, file: 'model.json', sound, args: ['contract', 'check', 'model.json'] },
    { name: `${name} to compare`, file: 'model.json', sound, args: ['contract', 'diff', '2026-11-13', 'model.json'] },
  ]);
}

const shownPool = {
  UserPool: {
    Id: 'us-east-1_Example01',
    Arn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Example01',
    Name: 'shown',
    CreationDate: 1_700_000_000.5,
    Policies: { PasswordPolicy: { MinimumLength: 9, RequireUppercase: true } },
    AutoVerifiedAttributes: ['email'],
    UserPoolTags: { Team: 'blue' },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
    SchemaAttributes: [{ Name: 'custom:color', AttributeDataType: 'String', Mutable: true }],
  },
};

const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Pool: {
      Type: 'AWS::Cognito::UserPool',
      Properties: {
        UserPoolName: 'x',
        Policies: { PasswordPolicy: { MinimumLength: '12' } },
        SmsConfiguration: { SnsCallerArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      },
    },
  },
};

function poolInputs({ record }: Scene): readonly Input[] {
  const request = { UserPoolId: 'us-east-1_Example01', PoolName: 'x', DeletionProtection: 'INACTIVE' };
  const pools = [{ PoolName: 'one', Id: 'us-east-1_Example01' }, shownPool.UserPool];
  const forms = { 'a pool as it is shown': shownPool, 'a template': template, 'an update request': request };
  return [
    ...Object.entries(forms).flatMap(([name, form]): readonly Input[] => [
      { name, file: 'pool.json', sound: text(form), args: ['preflight', 'pool.json', '--target', record] },
      {
        name: `${name} that is sent`,
        file: 'pool.json',
        sound: text(form),
        args: ['preflight', 'pool.json', '--json'],
      },
    ]),
    {
      name: 'pools of a server',
      file: 'pools.json',
      sound: text([{ ...pools[0] }, { ...pools[1], Id: 'us-east-1_Example02' }]),
      args: ['serve', '--port', '0', '--pools', 'pools.json'],
    },
  ];
}

function recordInputs({ recordText: sound, record }: Scene): readonly Input[] {
  const file = 'damaged.jsonl';
  const commands: Readonly<Record<string, readonly string[]>> = {
    'to report': ['report', file, '--out', 'out', '--report', 'html,json,markdown'],
    'to replay': ['replay', file, '--target', 'mock'],
    'to compare': ['compare', record, file],
    'to merge': ['merge', file, file, '-o', 'merged.jsonl'],
    'for a matrix': ['matrix', file, record, '-o', 'matrix.html'],
    'for a trend': ['trend', file, record, '-o', 'trend.md'],
    'to publish': ['redact', file, '-o', 'public.jsonl'],
    'to judge': ['run', '--target', file, '--out', 'out'],
    'to run again': ['run', '--against', file, '--out', 'out'],
    'to look into': ['preflight', record, '--target', file],
  };
  return Object.entries(commands).map(([what, args]) => ({ name: `a record ${what}`, file, sound, args }));
}

function keptInputs({ target, pool, record }: Scene): readonly Input[] {
  const day = '2026-01-31';
  const accepted = { target: 'test', finding: 'f', case: 'c', firstSeen: day, lastSeen: day, reason: '', ticket: '' };
  const list = { edition: '2026-11-13', basis: 'observed', phase: 'examples', ids: ['a'] };
  const baseline = text({ ...emptyBaseline, findings: [accepted], cases: [list] });
  const entry: CorpusEntry = {
    format: 'poolproof-corpus',
    version: 1,
    finding: 'pool-name.max · accepted-invalid',
    target: 'test',
    edition: '2026-11-13',
    basis: 'observed',
    phase: 'sequence',
    clause: 'pool-name.max',
    member: 'PoolName',
    request: { UserPoolId: '{UserPoolId}', PoolName: 'x' },
    prior: { update: { PoolName: 'y' }, mfa: { MfaConfiguration: 'OFF' } },
    steps: [{ operation: testedOperation, pool: 1, body: { PoolName: 'x' } }],
  };
  const raw = { ...entry, phase: 'wire', steps: undefined, raw: { body: '{"UserPoolId":"{UserPoolId}"}' } };
  const corpus = {
    file: 'corpus/entry.json',
    args: [...quickRun, '--phases', 'examples,wire,sequence', '--corpus', 'corpus'],
  };
  const saved: PoolFile = {
    format: 'poolproof-pool',
    version: 1,
    target,
    region: 'us-east-1',
    savedAt: '2026-01-31T00:00:00.000Z',
    restoredAt: null,
    id: pool,
    pool: { Id: pool, Name: 'kept', Arn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${pool}` },
    mfa: { MfaConfiguration: 'OFF' },
    copies: [],
  };
  const open = [
    { runId: 'a', startedAt: day, process: { pid: 1, host: 'elsewhere' } },
    { made: 'us-east-1_Nowhere01' },
  ];
  const checked = ['report', record, '--out', 'out', '--report', 'json', '--baseline', 'baseline.json'];
  return [
    { name: 'a baseline', file: 'baseline.json', sound: baseline, args: checked },
    { name: 'a baseline to update', file: 'baseline.json', sound: baseline, args: [...checked, '--update-baseline'] },
    {
      name: 'a baseline of a run',
      file: 'baseline.json',
      sound: baseline,
      args: [...quickRun, '--baseline', 'baseline.json'],
    },
    { name: 'an entry of a corpus', ...corpus, sound: text(entry) },
    { name: 'an entry of a corpus with bytes', ...corpus, sound: text(raw) },
    {
      name: 'the copy of a pool',
      file: 'pool.json',
      sound: text(saved),
      args: ['restore', 'pool.json', '--rate', '1000', '--timeout', '500'],
    },
    {
      name: 'a list of open pools',
      file: 'out/open-pools.jsonl',
      sound: open.map((line) => `${JSON.stringify(line)}\n`).join(''),
      args: ['clean', '--target', target, '--yes', '--out', 'out'],
    },
    {
      name: 'the lock of an out folder',
      file: 'out/.poolproof-running',
      sound: '999999999\n',
      args: quickRun,
      isOptional: true,
    },
  ];
}

function connectionInputs({ certificate }: Scene): readonly Input[] {
  // Nothing listens on the port: the file is all that is looked at.
  const nowhere = [...quickRun, '--timeout', '500', '--target'];
  return [
    {
      name: 'a certificate',
      file: 'ca.pem',
      sound: certificate,
      args: [...nowhere, 'https://127.0.0.1:1', '--ca', 'ca.pem'],
    },
    {
      name: 'the certificate of an emulator',
      file: join('.aws', 'emulator', '1', 'ca.pem'),
      sound: certificate,
      args: [...nowhere, 'https://127.0.0.1:1'],
      env: { HOME: '.' },
    },
    {
      name: 'a module of handlers',
      file: 'handlers.mjs',
      sound: 'export const handlers = [];\n',
      args: [...quickRun, '--target', 'msw:handlers.mjs'],
    },
  ];
}
