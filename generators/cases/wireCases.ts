import type { RequestForm } from '../../specs/clause.ts';
import { amzTarget, describeOperation, targetPrefix, testedOperation } from '../../specs/operation.ts';
import { type Case, poolPlaceholder, type RawContent } from './case.ts';

const target = amzTarget(testedOperation);
const valid = `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"1"}}`;

/** How deep the deepest bodies are: a parser or reader that calls itself runs out of stack. */
const depth = 10_000;

/** Requests that no SDK sends. */
export function wireCases(): readonly Case[] {
  return [
    ...bodyCases('no-json', noJson),
    ...bodyCases('no-object', noObject),
    ...bodyCases('empty-body', { empty: '', spaces: ' \r\n\t' }),
    ...bodyCases('unusual-json', unusualJson),
    ...bodyCases('unknown-members', unknownMembers),
    ...wireCasesOf('unusual-json', unusualBytes),
    ...wireCasesOf('headers', headers),
    ...wireCasesOf('unknown-operation', operations),
    ...wireCasesOf('method', methods),
    ...wireCasesOf('path', paths),
    ...wireCasesOf('encoding', encodings),
    ...wireCasesOf('size', sizes),
    ...wireCasesOf('signature', signatures),
    ...accepted,
  ];
}

type Named<T> = Readonly<Record<string, T>>;

function wireCasesOf(form: RequestForm, named: Named<RawContent>): readonly Case[] {
  return Object.entries(named).map(([name, raw]) => ({
    id: `wire/${form}/${name}`,
    phase: 'wire',
    clause: `wire.${form}`,
    member: '',
    breaks: [],
    request: {},
    raw: raw.body === undefined && raw.bytes === undefined ? { ...raw, body: valid } : raw,
  }));
}

function bodyCases(form: RequestForm, named: Named<string>): readonly Case[] {
  return wireCasesOf(form, Object.fromEntries(Object.entries(named).map(([name, body]) => [name, { body }])));
}

const noJson: Named<string> = {
  word: testedOperation,
  truncated: valid.slice(0, -2),
  'truncated-by-one': valid.slice(0, -1),
  'truncated-in-string': valid.slice(0, -6),
  'trailing-comma': valid.replace(/}}$/, ',}}'),
  'single-quotes': valid.replaceAll('"', "'"),
  'bare-keys': valid.replace('"UserPoolId"', 'UserPoolId'),
  comment: `/* ${target} */ ${valid}`,
  'two-objects': `${valid}${valid}`,
  'words-behind': `${valid} behind`,
  'one-bracket-more': `${valid}}`,
  'not-a-number': `{"UserPoolId":"${poolPlaceholder}","AccountRecoverySetting":NaN}`,
  'number-not-a-number': `{"UserPoolId":"${poolPlaceholder}","Policies":{"PasswordPolicy":{"MinimumLength":NaN}}}`,
  'number-infinite': `{"UserPoolId":"${poolPlaceholder}","Policies":{"PasswordPolicy":{"MinimumLength":Infinity}}}`,
  'python-literals': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":None}`,
  form: `UserPoolId=${poolPlaceholder}&Action=${testedOperation}`,
  xml: `<${testedOperation}><UserPoolId>${poolPlaceholder}</UserPoolId></${testedOperation}>`,
  'control-character': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"\u0001"}}`,
  'broken-escape': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"\\u12"}}`,
};

const noObject: Named<string> = {
  'empty-list': '[]',
  'list-of-the-object': `[${valid}]`,
  string: `"${poolPlaceholder}"`,
  'object-in-string': JSON.stringify(valid),
  number: '42',
  true: 'true',
};

