import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

type Secret = string | ArrayBuffer | ArrayBufferView;

/**
 * The checksum that the SDK signs with. Its own hands Node the key as bytes, which costs Node four times as much as the same key
 * as text, and that several times a request.
 */
export class Sha256 {
  readonly digestLength = 32;
  private readonly secret: Secret | undefined;
  private hash: Hash | Hmac;

  constructor(secret?: Secret) {
    this.secret = secret;
    this.hash = this.begun();
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = this.begun();
  }

  private begun(): Hash | Hmac {
    const { secret } = this;
    if (secret === undefined) return createHash('sha256');
    if (typeof secret === 'string') return createHmac('sha256', secret);
    return createHmac('sha256', asBuffer(secret).toString('latin1'), { encoding: 'latin1' });
  }
}

function asBuffer(secret: ArrayBuffer | ArrayBufferView): Buffer {
  if (!ArrayBuffer.isView(secret)) return Buffer.from(secret);
  return Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength);
}
