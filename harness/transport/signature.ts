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

/** Who signs, for which Region, and when. */
export interface Signing {
  readonly credentials: Credentials;
  readonly region: string;
  readonly moment: Date;
}

/** The headers of a signature, in the order in which the SDK adds them. */
export function signatureHeaders(
  { method, path, body, headers }: SignedRequest,
  { credentials, region, moment }: Signing,
): Readonly<Record<string, string>> {
  const date = moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const { sessionToken } = credentials;
  const added = {
    'x-amz-date': date,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    'x-amz-content-sha256': hash('sha256', body),
  };
  const signed: Readonly<Record<string, string>> = { ...headers, ...added };
  const sorted = Object.keys(signed).toSorted();
  const names = sorted.join(';');
  const lines = sorted.map((name) => `${name}:${plainlySpaced(signed[name] ?? '')}\n`).join('');
  const request = [method, escapedPath(path), '', lines, names, added['x-amz-content-sha256']].join('\n');
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, hash('sha256', request)].join('\n');
  const signature = createHmac('sha256', signingKey(credentials, date.slice(0, 8), region))
    .update(text)
    .digest('hex');
  return {
    ...added,
    authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

function plainlySpaced(value: string): string {
  return oddSpace.test(value) ? value.replaceAll(/\s+/g, ' ').trim() : value;
}

const oddSpace = /[^\S ]|\s\s|^\s|\s$/;

const service = 'cognito-idp';

let last: { readonly of: string; readonly key: KeyObject } | undefined;

// It takes four rounds to make and holds for a day; as a key object, since a buffer is made into one at each use.
function signingKey({ secretAccessKey }: Credentials, day: string, region: string): KeyObject {
  const of = JSON.stringify([secretAccessKey, day, region]);
  if (last?.of === of) return last.key;
  let key: Buffer | string = `AWS4${secretAccessKey}`;
  for (const part of [day, region, service, 'aws4_request']) key = createHmac('sha256', key).update(part).digest();
  last = { of, key: createSecretKey(Buffer.from(key)) };
  return last.key;
}

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