const unusualJson: Named<string> = {
  null: 'null',
  'duplicated-key': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"1"},"UserPoolTags":{"Wire":"2"}}`,
  'duplicated-id': `{"UserPoolId":"us-east-1_Elsewhere","UserPoolId":"${poolPlaceholder}"}`,
  'duplicated-tag': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"1","Wire":"2"}}`,
  'byte-order-mark': `\uFEFF${valid}`,
  'null-character-behind': `${valid}\u0000`,
  'lone-surrogate': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"\\ud800"}}`,
  'huge-number': `{"UserPoolId":"${poolPlaceholder}","Policies":{"PasswordPolicy":{"MinimumLength":1e400}}}`,
  'long-number': `{"UserPoolId":"${poolPlaceholder}","Policies":{"PasswordPolicy":{"MinimumLength":${'9'.repeat(400)}}}}`,
  'deep-list': `{"UserPoolId":"${poolPlaceholder}","Deep":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  'deep-object': `{"UserPoolId":"${poolPlaceholder}","Deep":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`,
  'deep-in-member': `{"UserPoolId":"${poolPlaceholder}","UserPoolTags":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`,
  'deep-and-truncated': '['.repeat(depth),
};

const unknownMembers: Named<string> = {
  top: `{"UserPoolId":"${poolPlaceholder}","Strange":{"A":[1]}}`,
  'in-structure': `{"UserPoolId":"${poolPlaceholder}","DeviceConfiguration":{"Strange":true}}`,
  'in-inner-structure': `{"UserPoolId":"${poolPlaceholder}","Policies":{"PasswordPolicy":{"Strange":"x"}}}`,
  'in-list-item': `{"UserPoolId":"${poolPlaceholder}","AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"verified_email","Priority":1,"Strange":1}]}}`,
  'key-case': `{"UserPoolId":"${poolPlaceholder}","mfaconfiguration":"ON","userpooltags":{"Wire":"1"}}`,
  'key-case-of-id': `{"userPoolId":"${poolPlaceholder}"}`,
  'key-in-camel-case': `{"UserPoolId":"${poolPlaceholder}","userPoolTags":{"Wire":"1"}}`,
  'key-in-upper-case': `{"UserPoolId":"${poolPlaceholder}","USERPOOLTAGS":{"Wire":"1"}}`,
  'of-describe': `{"UserPoolId":"${poolPlaceholder}","Name":"other","Arn":"x","EstimatedNumberOfUsers":7}`,
  'of-describe-in-camel-case': `{"UserPoolId":"${poolPlaceholder}","name":"other","arn":"x","creationDate":0}`,
  'id-in-camel-case': `{"UserPoolId":"${poolPlaceholder}","id":"us-east-1_Elsewhere"}`,
  'of-create': `{"UserPoolId":"${poolPlaceholder}","UsernameAttributes":["email"]}`,
  prototype: `{"UserPoolId":"${poolPlaceholder}","__proto__":{"MfaConfiguration":"ON"},"constructor":{"prototype":{"MfaConfiguration":"ON"}}}`,
};

const base64 = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))).toString(
    'base64',
  );

const [tagStart, tagEnd] = [`{"UserPoolId":"${poolPlaceholder}","UserPoolTags":{"Wire":"`, '"}}'];

const unusualBytes: Named<RawContent> = {
  'not-utf-8': { bytes: base64(tagStart, [0xff, 0xfe, 0xc3, 0x28], tagEnd) },
  'latin-1': { bytes: base64(tagStart, [0xe9], tagEnd) },
  'overlong-utf-8': { bytes: base64(tagStart, [0xc0, 0xaf], tagEnd) },
  'surrogate-in-utf-8': { bytes: base64(tagStart, [0xed, 0xa0, 0x80], tagEnd) },
  'utf-16': {
    bytes: Buffer.from(`\uFEFF${valid.replace(poolPlaceholder, 'us-east-1_Abcdefghi')}`, 'utf16le').toString('base64'),
  },
  binary: { bytes: base64([0, 1, 2, 3, 0xff, 0xfe, 0x80]) },
};

const json = 'application/x-amz-json-1.1';

