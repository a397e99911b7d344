import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { JsonObject } from '../../specs/json.ts';
import { withCompanions } from '../companions/index.ts';
import { type Case, poolPlaceholder, type Step } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { validRequest } from './validRequests.ts';

/** Long enough for faults that need three things to happen, short enough to be read. */
const length = { minLength: 3, maxLength: 9 } as const;

/**
 * Sequences of requests on one pool and a second one: first those that every run has, then drawn ones. They follow from the seed
 * alone, and fewer are the beginning of more.
 */
export function sequenceCases(scene: GenerationScene, seed: number, count: number): readonly Case[] {
  const drawn = fc.sample(fc.array(step(scene), length), { seed: seed | 0, numRuns: count });
  const telling = drawn.filter((steps) =>
    steps.some(({ operation, pool }) => operation === 'UpdateUserPool' && pool === 1),
  );
  const cases = [...known, ...telling].map(caseOf);
  return [...new Map(cases.map((one) => [one.id, one])).values()];
}

function caseOf(steps: readonly Step[]): Case {
  const hash = createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 12);
  return {
    id: `sequence/${hash}`,
    phase: 'sequence',
    clause: 'request.stable',
    member: '',
    breaks: [],
    request: {
      UserPoolId: poolPlaceholder,
      ...steps.findLast(({ operation }) => operation === 'UpdateUserPool')?.body,
    },
    prior: { fresh: true },
    steps,
  };
}

const on = (pool: Step['pool'], operation: Step['operation'], body: JsonObject = {}): Step => ({
  operation,
  pool,
  body,
});
const tag = (value: string) => ({ UserPoolTags: { Step: value } });

/** Orders of events in which servers were seen to lose track, or easily could. */
const known: readonly (readonly Step[])[] = [
  [on(1, 'DeleteUserPool'), on(1, 'UpdateUserPool', tag('1'))],
  [on(1, 'UpdateUserPool', tag('1')), on(1, 'DeleteUserPool'), on(1, 'UpdateUserPool', tag('2'))],
  [on(1, 'DeleteUserPool'), on(1, 'CreateUserPool'), on(1, 'UpdateUserPool', tag('1'))],
  [on(1, 'TagResource', { Tags: { Added: '1' } }), on(1, 'UpdateUserPool', { AutoVerifiedAttributes: ['email'] })],
  [on(1, 'TagResource', { Tags: { Added: '1' } }), on(1, 'UpdateUserPool', tag('1'))],
  [
    on(1, 'UpdateUserPool', { UserPoolTags: { Kept: '1', Lost: '1' } }),
    on(1, 'UntagResource', { TagKeys: ['Lost'] }),
    on(1, 'UpdateUserPool', { AutoVerifiedAttributes: ['email'] }),
  ],
  [
    on(1, 'SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } }),
    on(1, 'UpdateUserPool', tag('1')),
    on(1, 'SetUserPoolMfaConfig', { MfaConfiguration: 'OFF' }),
    on(1, 'UpdateUserPool', tag('2')),
  ],
  [
    on(2, 'CreateUserPool'),
    on(1, 'UpdateUserPool', tag('1')),
    on(2, 'UpdateUserPool', tag('2')),
    on(2, 'DeleteUserPool'),
    on(1, 'UpdateUserPool', { AutoVerifiedAttributes: ['email'] }),
  ],
  [
    on(1, 'UpdateUserPool', { DeletionProtection: 'ACTIVE' }),
    on(1, 'DeleteUserPool'),
    on(1, 'UpdateUserPool', { DeletionProtection: 'INACTIVE' }),
    on(1, 'DeleteUserPool'),
    on(1, 'UpdateUserPool', tag('1')),
  ],
  [
    on(1, 'UpdateUserPool', tag('1')),
    on(1, 'UpdateUserPool', tag('1')),
    on(1, 'DescribeUserPool'),
    on(1, 'UpdateUserPool', tag('1')),
  ],
];

function step(scene: GenerationScene): fc.Arbitrary<Step> {
  const pool = fc.constantFrom<Step['pool']>(1, 1, 1, 2);
  const body = fc.oneof(
    { weight: 50, arbitrary: fewMembers(scene).map((request): Part => ['UpdateUserPool', request]) },
    { weight: 10, arbitrary: fc.constant<Part>(['CreateUserPool', {}]) },
    { weight: 8, arbitrary: fc.constant<Part>(['DescribeUserPool', {}]) },
    { weight: 10, arbitrary: mfa.map((request): Part => ['SetUserPoolMfaConfig', request]) },
    { weight: 9, arbitrary: keys.map((names): Part => ['TagResource', { Tags: tagsOf(names) }]) },
    { weight: 8, arbitrary: keys.map((names): Part => ['UntagResource', { TagKeys: names }]) },
    { weight: 5, arbitrary: fc.constant<Part>(['DeleteUserPool', {}]) },
  );
  return fc.tuple(pool, body).map(([which, [operation, request]]) => on(which, operation, request));
}

type Part = readonly [Step['operation'], JsonObject];

// Few members each: what a step leaves alone is what the steps before it have to say.
function fewMembers(scene: GenerationScene): fc.Arbitrary<JsonObject> {
  const names = Object.keys(scene.edition.input.members).filter((name) => name !== 'UserPoolId');
  return fc.tuple(validRequest(scene), fc.subarray(names, { minLength: 1, maxLength: 4 })).map(([request, chosen]) => {
    const some = Object.entries(request).filter(([name]) => chosen.includes(name));
    const { UserPoolId: _own, ...whole } = withCompanions(
      { UserPoolId: poolPlaceholder, ...Object.fromEntries(some) },
      scene,
    );
    return whole;
  });
}

const keys = fc.uniqueArray(fc.constantFrom('Step', 'Added', 'Team'), { minLength: 1, maxLength: 2 });

function tagsOf(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, `${name.length}`]));
}

const mfa = fc.constantFrom<JsonObject>(
  { MfaConfiguration: 'OFF' },
  { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
);
