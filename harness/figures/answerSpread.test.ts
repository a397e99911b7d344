import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { AnswerLine } from '../record/record.ts';
import { type AnswerSpread, answerSpread } from './answerSpread.ts';

const [template] = fixtureRecord.cases;

function answered(status: number, ms: number): AnswerLine {
  return { kind: 'answered', status, error: null, message: null, body: '', headers: {}, ms };
}

function spreadOf(...answers: readonly AnswerLine[]): AnswerSpread {
  if (template === undefined) throw new Error('The fixture has no case.');
  const collector = answerSpread();
  for (const answer of answers) collector.take({ ...template, answer });
  return collector.result();
}

describe('the spread of answers', () => {
  it('counts statuses, the most frequent first, and answers that never came', () => {
    const reset: AnswerLine = { kind: 'unanswered', why: 'reset', detail: '', ms: 1 };
    const { statuses } = spreadOf(answered(400, 1), answered(200, 1), answered(200, 1), reset);
    expect(statuses).to.deep.equal([
      { label: 'HTTP 200', count: 2 },
      { label: 'HTTP 400', count: 1 },
      { label: 'none: reset', count: 1 },
    ]);
  });

  it('counts times in steps, with the empty steps between them and none at the ends', () => {
    const { latencies, median, slow } = spreadOf(answered(200, 3), answered(200, 4), answered(200, 15));
    expect(latencies).to.deep.equal([
      { label: 'below 5 ms', count: 2 },
      { label: 'below 10 ms', count: 0 },
      { label: 'below 20 ms', count: 1 },
    ]);
    expect([median, slow]).to.deep.equal([4, 15]);
  });

  it('leaves out what was not sent', () => {
    const unsent: AnswerLine = { kind: 'unanswered', why: 'not-sent', detail: '', ms: 0 };
    expect(spreadOf(unsent)).to.deep.equal({ statuses: [], latencies: [], median: null, slow: null });
  });
});
