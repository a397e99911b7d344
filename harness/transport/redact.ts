import { parsedJson } from '../../specs/json.ts';
import type { Answer } from './answer.ts';

const mark = '[left out]';

// Credentials of a signed request that a target may echo, for instance on an error page for developers.
const signed = [
  /(Credential=)[^\s,/"\\]+/g,
  /(Signature=)[0-9a-f]{64}/g,
  /(X-Amz-Security-Token["\s:=\\]+)[^\s"\\,]+/gi,
];

/** Whether a text has any of those: most have none. */
const isSigned = /Credential=|Signature=|X-Amz-Security-Token/i;

/** An answer without the secrets that its request carried, whichever way the target sent them back. */
export function redact(answer: Answer, secrets: readonly string[]): Answer {
  const clean = cleanerFor(secrets);
  if (answer.kind === 'unanswered') return { ...answer, detail: clean(answer.detail) };
  const text = clean(answer.text);
  if (text === answer.text && !Object.values(answer.headers).some((value) => clean(value) !== value)) return answer;
  return {
    ...answer,
    text,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, clean(value)])),
    body: answer.body === undefined ? undefined : parsedJson(clean(JSON.stringify(answer.body))),
    message: answer.message === null ? null : clean(answer.message),
    error: answer.error === null ? null : clean(answer.error),
  };
}

let last: { readonly key: string; readonly clean: (text: string) => string } | undefined;

// The secrets of a transport hardly ever change, and a pattern of them takes time to make.
function cleanerFor(secrets: readonly string[]): (text: string) => string {
  const key = secrets.join('\n');
  if (last?.key !== key) last = { key, clean: cleaner(secrets) };
  return last.clean;
}

// Secrets come back as a whole or word by word, in another letter case, and in the encodings that servers and pages use.
function cleaner(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap(wordsOf).flatMap(encodedForms))].toSorted((a, b) => b.length - a.length);
  const pattern = forms.length === 0 ? undefined : new RegExp(forms.map(escapeRegExp).join('|'), 'gi');
  return (text) => {
    const known = pattern === undefined ? text : text.replaceAll(pattern, mark);
    if (!isSigned.test(known)) return known;
    return signed.reduce((rest, pattern) => rest.replaceAll(pattern, `$1${mark}`), known);
  };
}

/** A secret, and its words that are long enough to be one: a token without its scheme, a cookie without its name. */
function wordsOf(secret: string): readonly string[] {
  const words = secret.split(/[\s,;:="]+/).filter((word) => word.length >= 8);
  return [secret, ...words].filter((word) => word.length > 3);
}

function encodedForms(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, json.replaceAll('/', '\\/'), encodeURIComponent(secret), ...base64Forms(secret)];
}

/** What a secret of eight characters or more looks like within base64, at each of the three places where it may begin. */
function base64Forms(secret: string): readonly string[] {
  if (secret.length < 8) return [];
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // The characters at both ends depend on what stands beside the secret.
    const start = before === 0 ? 0 : before + 1;
    const length = Math.floor((bytes.length * 8) / 6);
    return [bytes.toString('base64'), bytes.toString('base64url')].map((text) => text.slice(start, length));
  });
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
