import type { RawContent } from '../../generators/cases/case.ts';

/** How a request departs from a signed POST of JSON text to the usual path; what is absent stays usual. */
export interface WireForm
  extends Pick<RawContent, 'headers' | 'omits' | 'method' | 'path' | 'signed' | 'chunked' | 'gzip'> {
  /** The body, where it is no text. */
  readonly bytes?: Uint8Array;
}

/** The parts of an HTTP request that a form changes, as the SDK has them. */
export interface FormedRequest {
  method: string;
  path: string;
  headers: Record<string, string | readonly string[]>;
  body?: unknown;
}

/** Puts into a request what belongs to it when it is signed. */
export function formBeforeSigning(request: FormedRequest, form: WireForm): void {
  const { bytes, method, path, headers = {}, omits = [], gzip } = form;
  if (bytes !== undefined) request.body = bytes;
  if (method !== undefined) request.method = method;
  if (path !== undefined) request.path = path;
  const single = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  Object.assign(request.headers, gzip ? { 'content-encoding': 'gzip' } : {}, Object.fromEntries(single));
  drop(request, omits);
}

/** Puts into a signed request what no signature can cover. */
export function formAfterSigning(request: FormedRequest, form: WireForm): void {
  const { headers = {}, omits = [], signed, chunked } = form;
  const repeated = Object.entries(headers).filter(([, value]) => typeof value !== 'string');
  Object.assign(request.headers, Object.fromEntries(repeated));
  drop(request, omits);
  if (signed === false) drop(request, ['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);
  if (signed === 'wrongly') spoilSignature(request);
  if (chunked === true) {
    drop(request, ['content-length']);
    request.headers['transfer-encoding'] = 'chunked';
  }
}

function drop(request: FormedRequest, names: readonly string[]): void {
  const kept = Object.entries(request.headers).filter(([name]) => !names.includes(name.toLowerCase()));
  request.headers = Object.fromEntries(kept);
}

function spoilSignature(request: FormedRequest): void {
  const signature = String(request.headers.authorization ?? '');
  request.headers.authorization = signature.replace(/Signature=\w+/, `Signature=${'0'.repeat(64)}`);
}
