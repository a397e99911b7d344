import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { type Served, serve } from '../targets/serve.ts';
import { cases } from './cases.ts';
import type { ContractCase } from './contractCase.ts';

const contract = contractOf('2026-11-13', 'observed');

async function casesOf(options: Parameters<typeof cases>[0]): Promise<readonly ContractCase[]> {
  const all: ContractCase[] = [];
  for await (const testCase of cases(options)) all.push(testCase);
  return all;
}

describe('cases', () => {
  const service = poolService({ ...contract, region: 'us-east-1' });
  const handlers = mockHandlers(service);
  const fetch = fetchFrom(handlers);
  let server: Served;
  before(async () => {
    server = await serve({ handlers, port: 0 });
  });
  after(() => server.close());

  function newPool(): string {
    const answer = service.handle('CreateUserPool', { PoolName: 'a' });
    const pool = 'ok' in answer ? answer.ok.UserPool : undefined;
    return isJsonObject(pool) ? String(pool.Id) : '';
  }

  function shown(UserPoolId: string): JsonObject {
    const answer = service.handle('DescribeUserPool', { UserPoolId });
    return 'ok' in answer && isJsonObject(answer.ok.UserPool) ? answer.ok.UserPool : {};
  }

  it('are the same each time, and about what was asked for', async () => {
    const [first, second] = [
      await casesOf({ only: 'PoolName', cases: 5 }),
      await casesOf({ only: 'PoolName', cases: 5 }),
    ];
    expect(first.map(({ id }) => id)).to.deep.equal(second.map(({ id }) => id));
    expect(first.length).to.be.above(5);
  });

  for (const way of ['a URL', 'a server in this process', 'a client of the SDK'] as const) {
    it(`are sent to ${way}, and conform on the mock`, async () => {
      const client = new CognitoIdentityProviderClient({
        region: 'us-east-1',
        endpoint: server.url,
        credentials: { accessKeyId: 'a', secretAccessKey: 'a' },
      });
      const target = { 'a URL': server.url, 'a server in this process': fetch, 'a client of the SDK': client }[way];
      for (const testCase of await casesOf({ only: 'PoolName', phases: ['boundary'] })) {
        if (testCase.prior !== undefined) continue;
        const id = newPool();
        const before = shown(id);
        const answer = await testCase.send(target, id);
        expect(testCase.judge(answer, before, shown(id)).kind, testCase.id).to.equal('conforms');
      }
    });
  }

  it('judge the answer of any other client', async () => {
    const [over] = (await casesOf({ only: 'pool-name.max', phases: ['boundary'] })).filter(
      ({ breaks }) => breaks.length > 0,
    );
    const before = shown(newPool());
    const verdict = over?.judge({ status: 200, text: '{}' }, before, before);
    expect(verdict?.kind).to.equal('deviates');
    expect(verdict?.kind === 'deviates' && verdict.deviations[0]?.kind).to.equal('accepted-invalid');
  });

  it('run on a pool of their own, those of several requests too', async () => {
    const mutant = mutantsOf(contract).find(({ id }) => id === 'constraint/PoolName/max/looser');
    const broken = mutant && mutantFetch(mutant, contract, 'us-east-1');
    const [over] = (await casesOf({ only: 'pool-name.max', phases: ['boundary'] })).filter(
      ({ breaks }) => breaks.length > 0,
    );
    expect((await over?.run(fetch))?.verdict.kind).to.equal('conforms');
    expect((await over?.run(broken ?? fetch))?.verdict.kind).to.equal('deviates');
    const [sequence] = await casesOf({ phases: ['sequence'] });
    await sequence?.send(fetch, 'x').then(
      () => expect.fail('it was sent'),
      (error: unknown) => expect(error).to.be.an.instanceOf(TypeError),
    );
    expect((await sequence?.run(fetch))?.verdict.kind).to.equal('conforms');
  });

  it('refuse a filter that matches nothing', async () => {
    const error = await casesOf({ only: 'PoolNme' }).catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'UserError', code: 'nothing-to-run' });
  });
});
