import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import type { Answer } from './answer.ts';
import { isPublic } from './publicWords.ts';
import { secretParts } from './secretParts.ts';

const mark = '[left out]';

// Credentials of a signed request that a target may echo, for instance on an error page for developers.
const signed = [
  /(Credential=)[^\s,/"\\]+/g,
  /(Signature=)[0-9a-f]{64}/g,
  /(X-Amz-Security-Token["\s:=\\]+)[^\s"\\,]+/gi,
];

/** Whether a text has any of those: most have none. */
const isSigned = /Credential=|Signature=|X-Amz-Security-Token/i;

/**
 * An answer without the secrets that its request carried, or longer parts of them, whichever way the target sent them back. What
 * is known to stand in answers, such as the Region, is no secret.
 */
export function redact(answer: Answer, secrets: readonly string[], known: readonly string[] = []): Answer {
  const clean = cleanerFor(secrets, known);
  if (answer.kind === 'unanswered') return { ...answer, detail: clean(answer.detail) };
  const text = clean(answer.text);
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [clean(name), clean(value)] as const),
  );
  const isSame =
    text === answer.text && Object.entries(answer.headers).every(([name, value]) => headers[name] === value);
  // What is escaped in the text is plain in the body.
  if (isSame && !text.includes('\\')) return answer;
  return {
    ...answer,
    text,
    headers,
    body: answer.body === undefined ? undefined : cleanValue(answer.body, clean),
    message: answer.message === null ? null : clean(answer.message),
    error: answer.error === null ? null : clean(answer.error),
  };
}

function cleanValue(value: JsonValue, clean: (text: string) => string): JsonValue {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number') return clean(String(value)) === String(value) ? value : mark;
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, clean));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [clean(name), cleanValue(child, clean)]));
}

let last: { readonly key: string; readonly clean: (text: string) => string } | undefined;

// The secrets of a transport hardly ever change, and a pattern of them takes time to make.
function cleanerFor(secrets: readonly string[], known: readonly string[]): (text: string) => string {
  const key = JSON.stringify([secrets, known]);
  if (last?.key !== key) last = { key, clean: cleaner(secrets, known) };
  return last.clean;
}

// Secrets come back as a whole, word by word or cut off, in another letter case, and in the encodings that servers and pages use.
function cleaner(secrets: readonly string[], known: readonly string[]): (text: string) => string {
  const isKnown = (text: string) => isPublic(text) || known.some((word) => word.toLowerCase().includes(text));
  const words = secrets.flatMap(wordsOf).filter((word) => !isKnown(word.toLowerCase()));
  const forms = [...new Set(words.flatMap(encodedForms))].toSorted((a, b) => b.length - a.length);
  const pattern = forms.length === 0 ? undefined : new RegExp(forms.map(escapeRegExp).join('|'), 'gi');
  const withoutParts = secretParts([...new Set(secrets.flatMap(encodedForms))], { mark, isPublic: isKnown });
  return (text) => {
    const known = withoutParts(pattern === undefined ? text : text.replaceAll(pattern, mark));
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
  const html = secret.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  const named = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [secret, json, json.replaceAll('/', '\\/'), encodeURIComponent(secret), html, named, ...base64Forms(secret)];
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
