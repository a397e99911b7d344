import { expect } from 'chai';
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
});
