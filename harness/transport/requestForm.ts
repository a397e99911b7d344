import type { RawContent } from '../../generators/cases/case.ts';

/** How a request differs from a signed POST of JSON text to the usual path; absent parts are as usual. */
export interface RequestForm
  extends Pick<RawContent, 'headers' | 'omits' | 'method' | 'path' | 'signed' | 'chunked' | 'gzip'> {
  /** The body, where it is not text. */
  readonly bytes?: Uint8Array;
}

/** The parts of an HTTP request that a form changes, as the SDK has them. */
export interface FormedRequest {
  method: string;
  path: string;
  headers: Record<string, string | readonly string[]>;
  body?: unknown;
}

/** Applies the parts of a form that the signature covers. */
export function applyFormBeforeSigning(request: FormedRequest, form: RequestForm): void {
  const { bytes, method, path, headers = {}, omits = [], gzip } = form;
  if (bytes !== undefined) request.body = bytes;
  if (method !== undefined) request.method = method;
  if (path !== undefined) request.path = path;
  const single = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  Object.assign(request.headers, gzip ? { 'content-encoding': 'gzip' } : {}, Object.fromEntries(single));
  removeHeaders(request, omits);
}

/** Applies the parts of a form that no signature can cover. */
export function applyFormAfterSigning(request: FormedRequest, form: RequestForm): void {
  const { headers = {}, omits = [], signed, chunked } = form;
  const repeated = Object.entries(headers).filter(([, value]) => typeof value !== 'string');
  Object.assign(request.headers, Object.fromEntries(repeated));
  removeHeaders(request, omits);
  if (signed === false)
    removeHeaders(request, ['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);
  if (signed === 'wrongly') spoilSignature(request);
  if (chunked === true) {
    removeHeaders(request, ['content-length']);
    request.headers['transfer-encoding'] = 'chunked';
  }
}

function removeHeaders(request: FormedRequest, names: readonly string[]): void {
  const kept = Object.entries(request.headers).filter(([name]) => !names.includes(name.toLowerCase()));
  request.headers = Object.fromEntries(kept);
}

function spoilSignature(request: FormedRequest): void {
  const signature = String(request.headers.authorization ?? '');
  request.headers.authorization = signature.replace(/Signature=\w+/, `Signature=${'0'.repeat(64)}`);
}
