import { documented, examples, inferred, measured, reported } from '../authoring.ts';
import type { Clause, WireCheck } from '../clause.ts';
import type { Evidence } from '../evidence.ts';
import type { Topic } from '../topic.ts';
import { requestForms } from './requestForms.ts';

const protocol = documented('Smithy specification, AWS JSON protocols', '2025', 'So the protocol has it.');
const declared: Evidence = {
  basis: 'model',
  source: 'botocore 4a41a552',
  date: '2022-05-24',
  note: 'The model declares the protocol, an output without members, and the errors.',
};
const seen = measured(
  'live answers quoted in several projects (OBS-107)',
  '2026-09-02',
  'Client errors came with 400, __type and message.',
);

/** What every answer has to be, whatever was asked. */
export const wire: Topic = {
  clauses: [
    answerClause('success-status', 'An accepted request is answered with HTTP 200.', [declared, protocol]),
    answerClause('success-body', 'The body of a success is {} or empty.', [declared, protocol]),
    answerClause('error-status', 'An error is answered with HTTP 400, InternalErrorException with 500.', [
      seen,
      protocol,
    ]),
    answerClause(
      'error-type',
      'The body of an error names it in __type, with nothing behind the name, and no header says otherwise.',
      [seen, protocol],
    ),
    answerClause('error-namespace', 'The name in __type stands without a namespace.', [
      inferred(
        'live answers quoted in several projects (OBS-107)',
        '2026-09-02',
        'None had a namespace; yet every client was seen to read a name behind one.',
      ),
    ]),
    answerClause('error-body', 'The body of an error is a JSON object.', [seen, protocol]),
    answerClause('error-message', 'The body of an error has a message.', [
      reported(
        'live answers quoted in several projects',
        '2019',
        'Most errors had one; some of the parser’s had none.',
      ),
    ]),
    answerClause('request-id', 'Every answer has an x-amzn-requestid header.', [
      documented('AWS SDK reference', '2025', 'Clients read the id from this header.'),
    ]),
    answerClause(
      'content-type',
      'The content type of an answer is application/x-amz-json-1.1, or JSON without a version.',
      [protocol],
    ),
    answerClause('date-header', 'The Date header of an error is within five minutes of the time.', [
      documented(
        'AWS SDK for JavaScript 3.1169.0, run on a server of our own',
        '2026-11-28',
        'It takes a Date further off for a wrong clock of its own and sends every refused request three times.',
      ),
    ]),
    answerClause('answered', 'Every request is answered.', [declared]),
    answerClause('no-server-fault', 'No request is answered with a server fault that the contract does not know.', [
      declared,
    ]),
    ...requestForms,
  ],
};

function answerClause(check: WireCheck, says: string, evidence: readonly Evidence[]): Clause {
  return {
    id: `wire.${check}`,
    member: '',
    says,
    constraint: { kind: 'wire', check },
    onBreach: [],
    evidence,
    examples: examples([]),
  };
}
