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

  it('leaves an answer without secrets as it came', () => {
    const answer = readAnswer(200, { date: 'now' }, '{"a":1}', 1);
    expect(redact(answer, ['something'])).to.equal(answer);
  });
});
