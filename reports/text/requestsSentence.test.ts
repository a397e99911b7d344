import { expect } from 'chai';
import { countsOf } from '../../harness/transport/countedTransport.ts';
import { requestsSentence } from './requestsSentence.ts';

describe('what a run has sent', () => {
  const requestsBy = { ...countsOf(() => 0), cases: 5000, reading: 3, shrinking: 2, cleanUp: 1 };

  it('is told with the most frequent purpose first, and others together where there is little room', () => {
    expect(requestsSentence({ requests: 5006, requestsBy })).to.equal(
      '5,006: 5,000 cases, 3 reading back, 2 shrinking, 1 clean-up',
    );
    expect(requestsSentence({ requests: 5006, requestsBy }, 2)).to.equal(
      '5,006: 5,000 cases, 3 reading back, 3 others',
    );
    expect(requestsSentence({ requests: 5006, requestsBy }, 3)).to.contain('1 other');
  });

  it('is a number where the record says no more', () => {
    expect(requestsSentence({ requests: 1234 })).to.equal('1,234');
  });

  it('is not known of a run that was killed', () => {
    expect(requestsSentence({ requests: 0, cutOff: true })).to.equal('not known');
  });
});
