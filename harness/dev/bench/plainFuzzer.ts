import fc from 'fast-check';
import { poolPlaceholder } from '../../../generators/cases/case.ts';
import { memberValues } from '../../../generators/values/memberValues.ts';
import { optionalMembers } from '../../../generators/values/optionalMembers.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { childrenOf } from '../../../specs/member.ts';
import { createOperation, testedOperation } from '../../../specs/operation.ts';
import type { Mutant } from '../../targets/mutants/mutant.ts';
import { mutantFetch } from '../../targets/mutants/mutantFetch.ts';
import { directTransport } from '../../transport/directTransport.ts';
import { createdId } from '../../transport/poolLedger.ts';
import { contract, region, scene } from './scene.ts';

/** A request of the plain fuzzer, and whether it keeps the shapes of the model. */
export interface FuzzRequest {
  readonly request: JsonObject;
  readonly isValid: boolean;
}

/** Requests of a fuzzer that knows only the shapes: random members with valid values, or one of them replaced by any JSON. */
export function fuzzRequests(seed: number, count: number): readonly FuzzRequest[] {
  const fields = Object.fromEntries(
    childrenOf('', contract.edition.input)
      .filter(({ path }) => path !== 'UserPoolId')
      .map(({ path, shape }) => [path, memberValues(scene, path, shape)]),
  );
  const valid = optionalMembers(fields, [], 20);
  const broken = fc
    .tuple(valid, fc.constantFrom(...Object.keys(fields)), fc.jsonValue())
    .map(([request, name, value]) => ({ ...request, [name]: value as JsonObject }));
  const shot = fc.oneof(
    valid.map((request): FuzzRequest => ({ request, isValid: true })),
    broken.map((request): FuzzRequest => ({ request, isValid: false })),
  );
  return fc.sample(shot, { seed, numRuns: count });
}

/** The statuses with which a mutant answers requests to one pool, in order; 0 where nothing came. */
export async function fuzzStatuses(
  shots: readonly FuzzRequest[],
  mutant: Pick<Mutant, 'alteration'>,
): Promise<readonly number[]> {
  const transport = directTransport(mutantFetch(mutant, contract, region), 250);
  const created = await transport.send(createOperation, JSON.stringify({ PoolName: 'baseline' }));
  const id = created.kind === 'answered' ? (createdId(created.body) ?? poolPlaceholder) : poolPlaceholder;
  const statuses: number[] = [];
  for (const { request } of shots) {
    const answer = await transport.send(testedOperation, JSON.stringify({ ...request, UserPoolId: id }));
    statuses.push(answer.kind === 'answered' ? answer.status : 0);
  }
  return statuses;
}
