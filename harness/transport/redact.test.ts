import { expect } from 'chai';
import fc from 'fast-check';
import { redactedValue, redactor } from './redact.ts';

const signature = 'a'.repeat(64);

describe('redact', () => {
  it('takes secrets out of names, texts and numbers of values, and credentials out of an echoed request', () => {
    const secret = 'qu"oted\\secret';
    const echoed = `AWS4-HMAC-SHA256 Credential=AKID/20260101/x/y/aws4_request, Signature=${signature}`;
    const value = { __type: `E-${secret}`, message: `${secret} ${echoed}`, deep: [{ [secret]: 90817263 }] };
    const kept = JSON.stringify(redactedValue(value, redactor([secret, '90817263'])));
    for (const part of ['oted', signature, 'AKID', '9081726']) expect(kept).not.to.include(part);
    expect(kept).to.include('[left out]');
  });

  it('knows a secret and its words in every letter case and encoding that servers use', () => {
    const token = 'tok/en+of=a "tester"~42-Zz';
    const secret = 'Bearer abcd/EFGH+ijkl-0123456789';
    const [, word = ''] = secret.split(' ');
    const redact = redactor([token, secret]);
    for (const each of [token, secret, word]) {
      const padded = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${each}yz`));
      const echoes = [
        each.toUpperCase(),
        encodeURIComponent(each),
        JSON.stringify({ message: each }),
        JSON.stringify({ message: each }).replaceAll('/', '\\/'),
        ...padded.flatMap((bytes) => [bytes.toString('base64'), bytes.toString('base64url')]),
      ];
      for (const echo of echoes) {
        const kept = redact(`before ${echo} after`);
        expect(kept, echo).to.include('[left out]').and.not.include(echo);
      }
    }
  });

  it('leaves a value without secrets as it is', () => {
    const value = { a: [1, 'b', null, true] };
    expect(redactedValue(value, redactor(['something']))).to.deep.equal(value);
  });

  it('knows every part of eight characters and more, wherever an echo is cut off', () => {
    const secrets = ['Bearer s3cr/eT+of&the"tester=~42', 'AKID-9172634058-kqzvwxjm'];
    const redact = redactor(secrets);
    const part = fc
      .constantFrom(...secrets)
      .chain((secret) =>
        fc
          .tuple(fc.nat({ max: secret.length - 8 }), fc.nat({ max: secret.length }))
          .map(([start, more]) => secret.slice(start, start + 8 + more)),
      );
    const encodings: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => encodeURIComponent(text),
      (text) => JSON.stringify(text).slice(1, -1),
      (text) => Buffer.from(`{"a":"${text}"}`).toString('base64'),
      (text) => Buffer.from(`x${text}`).toString('base64url'),
    ];
    const around = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(part, fc.constantFrom(...encodings), around, around, (plain, encode, before, after) => {
        const echo = encode(plain);
        const kept = JSON.stringify(redact(before + echo + after));
        for (let at = 0; at + 8 <= plain.length; at += 1) {
          const piece = plain.slice(at, at + 8);
          for (const form of [piece, encodeURIComponent(piece), Buffer.from(piece).toString('base64').slice(0, 10)]) {
            expect(kept.toLowerCase()).not.to.include(JSON.stringify(form).slice(1, -1).toLowerCase());
          }
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('takes a secret for one that is escaped in a text', () => {
    const text = '{"\\u0073ecret-0123456789":1,"b":"\\u0073ecret-0123456789"}';
    expect(redactor(['secret-0123456789'])(text)).not.to.match(/ecret-0/);
  });

  it('leaves what a run sends and reads again: names of its pools, and values of cases', () => {
    const secrets = ['AKIDPOOLPROOFTESTKEY', 'token-of/0123456789==', 'arn:aws:iam::123456789012:role/x'];
    const pool = {
      Name: 'poolproof-20261129T004509-9e5efb',
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/a',
    };
    expect(redactedValue(pool, redactor(secrets))).to.deep.equal(pool);
  });

  it('leaves what is the same in every answer, though a header holds it', () => {
    const text = 'application/x-amz-json-1.1 {"UserPool":{"EmailVerificationMessage":"a"}}';
    for (const secret of ['application/x-amz-json-1.1', 'EmailVerificationMessage'])
      expect(redactor([secret])(text)).to.equal(text);
    const named = '{"UserPool":{"Id":"eu-central-1_abc"}}';
    expect(redactor(['eu-central-1'], ['eu-central-1'])(named)).to.equal(named);
  });
});
