import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { runScripts } from '../board/runScripts.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { stubServer } from '../stubServers/stubServer.ts';

const id = 'us-east-1_Unread123';
const pool = { Id: id, Name: 'unread', EstimatedNumberOfUsers: 0 };

/** What DescribeUserPool answers after an update, none of it a pool that every client reads. */
const unreadable: Readonly<Record<string, string>> = {
  'NaN, which Python takes for JSON': '{"UserPool":{"Id":"us-east-1_Unread123","EstimatedNumberOfUsers":NaN}}',
  'a pool that is cut off': '{"UserPool":{"Id":"us-east-1_Unread123","Name":"unr',
  'a pool without its last brace': '{"UserPool":{"Id":"us-east-1_Unread123"}',
  null: 'null',
  nothing: '',
  'a page': '<html>',
};

/** A server whose pools are shown as this text once they were updated. */
function showing(text: string) {
  let isUpdated = false;
  return stubServer((incoming, outgoing) => {
    incoming.resume();
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1);
    isUpdated = operation === 'UpdateUserPool' || (isUpdated && operation !== 'CreateUserPool');
    const shown = isUpdated ? text : JSON.stringify({ UserPool: pool });
    const body = operation === 'CreateUserPool' || operation === 'DescribeUserPool' ? shown : '{}';
    outgoing.setHeader('content-type', 'application/x-amz-json-1.1');
    incoming.on('end', () => outgoing.end(body));
  });
}

const [template] = fixtureRecord.findings;

function findingAt(): Finding {
  if (template === undefined) throw new Error('The fixture has no finding.');
  return {
    ...template,
    id: 'request.readable-state/server-fault/unreadable',
    clause: 'request.readable-state',
    kind: 'server-fault',
    request: { UserPoolId: '{UserPoolId}', UserPoolTags: { a: 'b' } },
    prior: {},
  };
}

function recordAt(endpoint: string): RunRecord {
  const target = { id: 'target', kind: 'endpoint', endpoint } as const;
  return { ...fixtureRecord, header: { ...fixtureRecord.header, target } };
}

const clients = {
  curl: () => spawnSync('curl', ['--version']).status === 0,
  boto3: () => spawnSync('python3', ['-c', 'import boto3']).status === 0,
  javascript: () => true,
} as const;

describe('scripts of a pool that cannot be read', () => {
  for (const client of ['curl', 'boto3', 'javascript'] as const) {
    async function verdicts(texts: readonly string[]): Promise<readonly string[]> {
      const said: string[] = [];
      for (const text of texts) {
        const served = await showing(text).start();
        const results = await runScripts(recordAt(served.url), [findingAt()], client).finally(served.close);
        said.push(...results.map(({ verdict, status }) => `${verdict}, ${status}`));
      }
      return said;
    }

    it(`show it with ${client}, whatever stands in place of the pool`, async function () {
      if (!clients[client]()) this.skip();
      const all = Object.keys(unreadable);
      expect(await verdicts(Object.values(unreadable))).to.deep.equal(all.map(() => 'shown, 1'));
    });

    it(`do not show it with ${client} where there is a pool`, async function () {
      if (!clients[client]()) this.skip();
      expect(await verdicts([JSON.stringify({ UserPool: pool })])).to.deep.equal(['not shown, 0']);
    });
  }
});
