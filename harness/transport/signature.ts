import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { Credentials } from './transport.ts';

/** What a signature of version 4 covers. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Names in lower case. All of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Who signs, and for which Region. */
export interface Signing {
  readonly credentials: Credentials;
  readonly region: string;
}

/** Gives the headers of a signature at a moment, in the order in which the SDK adds them. */
export type Sign = (request: SignedRequest, moment: Date) => Readonly<Record<string, string>>;

/** Signs requests one after the other. */
export function signer({ credentials, region }: Signing): Sign {
  const { accessKeyId, sessionToken } = credentials;
  let key: DayKey | undefined;
  return ({ method, path, body, headers }, moment) => {
    const date = moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
    const day = date.slice(0, 8);
    if (key?.day !== day) key = dayKey({ credentials, region }, day);
    const added = {
      'x-amz-date': date,
      ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
      'x-amz-content-sha256': hash('sha256', body),
    };
    const signed: Readonly<Record<string, string>> = { ...headers, ...added };
    const sorted = Object.keys(signed).toSorted();
    const names = sorted.join(';');
    const lines = sorted.map((name) => `${name}:${plainlySpaced(signed[name] ?? '')}\n`).join('');
    const request = `${method}\n${escapedPath(path)}\n\n${lines}\n${names}\n${added['x-amz-content-sha256']}`;
    const text = `AWS4-HMAC-SHA256\n${date}\n${key.scope}\n${hash('sha256', request)}`;
    const signature = createHmac('sha256', key.secret).update(text).digest('hex');
    return {
      ...added,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${key.scope}, SignedHeaders=${names}, Signature=${signature}`,
    };
  };
}

const service = 'cognito-idp';

/** What is signed with on one day. */
interface DayKey {
  readonly day: string;
  readonly scope: string;
  readonly secret: KeyObject;
}

// It takes four rounds to make, and so is kept; as a key object, since a buffer is made into one at each use.
function dayKey({ credentials, region }: Signing, day: string): DayKey {
  const parts = [day, region, service, 'aws4_request'];
  let secret: Buffer | string = `AWS4${credentials.secretAccessKey}`;
  for (const part of parts) secret = createHmac('sha256', secret).update(part).digest();
  return { day, scope: parts.join('/'), secret: createSecretKey(Buffer.from(secret)) };
}

function plainlySpaced(value: string): string {
  return oddSpace.test(value) ? value.replaceAll(/\s+/g, ' ').trim() : value;
}

const oddSpace = /[^\S ]|\s\s|^\s|\s$/;

// As every service but S3 wants it: what is escaped already is escaped once more.
function escapedPath(path: string): string {
  if (path === '/') return path;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const end = path.endsWith('/') && parts.length > 0 ? '/' : '';
  return `/${parts.map(escaped).join('/')}${end}`;
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
