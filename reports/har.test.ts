import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
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

const formats = { 'date-time': (value: string) => !Number.isNaN(Date.parse(value)), uri: URL.canParse };
const ajv = new Ajv({ strict: false, formats: { ...formats, ipv4: true, ipv6: true } }).addMetaSchema(draft6);
const folder = new URL('./', import.meta.resolve('har-schema'));
for (const name of readdirSync(folder).filter((each) => each.endsWith('.json')))
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const isValid = ajv.compile({ $ref: 'har.json#' });

describe('the har report', () => {
  it('is HAR 1.2 with an entry for each case that was sent', () => {
    expect(log.version).to.equal('1.2');
    const sent = fixtureRecord.cases.filter(({ verdict }) => verdict.kind !== 'skipped');
    expect(log.entries.map(({ comment }) => comment.replace(/: \w+$/, ''))).to.deep.equal(sent.map(({ id }) => id));
  });

  it('is valid by the published schemas of the format', () => {
    expect(isValid(JSON.parse(text)), JSON.stringify(isValid.errors)).to.equal(true);
    expect(isValid(JSON.parse(text.replaceAll('"timings"', '"timing"')))).to.equal(false);
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
