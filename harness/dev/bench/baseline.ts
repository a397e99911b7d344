import fc from 'fast-check';
import { poolPlaceholder } from '../../../generators/cases/case.ts';
import { memberValues } from '../../../generators/values/memberValues.ts';
import { sometimes } from '../../../generators/values/optionalMembers.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { childrenOf } from '../../../specs/member.ts';
import type { Mutant } from '../../targets/mutants/mutant.ts';
import { mutantFetch } from '../../targets/mutants/mutantFetch.ts';
import { directTransport } from '../../transport/directTransport.ts';
import { createdId } from '../../transport/poolLedger.ts';
import { contract, region, scene } from './scene.ts';

/** A request of the plain baseline, and whether it keeps the shapes of the model. */
export interface Shot {
  readonly request: JsonObject;
  readonly isValid: boolean;
}

/** What a fuzzer without any knowledge of the service sends: random members with values of their shapes, or one of them spoilt. */
export function baselineRequests(seed: number, count: number): readonly Shot[] {
  const fields = Object.fromEntries(
    childrenOf('', contract.edition.input)
      .filter(({ path }) => path !== 'UserPoolId')
      .map(({ path, shape }) => [path, memberValues(scene, path, shape)]),
  );
  const valid = sometimes(fields, [], 20);
  const spoilt = fc
    .tuple(valid, fc.constantFrom(...Object.keys(fields)), fc.jsonValue())
    .map(([request, name, value]) => ({ ...request, [name]: value as JsonObject }));
  const shot = fc.oneof(
    valid.map((request): Shot => ({ request, isValid: true })),
    spoilt.map((request): Shot => ({ request, isValid: false })),
  );
  return fc.sample(shot, { seed, numRuns: count });
}

/** The statuses with which a mutant answers requests to one pool, in order; 0 where nothing came. */
export async function statusesOf(
  shots: readonly Shot[],
  mutant: Pick<Mutant, 'alteration'>,
): Promise<readonly number[]> {
  const transport = directTransport(mutantFetch(mutant, contract, region), 250);
  const created = await transport.send('CreateUserPool', JSON.stringify({ PoolName: 'baseline' }));
  const id = created.kind === 'answered' ? (createdId(created.body) ?? poolPlaceholder) : poolPlaceholder;
  const statuses: number[] = [];
  for (const { request } of shots) {
    const answer = await transport.send('UpdateUserPool', JSON.stringify({ ...request, UserPoolId: id }));
    statuses.push(answer.kind === 'answered' ? answer.status : 0);
  }
  return statuses;
}
