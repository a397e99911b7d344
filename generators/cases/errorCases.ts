import { contractOf } from '../../specs/contract.ts';
import { declaredErrors } from '../../specs/errors.ts';
import { fixtureKinds } from '../../specs/fixtureKinds.ts';
import { type Case, poolPlaceholder } from './case.ts';
import { exampleCases } from './exampleCases.ts';
import type { GenerationScene } from './scene.ts';

/** Most requests for each error. */
const waysEach = 3;

/**
 * The declared errors one by one: requests that cause them where a request can, and each in both dialects on demand, which only
 * the mock supports. Errors that need a role, an identity or a job outside the pool are caused with the scene's fixtures.
 */
export function errorCases(scene: GenerationScene): readonly Case[] {
  return [...casesByRequest(scene), ...casesByFixture(scene), ...casesByOrder(scene)];
}

function casesByRequest(scene: GenerationScene): readonly Case[] {
  const { byId } = contractOf(scene.edition.date, scene.basis);
  const broken = [unknownPool, ...exampleCases(scene)].filter(({ breaks }) => breaks.length === 1);
  return scene.edition.errors.flatMap((name) =>
    broken
      .filter(({ clause }) => byId.get(clause)?.onBreach[0] === name)
      .slice(0, waysEach)
      .map((one) => ({ ...one, id: `errors/${name}/${one.clause}/${one.id.split('/').at(-1)}`, phase: 'errors' })),
  );
}

function casesByFixture({ edition, fixtures = {} }: GenerationScene): readonly Case[] {
  return fixtureKinds.flatMap(({ name, error, member, request }): readonly Case[] => {
    const value = fixtures[name];
    if (value === undefined || !edition.errors.includes(error)) return [];
    return [
      {
        id: `errors/fixture/${error}`,
        phase: 'errors',
        clause: 'request.outside',
        member,
        breaks: [],
        request: { UserPoolId: poolPlaceholder, ...request(value) },
        fixtureError: error,
      },
    ];
  });
}

const unknownPool: Case = {
  id: 'errors/unknown-pool',
  phase: 'errors',
  clause: 'user-pool-id.exists',
  member: 'UserPoolId',
  breaks: ['user-pool-id.exists'],
  request: { UserPoolId: 'us-east-1_Nowhere00' },
};

function casesByOrder({ edition }: GenerationScene): readonly Case[] {
  const declared = declaredErrors.filter(({ name }) => edition.errors.includes(name));
  return declared.flatMap(({ name, code }) =>
    (code === null ? (['aws'] as const) : (['aws', 'openapi'] as const)).map(
      (dialect): Case => ({
        id: `errors/by-order/${name}/${dialect}`,
        phase: 'errors',
        clause: 'wire.error-type',
        member: '',
        breaks: [],
        request: { UserPoolId: poolPlaceholder, UserPoolTags: { Fault: name } },
        fault: { error: name, dialect },
      }),
    ),
  );
}
