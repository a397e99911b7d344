import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { Operation } from '../../specs/operation.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { oddFetch } from '../targets/odd/oddFetch.ts';
import { oddServersOf } from '../targets/odd/oddServersOf.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';
import { mutantTransport } from './mutantTransport.ts';
import { oddTransport } from './oddTransport.ts';

const contract = contractOf('2026-11-13', 'observed');
const region = 'us-east-1';
const timeout = 10_000;

/** The first pool that a mock makes. */
const id = `${region}_Pool00001`;

const requests: readonly (readonly [Operation, string])[] = [
  ['CreateUserPool', '{"PoolName":"first"}'],
  ['UpdateUserPool', JSON.stringify({ UserPoolId: id, PoolName: 'second', UserPoolTags: { a: 'b' } })],
  ['UpdateUserPool', JSON.stringify({ UserPoolId: id, PoolName: 'n'.repeat(129) })],
  ['UpdateUserPool', JSON.stringify({ UserPoolId: id, MfaConfiguration: 'NEVER' })],
  ['UpdateUserPool', '{"UserPoolId":'],
  ['UpdateUserPool', '{"UserPoolId":"us-east-1_Unknown01"}'],
  ['DescribeUserPool', JSON.stringify({ UserPoolId: id })],
  ['DeleteUserPool', JSON.stringify({ UserPoolId: id })],
];

/** What a transport brings back of the requests, without the times. */
async function answersOf(transport: Transport): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const [operation, body] of requests) {
    const answer = await transport.send(operation, body);
    const { ms: _ms, ...kept } = answer;
    const text = JSON.stringify(kept, (name, value: unknown) => (name === 'text' ? undefined : value));
    answers.push(text.replaceAll(/("(?:CreationDate|LastModifiedDate)":)[^,}]+/g, '$1"a time"'));
  }
  return answers;
}

describe('a transport without Requests of the web', () => {
  it('brings the answers of the same mutant behind fetch', async () => {
    for (const mutant of mutantsOf(contract).filter((_, index) => index % 25 === 0)) {
      const direct = directTransport(mutantFetch(mutant, contract, region), timeout);
      const lean = mutantTransport(mutant, contract, region, timeout);
      expect(await answersOf(lean), mutant.id).to.deep.equal(await answersOf(direct));
    }
  });

  it('brings the answers of the same odd server behind fetch', async () => {
    for (const server of oddServersOf(contract).filter((_, index) => index % 10 === 0)) {
      const direct = directTransport(oddFetch(server, contract, region), timeout);
      const lean = oddTransport(server, contract, region, timeout);
      expect(await answersOf(lean), server.id).to.deep.equal(await answersOf(direct));
    }
  });
});
