import { documented, examples, inferred, reported } from '../authoring.ts';
import type { Clause, RequestForm } from '../clause.ts';
import type { ErrorName } from '../errors.ts';
import type { Evidence } from '../evidence.ts';

const parser = reported(
  'aws-amplify/amplify-js#4738 and #6014',
  '2020-02',
  'The parser refused other shapes of body with SerializationException.',
  'another operation',
);
const anyway: Evidence = {
  basis: 'model',
  source: 'botocore 4a41a552',
  date: '2022-05-24',
  note: 'Whatever is sent, the model knows no server fault but InternalErrorException.',
};

/**
 * What is known of requests that no SDK sends. Where a form earns no error nobody knows the answer: it has to be one all the
 * same, no server fault and no page for people, and the pool has to be as it was if it is a refusal.
 */
export const requestForms: readonly Clause[] = [
  formClause('no-json', 'A body that is no JSON is refused.', ['SerializationException'], [parser]),
  formClause('no-object', 'A body that is a list or a scalar is refused.', ['SerializationException'], [parser]),
  formClause(
    'empty-body',
    'An empty body is read as {}, so that UserPoolId is missing.',
    ['InvalidParameterException', 'SerializationException'],
    [documented('Smithy specification, AWS JSON protocols', '2025', 'Servers take an empty body for an empty object.')],
  ),
  formClause(
    'unknown-operation',
    'An operation that does not exist is refused.',
    ['UnknownOperationException'],
    [inferred('the habit of AWS JSON services', '2025', 'Other services name the error so.')],
  ),
  openForm('unusual-json', 'JSON that parsers read differently is answered.'),
  openForm('unknown-members', 'A request with members that the contract does not have is answered.'),
  openForm('headers', 'A request with wrong, missing or repeated headers is answered.'),
  openForm('method', 'A request by another method than POST is answered.'),
  openForm('path', 'A request for another path than the root is answered.'),
  openForm('encoding', 'A compressed or chunked request is answered.'),
  openForm('size', 'A request of several megabytes is answered.'),
  openForm('signature', 'A request without a signature, or with a wrong one, is answered.'),
];

function openForm(check: RequestForm, says: string): Clause {
  return formClause(check, says, [], [anyway]);
}

function formClause(
  check: RequestForm,
  says: string,
  onBreach: readonly ErrorName[],
  evidence: readonly Evidence[],
): Clause {
  return {
    id: `wire.${check}`,
    member: '',
    says,
    constraint: { kind: 'wire', check },
    onBreach,
    evidence,
    examples: examples([]),
  };
}
