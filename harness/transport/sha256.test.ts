import { createHash, createHmac } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { Sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('Sha256', () => {
  it('signs with keys of text, bytes or a part of a buffer as Node does with the same key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.uint8Array(), async (key, data) => {
        const signed = createHmac('sha256', key).update(data).digest('hex');
        const part = Uint8Array.from([0, ...key, 0]).subarray(1, -1);
        for (const secret of [key, part, Uint8Array.from(key).buffer]) {
          const hash = new Sha256(secret);
          hash.update(data);
          expect(hex(await hash.digest())).to.equal(signed);
        }
      }),
    );
    const hash = new Sha256('schlüssel');
    hash.update(Buffer.from('text'));
    expect(hex(await hash.digest())).to.equal(createHmac('sha256', 'schlüssel').update('text').digest('hex'));
  });

  it('hashes without a key, and begins anew after a reset', async () => {
    const hash = new Sha256();
    hash.update(Buffer.from('first'));
    await hash.digest();
    hash.reset();
    hash.update(Buffer.from('second'));
    expect(hex(await hash.digest())).to.equal(createHash('sha256').update('second').digest('hex'));
  });
});
