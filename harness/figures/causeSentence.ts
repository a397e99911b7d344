import { type DeviationKind, deviationKinds } from '../record/record.ts';
import type { ClauseSort } from './clauseSort.ts';

/** What findings of one sort have in common, without a full stop. `all`: no clause of the sort was found to hold. */
export function causeSentence(group: string, all: boolean): string {
  const [kindName, sort, absent] = group.split('.');
  const kind = deviationKinds.find((one) => one === kindName) ?? 'unstable';
  if (kind === 'accepted-invalid') {
    const pair = acceptedInvalidSentences[sort as ClauseSort] ?? acceptedInvalidSentences.wire;
    return all ? pair[0] : pair[1];
  }
  if (kind === 'wrong-state' && sort === 'request')
    return stateSentences[absent ?? ''] ?? wrongStateSentence('wire', false);
  if (kind === 'wrong-state') return wrongStateSentence(sort as ClauseSort, absent !== undefined);
  if (kind === 'server-fault' && sort === 'unreadable') return 'Updates leave a pool that cannot be read';
  if (kindName === 'unnamed-error') return unnamedSentence(sort);
  if (kind === 'rejected-valid')
    return sort === 'request' ? otherSentences[kind] : `Valid values of ${sort} are refused`;
  if (kind === 'wrong-error' && sort !== undefined && sort !== 'other')
    return `Invalid requests are answered with ${sort}`;
  if (kind === 'malformed-answer') return formSentence(group);
  return otherSentences[kind];
}

function unnamedSentence(status: string | undefined): string {
  return status === '413'
    ? 'Long requests are refused (HTTP 413)'
    : `Requests are refused with HTTP ${status} and no error of the service`;
}

function formSentence(group: string): string {
  const clause = group.slice('malformed-answer.'.length);
  return formSentences[clause] ?? otherSentences['malformed-answer'];
}

const formSentences: Readonly<Record<string, string>> = {
  'wire.request-id': 'Answers have no request id',
  'wire.error-type': 'Errors do not name their type in the body',
  'wire.error-body': 'Errors have a body that is not JSON',
  'wire.error-message': 'Errors have no message',
  'wire.content-type': 'Answers have a wrong content type',
  'wire.success-body': 'Successes have a body',
};

const acceptedInvalidSentences: Readonly<Record<ClauseSort, readonly [string, string]>> = {
  type: ['No JSON type is checked', 'Values of a wrong JSON type are accepted'],
  required: ['No required member is demanded', 'Required members may be missing'],
  enum: ['No list of allowed values is enforced', 'Values that are not on the list are accepted'],
  pattern: ['No pattern is enforced', 'Texts against their pattern are accepted'],
  length: ['No length limit is enforced', 'Texts that are too short or too long are accepted'],
  value: ['No range of a number is enforced', 'Numbers out of their range are accepted'],
  size: ['No limit on the size of a list is enforced', 'Lists that are too short or too long are accepted'],
  rule: ['No rule between members is enforced', 'Members that do not go together are accepted'],
  sent: ['Values that may not be sent are accepted', 'Values that may not be sent are accepted'],
  omitted: ['Members that may not be left out may be', 'Members that may not be left out may be'],
  empty: ['Empty values are accepted', 'Empty values are accepted'],
  null: ['Null values are accepted', 'Null values are accepted'],
  wire: ['Invalid requests are accepted', 'Invalid requests are accepted'],
};

/** By the clause on the request as a whole. */
const stateSentences: Readonly<Record<string, string>> = {
  mirrored: 'Texts are not copied to the members that mirror them',
  untouchable: 'Members that no update may touch change',
  'unknown-members-ignored': 'Members that the operation does not have change the pool',
  'creation-date': 'An update changes the creation date',
  'last-modified-date': 'The date of the last change goes back',
  'date-form': 'Dates are not a number of seconds',
  'shown-type': 'Members are shown in another JSON type than the model’s',
  'mfa-agreement': 'GetUserPoolMfaConfig and DescribeUserPool disagree on MFA',
  'pool-id': 'Pools do not show their id as Id',
  'list-order': 'Lists come back in another order',
  serial: 'Requests at the same time leave a state that no order of them explains',
};

function wrongStateSentence(sort: ClauseSort, lost: boolean): string {
  switch (sort) {
    case 'sent':
      return lost ? 'Members that were sent are lost' : 'Members are not stored as sent';
    case 'omitted':
      return lost ? 'Members that were left out are lost' : 'Members that were left out become something else';
    case 'empty':
      return 'Members that were sent empty become something else';
    case 'null':
      return 'Members that were sent as null become something else';
    case 'type':
    case 'required':
    case 'enum':
    case 'pattern':
    case 'length':
    case 'value':
    case 'size':
    case 'rule':
    case 'wire':
      return lost ? 'The pool does not show all that it should' : 'The pool shows other than it should';
  }
}

const otherSentences: Readonly<Record<Exclude<DeviationKind, 'accepted-invalid' | 'wrong-state'>, string>> = {
  'rejected-valid': 'Valid requests are refused',
  'wrong-error': 'Invalid requests are answered with a wrong error',
  'wrong-status': 'Answers have a wrong HTTP status',
  'not-atomic': 'Refused requests change the pool',
  'leaked-state': 'An update of one pool changes another',
  'malformed-answer': 'Answers are malformed',
  'server-fault': 'Requests end in a server fault',
  'no-answer': 'Requests get no answer',
  unstable: 'The same request is answered in different ways',
};
