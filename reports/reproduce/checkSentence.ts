import type { Check } from './check.ts';

/** What a script looks for, in one sentence. */
export function checkSentence(check: Check): string {
  switch (check.kind) {
    case 'accepted':
      return 'Shown if the request is accepted.';
    case 'error':
      return `Shown if the answer is ${check.name}.`;
    case 'status':
      return `Shown if the answer has HTTP status ${check.status}.`;
    case 'no-answer':
      return 'Shown if no answer comes.';
    case 'message':
      return 'Shown if the error has the same message as in the run.';
    case 'body':
      return `Shown if the body of the answer is ${bodyWords[check.form]}.`;
    case 'type':
      return `Shown if ${typeWords[check.form]}.`;
    case 'no-message':
      return 'Shown if the error has no message.';
    case 'no-request-id':
      return 'Shown if the answer has no request id header.';
    case 'content-type':
      return check.is === 'absent'
        ? 'Shown if the answer has no content type.'
        : `Shown if the content type of the answer is ${check.is}.`;
    case 'absent':
      return `Shown if the pool has no ${check.member} afterwards.`;
    case 'unchanged':
      return `Shown if ${check.member} is the same before and after.`;
    case 'changed':
      return `Shown if ${check.member || 'the pool'}${check.pool === 2 ? ' of the other pool' : ''} differs before and after.`;
    case 'shows':
      return `Shown if the pool has this ${check.member} afterwards: ${check.lines.join(', ')}`;
    case 'date-form':
      return `Shown if ${check.member} is ${check.form === 'text' ? 'a text' : 'in milliseconds'}, not a number of seconds.`;
    case 'shown-type':
      return `Shown if ${check.member} is shown as ${typeNames[check.type] ?? check.type}.`;
    case 'backwards':
      return `Shown if ${check.member} is earlier afterwards than before.`;
    case 'unreadable':
      return 'Shown if DescribeUserPool does not show the pool afterwards.';
  }
}

const typeNames: Readonly<Record<string, string>> = {
  list: 'a list',
  object: 'an object',
  string: 'a text',
  number: 'a number',
  fraction: 'a number with a fraction or an exponent',
  boolean: 'true or false',
};

const bodyWords = {
  markup: 'markup',
  empty: 'empty',
  'not-json': 'not JSON',
  content: 'neither empty nor {}',
} as const;

const typeWords = {
  absent: 'the body of the error has no __type',
  namespaced: 'the __type of the error has a namespace',
  'two-names': '__type and the header x-amzn-errortype name two errors',
} as const;