const headers: Named<RawContent> = {
  'content-type/none': { omits: ['content-type'] },
  'content-type/json': { headers: { 'content-type': 'application/json' } },
  'content-type/json-1.0': { headers: { 'content-type': 'application/x-amz-json-1.0' } },
  'content-type/charset': { headers: { 'content-type': `${json}; charset=utf-8` } },
  'content-type/form': { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  'content-type/text': { headers: { 'content-type': 'text/plain' } },
  'content-type/xml': { headers: { 'content-type': 'text/xml' } },
  'content-type/multipart': { headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  'content-type/twice': { headers: { 'content-type': [json, 'application/json'] } },
  'content-type/charset-unknown': { headers: { 'content-type': `${json}; charset=x-unknown` } },
  'target/none': { omits: ['x-amz-target'] },
  'target/empty': { headers: { 'x-amz-target': '' } },
  'target/lower-case': { headers: { 'x-amz-target': target.toLowerCase() } },
  'target/operation-lower-case': { headers: { 'x-amz-target': target.replace(testedOperation, 'updateUserPool') } },
  'target/service-and-dot': { headers: { 'x-amz-target': `${targetPrefix}.` } },
  'target/service-twice': { headers: { 'x-amz-target': `${targetPrefix}.${target}` } },
  'target/twice': { headers: { 'x-amz-target': [target, target] } },
  'target/two-operations': {
    headers: { 'x-amz-target': [target, amzTarget(describeOperation)] },
  },
  'target/prototype': { headers: { 'x-amz-target': `${targetPrefix}.__proto__` } },
  'target/constructor': { headers: { 'x-amz-target': `${targetPrefix}.constructor` } },
  'version/old': { headers: { 'x-amz-target': `${targetPrefix}_20100101.${testedOperation}` } },
  'version/current': { headers: { 'x-amz-target': `${targetPrefix}_20160418.${testedOperation}` } },
  'version/api-version': { headers: { 'x-amz-api-version': '1999-12-31' } },
  'accept/xml': { headers: { accept: 'application/xml' } },
};

const operations: Named<RawContent> = {
  'no-such-operation': { headers: { 'x-amz-target': `${target}Entirely` } },
  'other-service': { headers: { 'x-amz-target': `AWSCognitoIdentityService.${testedOperation}` } },
  'lower-case': { headers: { 'x-amz-target': `${targetPrefix}.${testedOperation.toLowerCase()}` } },
  'operation-alone': { headers: { 'x-amz-target': testedOperation } },
  'name-between': { headers: { 'x-amz-target': `${targetPrefix}.Foo.${testedOperation}` } },
  'service-alone': { headers: { 'x-amz-target': targetPrefix } },
};

const methods: Named<RawContent> = {
  get: { method: 'GET', body: '' },
  put: { method: 'PUT' },
  patch: { method: 'PATCH' },
  delete: { method: 'DELETE' },
};

const paths: Named<RawContent> = {
  operation: { path: `/${testedOperation}` },
  pool: { path: '/us-east-1_Abcdefghi' },
  query: { path: `/?Action=${testedOperation}` },
  'double-slash': { path: '//' },
  'dots-encoded': { path: '/%2e%2e/%2e%2e/etc/passwd' },
  'broken-escape': { path: '/%zz' },
  long: { path: `/${'a'.repeat(4_000)}` },
};

const encodings: Named<RawContent> = {
  gzip: { gzip: true },
  'gzip-untold': { gzip: true, omits: ['content-encoding'] },
  'gzip-claimed': { headers: { 'content-encoding': 'gzip' } },
  'unknown-encoding': { headers: { 'content-encoding': 'x-none' } },
  chunked: { chunked: true },
};

const sizes: Named<RawContent> = {
  'four-megabytes-of-space': { padding: 4 * 1024 * 1024 },
  'one-megabyte-of-space': { padding: 1024 * 1024 },
};

const signatures: Named<RawContent> = {
  none: { signed: false },
  wrong: { signed: 'wrongly' },
};

/** The same object in other spellings of JSON: any JSON parser accepts it. */
const accepted: readonly Case[] = Object.entries({
  spaces: ` \n\t${valid.replaceAll(':', ' : ').replaceAll(',', ' ,\r\n')} \n`,
  escapes: `{"\\u0055serPoolId":"${poolPlaceholder}","UserPoolTags":{"\\u0057ire":"\\u0031"}}`,
  'other-order': `{"UserPoolTags":{"Wire":"2"},"UserPoolId":"${poolPlaceholder}"}`,
}).map(([name, body]) => ({
  id: `wire/written-otherwise/${name}`,
  phase: 'wire',
  clause: 'wire.success-status',
  member: '',
  breaks: [],
  request: {},
  raw: { body },
}));
