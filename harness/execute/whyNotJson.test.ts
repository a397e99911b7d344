import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { directTransport } from '../transport/directTransport.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import { createPool } from './scratchPool.ts';
import { whyNotJson } from './whyNotJson.ts';

const why = (text: string, headers: Readonly<Record<string, string>> = {}) =>
  whyNotJson(readAnswer(200, headers, text, 1));

describe('what is said of a body that is no JSON', () => {
  const json = '{"UserPool":{"Id":"us-east-1_A"}}';
  const cases: readonly (readonly [string, string, string, Readonly<Record<string, string>>?])[] = [
    ['a byte order mark', `\ufeff${json}`, 'the body begins with a byte order mark, which is no part of JSON'],
    [
      'an encoding that the headers tell',
      '\u001f\ufffd\b\u0000',
      'the body is encoded as gzip, which no request asks for',
      { 'content-encoding': 'gzip' },
    ],
    [
      'an encoding that no header tells',
      '\u001f\ufffd\b\u0000',
      'the body is compressed, which no request asks for',
      { 'content-encoding': 'identity' },
    ],
    ['UTF-16', '\ufffd\ufffd{\u0000"\u0000', 'the body is not text in UTF-8'],
    ['depth', '['.repeat(2000), 'the body is nested too deeply'],
    ['the place where it breaks', '{"a":NaN}', 'Unexpected token \'N\', "{"a":NaN}" is not valid JSON'],
  ];
  for (const [name, text, says, headers] of cases) {
    it(`names ${name}`, () => expect(why(text, headers)).to.equal(says));
  }

  it('is nothing where it is JSON or empty, whatever the headers say', () => {
    for (const text of [json, '', 'null']) expect(why(text, { 'content-encoding': 'gzip' })).to.equal(undefined);
  });

  it('is why no pool could be made', async () => {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'content-encoding': 'gzip' };
    const transport = directTransport(async () => new Response(gzipSync(json), { headers }), 1000);
    const made = await createPool({ transport, contract: contractOf('2026-11-13', 'observed') });
    expect('failure' in made && made.failure).to.equal(
      'CreateUserPool does not answer with JSON: the body is encoded as gzip, which no request asks for',
    );
  });
});
