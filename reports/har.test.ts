import { expect } from 'chai';
import { fixtureRecord } from './fixtureRecord.ts';
import { har } from './har.ts';

interface Entry {
  readonly time: number;
  readonly request: {
    readonly url: string;
    readonly headers: readonly { readonly name: string }[];
    readonly postData: { readonly text: string };
  };
  readonly response: { readonly status: number; readonly content: { readonly text?: string } };
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly comment: string;
}

const text = har.render(fixtureRecord, { color: false, width: 80 });
const { log } = JSON.parse(text) as { readonly log: { readonly version: string; readonly entries: readonly Entry[] } };
const entryOf = (id: string): Entry | undefined => log.entries.find(({ comment }) => comment.startsWith(`${id}:`));

describe('the har report', () => {
  it('is HAR 1.2 with an entry for each case that was sent', () => {
    expect(log.version).to.equal('1.2');
    const sent = fixtureRecord.cases.filter(({ verdict }) => verdict.kind !== 'skipped');
    expect(log.entries.map(({ comment }) => comment.replace(/: \w+$/, ''))).to.deep.equal(sent.map(({ id }) => id));
  });

  it('has what was sent and what came, and times that add up', () => {
    const entry = entryOf('wire/torn-body');
    expect(entry?.request.url).to.equal('http://127.0.0.1:9229/');
    expect(entry?.request.postData.text).to.equal('{"UserPoolId": "{UserPoolId}", "PoolName": "torn');
    expect(entry?.response).to.deep.include({ status: 500 });
    expect(entry?.response.content.text).to.contain('Internal Server Error');
    for (const { time, timings } of log.entries) expect(timings.send + timings.wait + timings.receive).to.equal(time);
  });

  it('has status 0 for an answer that never came', () => {
    expect(entryOf('race/two-updates')?.response.status).to.equal(0);
  });

  it('has nothing that signs a request', () => {
    expect(text).not.to.match(/authorization|security-token|x-amz-date/i);
  });
});
