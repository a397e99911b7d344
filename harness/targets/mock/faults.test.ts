import { expect } from 'chai';
import { newestEdition } from '../../../specs/editions/index.ts';
import { type Fault, type Faults, faultHeader, readFault, scheduledFaults } from './faults.ts';
import { fetchFrom } from './fetchFrom.ts';
import { mockHandlers } from './handlers.ts';
import { poolService } from './poolService.ts';

const error = 'NotAuthorizedException';

describe('a fault of the mock', () => {
  const turns = (times: Fault['times'], count: number) => {
    const faults = scheduledFaults({ error, times, delay: 0 });
    return Array.from({ length: count }, () => faults('UpdateUserPool') !== undefined);
  };

  it('comes once, always or for an exact share of the updates', () => {
    expect(turns('once', 3)).to.deep.equal([true, false, false]);
    expect(turns('always', 3)).to.deep.equal([true, true, true]);
    expect(turns(0.5, 4)).to.deep.equal([false, true, false, true]);
    expect(turns(0.3, 100).filter(Boolean)).to.have.length(30);
  });

  it('leaves other operations alone and does not count them', () => {
    const faults = scheduledFaults({ error, times: 'once', delay: 0 });
    expect(faults('DescribeUserPool')).to.equal(undefined);
    expect(faults('UpdateUserPool')?.error).to.equal(error);
  });

  it('is read by name or number, with how often and how late', () => {
    expect(readFault('484')).to.deep.equal({ value: { error, times: 'always', delay: 0 } });
    expect(readFault(`${error}:once`)).to.deep.equal({ value: { error, times: 'once', delay: 0 } });
    expect(readFault('484:0.25:50')).to.deep.equal({ value: { error, times: 0.25, delay: 50 } });
  });

  for (const text of ['491', 'NoSuchException', '484:twice', '484:0', '484:2', '484:once:soon', '484:once:1:2', '']) {
    it(`is told what is wrong with "${text}"`, () => {
      expect(readFault(text)).to.have.property('problem').that.is.a('string');
    });
  }

  it('takes the place of the answer and changes nothing', async () => {
    const { update, describe } = server(scheduledFaults({ error, times: 'once', delay: 0 }));
    expect(await update({ UserPoolTags: { A: '1' } })).to.deep.equal([400, error]);
    expect(await describe()).not.to.have.property('UserPoolTags');
    expect(await update({ UserPoolTags: { A: '1' } })).to.deep.equal([200, undefined]);
  });

  it('is asked for by a header, in either dialect, and only then', async () => {
    const { update } = server();
    expect(await update({}, { [faultHeader]: error })).to.deep.equal([400, error]);
    expect(await update({}, { [faultHeader]: `${error};openapi` })).to.deep.equal([484, error]);
    expect(await update({}, { [faultHeader]: 'NoSuchException' })).to.deep.equal([200, undefined]);
    expect(await update({})).to.deep.equal([200, undefined]);
  });

  it('takes the time it is told to take', async () => {
    const { update } = server(scheduledFaults({ error, times: 'always', delay: 1 }));
    expect(await update({})).to.deep.equal([400, error]);
  });
});

function server(faults?: Faults) {
  const service = poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' });
  const created = service.handle('CreateUserPool', { PoolName: 'one' });
  const id = JSON.stringify(created).match(/"Id":"([^"]+)"/)?.[1] ?? '';
  const fetch = fetchFrom(mockHandlers(service, undefined, faults));
  const send = (operation: string, body: object, headers = {}) =>
    fetch(
      new Request('http://127.0.0.1/', {
        method: 'POST',
        headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`, ...headers },
        body: JSON.stringify({ UserPoolId: id, ...body }),
      }),
    );
  return {
    update: async (body: object, headers = {}) => {
      const response = await send('UpdateUserPool', body, headers);
      const answer = (await response.json()) as { readonly __type?: string };
      return [response.status, answer.__type];
    },
    describe: async () => ((await (await send('DescribeUserPool', {})).json()) as { UserPool: object }).UserPool,
  };
}
