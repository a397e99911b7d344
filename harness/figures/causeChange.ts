import { testedOperation } from '../../specs/operation.ts';
import type { Finding } from '../record/record.ts';
import type { ClauseSort } from './clauseSort.ts';

/** What to change in the target, in one sentence, so that the findings of a cause go. */
export function causeChange(cause: string, findings: readonly Finding[]): string {
  const [kind = '', rest = '', absent] = cause.split('.');
  const says = findings[0]?.says ?? '';
  switch (kind) {
    case 'accepted-invalid':
      return validationChanges[rest as ClauseSort] ?? validationChanges.rule;
    case 'wrong-state':
      if (rest === 'request') return requestChanges[absent ?? ''] ?? stateChange('wire', false);
      return stateChange(rest as ClauseSort, absent !== undefined);
    case 'rejected-valid':
      return `Accept every value that the contract allows in ${rest === 'request' ? 'the request' : rest}.`;
    case 'wrong-error':
      return `Answer these requests with the error that the contract names, not with ${rest === 'other' ? 'another one' : rest}.`;
    case 'unnamed-error':
      return rest === '413'
        ? 'Raise the limit on the size of a request body to what the longest valid request needs, and answer what is larger with an error of the service.'
        : `Let the operation answer these requests, rather than something in front of it with HTTP ${rest}, and give every error a __type.`;
    case 'server-fault':
      return rest === 'unreadable'
        ? 'Refuse what cannot be shown again, and make DescribeUserPool show every pool that an update leaves.'
        : 'Catch what fails while a request is read or carried out, and answer it with an error of the service.';
    case 'malformed-answer':
      return `Change the form of the answer: ${says}`;
    default:
      return otherChanges[kind] ?? says;
  }
}

const validationChanges: Readonly<Record<ClauseSort, string>> = {
  type: 'Check the JSON type of every member when the request is read, and refuse any other with SerializationException.',
  required: 'Refuse a structure that lacks a required member with InvalidParameterException.',
  enum: 'Refuse a value that is not on the list of allowed values with InvalidParameterException.',
  pattern:
    'Match texts as a whole against the pattern of their member, and refuse others with InvalidParameterException.',
  length: 'Refuse texts that are shorter or longer than their member allows with InvalidParameterException.',
  value: 'Refuse numbers outside the range of their member with InvalidParameterException.',
  size: 'Refuse lists and maps with fewer or more entries than allowed with InvalidParameterException.',
  rule: 'Check the members of a request against each other and against the pool before anything is stored.',
  sent: 'Refuse the values that may not be sent.',
  omitted: 'Refuse a request that leaves out what it has to hold.',
  empty: 'Refuse empty values where the contract does.',
  null: 'Refuse null where the contract does.',
  wire: 'Refuse requests of a form that the service refuses.',
};

const requestChanges: Readonly<Record<string, string>> = {
  mirrored: 'Store a text under both of its names: at the top level and in VerificationMessageTemplate.',
  untouchable: `Leave alone what ${testedOperation} has no member for, whatever the request holds.`,
  'unknown-members-ignored': 'Store nothing but the members that the operation has, and pass over all others.',
  'creation-date': 'Set the creation date once, when the pool is created.',
  'last-modified-date': 'Set the date of the last change to the time of the update.',
  'shown-type':
    'Show each member in its type: an empty map as {}, an empty list as [], a number without quotes, and a whole one without a fraction.',
  'date-form': 'Write dates as a number of seconds since 1970, as the protocol has them.',
  'mfa-agreement': 'Keep one MfaConfiguration for each pool, which both operations show.',
  'pool-id': 'Show the id of a pool as Id, when it is created and when it is read.',
  'list-order': 'Keep lists in the order in which they are sent.',
  serial: 'Carry out updates of one pool one after the other.',
};

function stateChange(sort: ClauseSort, lost: boolean): string {
  switch (sort) {
    case 'sent':
      return lost
        ? 'Store these members, and show them in DescribeUserPool.'
        : 'Store the value of these members as it is sent, and show it unchanged in DescribeUserPool.';
    case 'omitted':
      return 'When an update leaves these members out, keep each of them or reset it to its default, as the contract says for that member.';
    case 'empty':
    case 'null':
      return `Treat a member that is sent ${sort === 'null' ? 'as null' : 'empty'} as the contract says, rather than as any other value.`;
    default:
      return 'Show in DescribeUserPool what the contract asks for after an update.';
  }
}

const otherChanges: Readonly<Record<string, string>> = {
  'wrong-status': 'Answer successes with HTTP 200, and errors with 400, or 500 for InternalErrorException.',
  'not-atomic': 'Check a request as a whole before anything of it is stored.',
  'leaked-state': 'Keep the settings of every pool apart, and copy defaults rather than share them.',
  'no-answer': 'Answer every request, also one that cannot be read.',
  unstable: 'Answer the same request on the same state in the same way each time.',
};
