import { expect } from 'chai';
import { runTrial } from '../dev/runTrial.ts';
import type { Answer } from './answer.ts';
import { countedTransport, requestsFor } from './countedTransport.ts';
import type { Transport } from './transport.ts';

const answer: Answer = { kind: 'unanswered', why: 'reset', detail: '', ms: 0 };

function countingInner(): Transport {
  let sent = 0;
  return {
    sent: () => sent,
    route: undefined,
    close: () => {},
    send: async () => {
      sent += 1;
      return answer;
    },
  };
}

describe('the purposes of requests', () => {
  it('are told by the operation, unless somebody says what they are for', async () => {
    const { transport, counts } = countedTransport(countingInner());
    await transport.send('CreateUserPool', '{}');
    await transport.send('UpdateUserPool', '{}');
    await transport.send('DescribeUserPool', '{}');
    await transport.send('UpdateUserPool', '{}', 'removal');
    const shrinking = requestsFor(transport, 'shrinking');
    await shrinking.send('CreateUserPool', '{}');
    await requestsFor(shrinking, 'confirming').send('DescribeUserPool', '{}');
    await shrinking.send('DeleteUserPool', '{}', 'removal');
    expect(counts()).to.deep.include({ pools: 1, cases: 1, reading: 1, shrinking: 1, confirming: 1, cleanUp: 2 });
  });

  it('are one for each purpose, and the transport itself where nobody counts', () => {
    const { transport } = countedTransport(countingInner());
    expect(requestsFor(transport, 'prior')).to.equal(requestsFor(transport, 'prior'));
    const plain = countingInner();
    expect(requestsFor(plain, 'prior')).to.equal(plain);
  });

  it('add up to the requests of a run, with shrinking and the search for causes where there are findings', async () => {
    const policy = ({ DeviceConfiguration }: { readonly DeviceConfiguration?: unknown }) =>
      DeviceConfiguration === undefined
        ? undefined
        : { error: { name: 'InvalidParameterException', message: 'No.' } as const };
    const { footer } = await runTrial({ policy, phases: ['fuzz'], cases: 60 });
    const { requestsBy = { cases: 0, shrinking: 0, causes: 0 } } = footer;
    expect(Object.values(requestsBy).reduce((sum, count) => sum + count, 0)).to.equal(footer.requests);
    expect([requestsBy.cases, requestsBy.shrinking, requestsBy.causes]).to.satisfy((all: number[]) =>
      all.every((count) => count > 0),
    );
  });
});
