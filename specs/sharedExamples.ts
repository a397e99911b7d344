import { examples } from './authoring.ts';
import type { Evidence } from './evidence.ts';
import type { JsonValue } from './json.ts';
import { kebabPath, type MemberPath } from './member.ts';
import type { ModelNote } from './topic.ts';

// Members that share a shape share their examples. The numbers are written out here and read from no shape.

type Notes = Readonly<Record<string, ModelNote>>;

/** A function's ARN in the Region and account of all examples. */
export const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:poolproof';

/** Another function's ARN. */
export const otherFunctionArn = 'arn:aws:lambda:us-east-1:123456789012:function:poolproof-other';

/** A KMS key's ARN. */
export const keyArn = 'arn:aws:kms:us-east-1:123456789012:key/1f2e3d4c-0000-4000-8000-123456789012';

/** The ARN of a role that could send SMS messages. */
export const roleArn = 'arn:aws:iam::123456789012:role/service-role/poolproof-sms';

/** The ARN of an SES identity. */
export const identityArn = 'arn:aws:ses:us-east-1:123456789012:identity/sender@example.com';

/** An ARN of 20 to 2048 characters. */
export function arnNotes(path: MemberPath, service: string, evidence: readonly Evidence[] = []): Notes {
  const arn = `arn:aws:${service}:us-east-1:123456789012:function:`;
  return notes(
    path,
    {
      // Twenty characters leave no room for a Region.
      min: examples(['arn:aws:lambda::1:ab'], ['arn:aws:lambda::1:a']),
      max: examples([arn.padEnd(2048, 'f')], [arn.padEnd(2049, 'f')]),
      pattern: examples(
        [`${arn}name`, `${arn}name:prod`, 'arn:aws-cn:iam::123456789012:role/service-role/name'],
        ['arn:aws:lambda:us-east-1:account:function:name', `${arn}name:$LATEST`, 'function-without-any-arn'],
      ),
    },
    { pattern: evidence },
  );
}

/** An SMS text of 6 to 140 characters that holds the place of the code. No shorter text can hold it. */
export function smsMessageNotes(path: MemberPath, evidence: readonly Evidence[] = []): Notes {
  return notes(
    path,
    {
      min: examples(['{####}'], ['{###}', '']),
      max: examples(['{####}'.padEnd(140, 'x'), '{####}'.padEnd(140, 'お')], ['{####}'.padEnd(141, 'x')]),
      pattern: examples(['{####}', 'Code {####}.', '{####}{####}'], ['Your code', '{ #### }', '{###}##']),
    },
    { pattern: evidence },
  );
}

/** A mail of 6 to 20,000 characters that holds the place of the code. */
export function emailMessageNotes(path: MemberPath, evidence: readonly Evidence[] = []): Notes {
  return notes(
    path,
    {
      min: examples(['{####}'], ['{###}', '']),
      max: examples(['{####}'.padEnd(20000, 'x')], ['{####}'.padEnd(20001, 'x')]),
      pattern: examples(
        ['{####}', 'Line\n{####}\n', '<b>{####}</b> ✓', 'コード {####}'],
        ['Your code.', '{####} \u0007', '{####}\u200b'],
      ),
    },
    { pattern: evidence },
  );
}

/** A subject of 1 to 140 characters without control characters. */
export function subjectNotes(path: MemberPath, evidence: readonly Evidence[] = []): Notes {
  return notes(
    path,
    {
      // The empty text breaks the pattern too.
      min: examples(['S'], ['']),
      max: examples(['S'.repeat(140), 'う'.repeat(140), '𝒮'.repeat(140)], ['S'.repeat(141)]),
      pattern: examples(['Your code', 'Ünïcode ✓ 42'], ['Bell \u0007', 'Zero\u200bwidth']),
    },
    { max: evidence },
  );
}

/** Free text of up to 131,072 characters, the empty one included. */
export function freeTextNotes(path: MemberPath, filled: (length: number) => string): Notes {
  return notes(path, { max: examples([filled(131072)], [filled(131073)]) }, {});
}

/** The name of a Region, 5 to 32 characters. */
export function regionNotes(path: MemberPath): Notes {
  return notes(
    path,
    {
      min: examples(['aa-b1'], ['us-1', '']),
      max: examples(['us-east-1', 'r'.repeat(32)], ['r'.repeat(33)]),
    },
    {},
  );
}

/** Which values an enumeration takes, and some that look alike. */
export function enumNote(
  takes: readonly string[],
  refuses: readonly JsonValue[],
  evidence: readonly Evidence[] = [],
): ModelNote {
  return { examples: examples(takes, refuses), evidence };
}

function notes(
  path: MemberPath,
  kinds: Readonly<Record<string, ModelNote['examples']>>,
  evidence: Readonly<Record<string, readonly Evidence[]>>,
): Notes {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, both]) => [
      `${kebabPath(path)}.${kind}`,
      { examples: both, evidence: evidence[kind] ?? [] },
    ]),
  );
}
