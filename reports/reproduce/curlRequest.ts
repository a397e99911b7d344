import { Buffer } from 'node:buffer';
import { signingName } from '../../specs/operation.ts';
import { singleQuote } from '../../specs/shellQuote.ts';
import {
  otherCasePlaceholder,
  poolPlaceholder,
  type Question,
  type RawContent,
  type Scenario,
  type ScriptBodies,
} from './buildScenario.ts';
import { signingOptions, usualTarget } from './curlSigning.ts';
import { heredoc } from './heredoc.ts';

/** The options of curl that send the request in question, where it is none that an SDK sends; each goes on a line of its own. */
export function curlOptions({ question: { raw }, endpoint, region, route }: Scenario): readonly string[] {
  const { method = 'POST', path, signed } = raw ?? {};
  const isBodyless = method === 'GET' || method === 'HEAD';
  return [
    ...(signed === undefined ? [signingOptions(region)] : []),
    ...(method === 'POST' ? [] : [`-X ${singleQuote(method)}`]),
    ...headerOptions(raw ?? {}, region, route),
    ...(isBodyless ? [] : ['--data-binary @"$work/request"']),
    path === undefined ? usualUrl(route) : singleQuote(`${originOf(endpoint)}${path}`),
  ];
}

function originOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : endpoint;
}

function usualUrl(route: Scenario['route']): string {
  return route === 'openapi' ? `"$endpoint/%23X-Amz-Target=${usualTarget}"` : '"$endpoint/"';
}

function headerOptions(
  { headers = {}, omits = [], gzip, chunked, signed }: RawContent,
  region: string,
  route: Scenario['route'],
): readonly string[] {
  const usual: Readonly<Record<string, string | readonly string[]>> = {
    'content-type': route === 'openapi' ? 'application/json' : 'application/x-amz-json-1.1',
    'x-amz-target': usualTarget,
    ...(gzip === true ? { 'content-encoding': 'gzip' } : {}),
    ...(chunked === true ? { 'transfer-encoding': 'chunked' } : {}),
    ...(signed === 'wrongly' ? wrongSignature(region) : {}),
    ...headers,
  };
  const sent = Object.entries(usual).filter(([name]) => !omits.includes(name));
  return [
    ...sent.flatMap(([name, value]) => [value].flat().map((each) => `-H ${headerWord(name, each)}`)),
    // curl has a content type of its own for a body.
    ...(omits.includes('content-type') ? ["-H 'content-type:'"] : []),
  ];
}

function headerWord(name: string, value: string): string {
  return singleQuote(value === '' ? `${name};` : `${name}: ${value}`);
}

function wrongSignature(region: string): Readonly<Record<string, string>> {
  const scope = `local/20260101/${region}/${signingName}/aws4_request`;
  return {
    'x-amz-date': '20260101T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
  };
}

/** The lines that write a body which is not a JSON object into $work/request, byte for byte. */
export function requestBytes({ body, raw }: Question, { request, runs }: ScriptBodies): readonly string[] {
  const text = String(body);
  const stages = [...paddingOf(raw ?? {}), ...(raw?.gzip === true ? ['gzip -c'] : [])];
  const end = [...stages, 'cat'].slice(0, Math.max(1, stages.length)).join(' | ');
  if (text === '' && raw?.padding === undefined) return [': >"$work/request"'];
  const plain = raw?.bytes === undefined ? Buffer.from(text, 'utf8') : Buffer.from(text, 'base64');
  const coded = raw?.bytes !== undefined || /[^\P{C}\n\t]/u.test(text);
  const written = coded ? (raw?.bytes ?? plain.toString('base64')) : request;
  const { redirect, lines } = heredoc(coded ? brokenLines(written) : written, coded ? 'BASE64' : 'BODY');
  const first = coded
    ? `base64 --decode ${redirect} | fill`
    : runs
      ? `write_out ${redirect} | fill`
      : `fill ${redirect}`;
  return [`${first} | head -c ${byteSizeText(plain)} | ${end} >"$work/request"`, ...lines];
}

// A here-document ends in a newline that the body may not have, so the exact count of bytes is kept.
function byteSizeText(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const own = text.split(poolPlaceholder).length - 1;
  const swapped = text.split(otherCasePlaceholder).length - 1;
  const fixed = bytes.length - own * poolPlaceholder.length - swapped * otherCasePlaceholder.length;
  const parts = [
    String(fixed),
    ...(own > 0 ? [`${own} * \${#pool}`] : []),
    ...(swapped > 0 ? [`${swapped} * \${#swapped}`] : []),
  ];
  return parts.length === 1 ? parts.join('') : `"$((${parts.join(' + ')}))"`;
}

function paddingOf({ padding }: RawContent): readonly string[] {
  return padding === undefined ? [] : [`{ head -c ${padding} /dev/zero | tr '\\0' ' '; cat; }`];
}

function brokenLines(base64: string): string {
  return base64.replace(/.{76}(?=.)/g, '$&\n');
}
