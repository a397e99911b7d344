import { expect } from 'chai';
import { testedOperation } from '../../specs/operation.ts';
import type { Answer } from '../transport/answer.ts';
import { deniesOperation } from './deniesOperation.ts';

function refusal(error: string, message: string | null, status = 400): Answer {
  return { kind: 'answered', status, headers: {}, text: '', body: undefined, error, message, ms: 1 };
}

describe('a target that does not have an operation', () => {
  const denied = (answer: Answer) => deniesOperation(answer, testedOperation);

  it('says so by an error or in words', () => {
    const words = [
      `Invalid request: Unknown action: ${testedOperation}`,
      `Unknown Cognito IDP action: ${testedOperation}`,
      `Operation ${testedOperation} is not yet supported.`,
      `The ${testedOperation} action has not been implemented: not implemented`,
    ];
    for (const message of words)
      expect(denied(refusal('InvalidParameterValueException', message)), message).to.equal(true);
    expect(denied(refusal('', null, 501))).to.equal(true);
    expect(denied(refusal('InvalidAction', null))).to.equal(true);
    expect(denied(refusal('UnknownOperationException', null))).to.equal(true);
  });

  it('does not say so by refusing a request, or a feature, for another reason', () => {
    const words = [
      `User pool us-east-1_A does not exist. (${testedOperation})`,
      'The feature is not supported in this tier.',
      'Unknown action: CreateSomething',
      `An error occurred when calling the ${testedOperation} operation: invalid value`,
    ];
    for (const message of words) expect(denied(refusal('InvalidParameterException', message)), message).to.equal(false);
    expect(denied({ kind: 'unanswered', why: 'reset', detail: '', ms: 1 })).to.equal(false);
    expect(
      denied({ kind: 'answered', status: 200, headers: {}, text: '', body: {}, error: null, message: null, ms: 1 }),
    ).to.equal(false);
  });
});
