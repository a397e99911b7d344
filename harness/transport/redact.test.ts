import { expect } from 'chai';
import fc from 'fast-check';
import { readAnswer } from './readAnswer.ts';
import { redact } from './redact.ts';

const signature = 'a'.repeat(64);

describe('redact', () => {
  it('takes secrets out of every part of an answer that a target may echo them in', () => {
    const secret = 'qu"oted\\secret';
    const echoed = `AWS4-HMAC-SHA256 Credential=AKID/20260101/x/y/aws4_request, Signature=${signature}`;
    const text = JSON.stringify({ __type: `E-${secret}`, message: `${secret} ${echoed}`, deep: [{ at: secret }] });
    const answer = redact(readAnswer(400, { 'x-echo': secret }, text, 1), [secret]);
    const kept = JSON.stringify(answer);
    for (const part of ['oted', signature, 'AKID']) expect(kept).not.to.include(part);
    expect(kept).to.include('[left out]');
  });

  it('knows a secret and its words in every letter case and encoding that servers use', () => {
    const token = 'tok/en+of=a "tester"~42-Zz';
    const secret = 'Bearer abcd/EFGH+ijkl-0123456789';
    const [, word = ''] = secret.split(' ');
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
        const answer = redact(readAnswer(400, { 'x-echo': echo }, `before ${echo} after`, 1), [token, secret]);
        expect(JSON.stringify(answer), echo).to.include('[left out]').and.not.include(echo);
      }
    }
  });

  it('leaves an answer without secrets as it came', () => {
    const answer = readAnswer(200, { date: 'now' }, '{"a":1}', 1);
    expect(redact(answer, ['something'])).to.equal(answer);
  });

  it('knows every part of eight characters and more, wherever an echo is cut off', () => {
    const secrets = ['Bearer s3cr/eT+of&the"tester=~42', 'AKID-9172634058-kqzvwxjm'];
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
        const answer = redact(readAnswer(400, { [`x-${before.length}`]: echo }, before + echo + after, 1), secrets);
        const kept = JSON.stringify(answer);
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

  it('takes a secret for one that is escaped in the text, a name or a number', () => {
    const text = '{"\\u0073ecret-0123456789":90817263,"b":"\\u0073ecret-0123456789"}';
    const kept = redact(readAnswer(200, {}, text, 1), ['secret-0123456789', '90817263']);
    expect(JSON.stringify(kept.kind === 'answered' && kept.body)).not.to.match(/ecret-0|9081726/);
  });

  it('leaves what a run sends and reads again: names of its pools, and values of cases', () => {
    const secrets = ['AKIDPOOLPROOFTESTKEY', 'token-of/0123456789==', 'arn:aws:iam::123456789012:role/x'];
    const pool = {
      Name: 'poolproof-20261129T004509-9e5efb',
      SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/a',
    };
    const answer = readAnswer(200, {}, JSON.stringify({ UserPool: pool }), 1);
    expect(redact(answer, secrets)).to.equal(answer);
  });

  it('leaves what is the same in every answer, though a header holds it', () => {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '00000000-0000-4000' };
    const answer = readAnswer(200, headers, '{"UserPool":{"EmailVerificationMessage":"a"}}', 1);
    const secrets = ['application/x-amz-json-1.1', '00000000-0000', 'EmailVerificationMessage'];
    expect(redact(answer, secrets.slice(0, 1))).to.equal(answer);
    expect(redact(answer, secrets.slice(2))).to.equal(answer);
    const named = readAnswer(200, {}, '{"UserPool":{"Id":"eu-central-1_abc"}}', 1);
    expect(redact(named, ['eu-central-1'], ['eu-central-1'])).to.equal(named);
  });
});
