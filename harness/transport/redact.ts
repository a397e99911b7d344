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
  const clean = cleaner(secrets);
  if (answer.kind === 'unanswered') return { ...answer, detail: clean(answer.detail) };
  const text = clean(answer.text);
  if (text === answer.text && !Object.values(answer.headers).some((value) => clean(value) !== value)) return answer;
  return {
    ...answer,
    text,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, clean(value)])),
    body: answer.body === undefined ? undefined : JSON.parse(clean(JSON.stringify(answer.body))),
    message: answer.message === null ? null : clean(answer.message),
    error: answer.error === null ? null : clean(answer.error),
  };
}

// In a JSON body a secret is escaped as JSON requires.
function cleaner(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret.length > 3).flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]);
  return (text) => {
    const known = forms.reduce((rest, secret) => rest.replaceAll(secret, mark), text);
    if (!isSigned.test(known)) return known;
    return signed.reduce((rest, pattern) => rest.replaceAll(pattern, `$1${mark}`), known);
  };
}
