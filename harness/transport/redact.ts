import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
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

/** Gives a text without secrets. */
export type Redact = (text: string) => string;

/** Where nothing is secret. */
export const keepText: Redact = (text) => text;

/**
 * Takes secrets, and longer parts of them, out of texts, whichever way a target sent them back. What is known to stand in answers,
 * such as the Region, is no secret. Whoever judges or restores sees answers as they came: this is for what leaves the program.
 */
export function redactor(secrets: readonly string[], known: readonly string[] = []): Redact {
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

/** A value without secrets in its texts, names of members and numbers. */
export function redactedValue(value: JsonValue, redact: Redact): JsonValue {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'number') return redact(String(value)) === String(value) ? value : mark;
  if (Array.isArray(value)) return value.map((item) => redactedValue(item, redact));
  return isJsonObject(value) ? redactedMembers(value, redact) : value;
}

/** The same for an object. */
export function redactedMembers(members: JsonObject, redact: Redact): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [redact(name), redactedValue(value, redact)] as const),
  );
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
