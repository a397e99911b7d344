import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { JsonObject } from '../../specs/json.ts';
import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { withCompanions } from '../companions/index.ts';
import { textOfMember } from '../values/memberValues.ts';
import { type Case, poolPlaceholder, type Step } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { validRequest } from './validRequest.ts';

/** Long enough for deviations that need three things to happen, short enough to be read. */
const length = { minLength: 3, maxLength: 9 } as const;

/**
 * Sequences of requests on one pool and a second one: first those that every run has, then drawn ones. They follow from the seed
 * alone, and fewer are the beginning of more.
 */
export function sequenceCases(scene: GenerationScene, seed: number, count: number): readonly Case[] {
  const drawn = fc.sample(fc.array(step(scene), length), { seed: seed | 0, numRuns: count });
  const telling = drawn.filter((steps) =>
    steps.some(({ operation, pool }) => operation === testedOperation && pool === 1),
  );
  const { members } = scene.edition.input;
  const known = fixedSequences.filter((steps) => steps.every((one) => sendsOnly(one, members)));
  const cases = [...known, ...sequencesOnSettings(scene), ...telling].map(sequenceCase);
  return [...new Map(cases.map((one) => [one.id, one])).values()];
}

/** Whether an edition has every member that a step updates. */
function sendsOnly({ operation, body }: Step, members: Readonly<Record<string, unknown>>): boolean {
  return operation !== testedOperation || Object.keys(body).every((name) => Object.hasOwn(members, name));
}

function sequenceCase(steps: readonly Step[]): Case {
  const hash = createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 12);
  return {
    id: `sequence/${hash}`,
    phase: 'sequence',
    clause: 'request.stable',
    member: '',
    breaks: [],
    request: {
      UserPoolId: poolPlaceholder,
      ...steps.findLast(({ operation }) => operation === testedOperation)?.body,
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
const fixedSequences: readonly (readonly Step[])[] = [
  [on(1, deleteOperation), on(1, testedOperation, tag('1'))],
  [on(1, testedOperation, tag('1')), on(1, deleteOperation), on(1, testedOperation, tag('2'))],
  [on(1, deleteOperation), on(1, createOperation), on(1, testedOperation, tag('1'))],
  [on(1, 'TagResource', { Tags: { Added: '1' } }), on(1, testedOperation, { AutoVerifiedAttributes: ['email'] })],
  [on(1, 'TagResource', { Tags: { Added: '1' } }), on(1, testedOperation, tag('1'))],
  [
    on(1, testedOperation, { UserPoolTags: { Kept: '1', Lost: '1' } }),
    on(1, 'UntagResource', { TagKeys: ['Lost'] }),
    on(1, testedOperation, { AutoVerifiedAttributes: ['email'] }),
  ],
  [
    on(1, 'SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } }),
    on(1, testedOperation, tag('1')),
    on(1, 'SetUserPoolMfaConfig', { MfaConfiguration: 'OFF' }),
    on(1, testedOperation, tag('2')),
  ],
  [
    on(2, createOperation),
    on(1, testedOperation, tag('1')),
    on(2, testedOperation, tag('2')),
    on(2, deleteOperation),
    on(1, testedOperation, { AutoVerifiedAttributes: ['email'] }),
  ],
  [
    on(1, testedOperation, { DeletionProtection: 'ACTIVE' }),
    on(1, deleteOperation),
    on(1, testedOperation, { DeletionProtection: 'INACTIVE' }),
    on(1, deleteOperation),
    on(1, testedOperation, tag('1')),
  ],
  [
    on(1, 'SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } }),
    on(1, testedOperation, { MfaConfiguration: 'ON' }),
    on(1, testedOperation, { MfaConfiguration: 'OFF' }),
  ],
  [on(1, testedOperation, { MfaConfiguration: 'OPTIONAL' })],
  [
    on(1, testedOperation, tag('1')),
    on(1, testedOperation, tag('1')),
    on(1, describeOperation),
    on(1, testedOperation, tag('1')),
  ],
];

/** Orders of events that show on a pool with settings alone: another pool is emptied, and requests are refused. */
function sequencesOnSettings(scene: GenerationScene): readonly (readonly Step[])[] {
  const settings = settingsIn(scene);
  return [
    [
      on(2, createOperation),
      on(2, testedOperation, settings),
      on(1, testedOperation, { LambdaConfig: {} }),
      on(1, testedOperation, { AutoVerifiedAttributes: [] }),
      on(1, testedOperation),
    ],
    [
      on(1, testedOperation, settings),
      on(1, testedOperation, { MfaConfiguration: 'ON' }),
      on(1, testedOperation, { AutoVerifiedAttributes: ['phone_number'] }),
      on(1, testedOperation, { DeviceConfiguration: 'on' }),
      on(1, testedOperation, { MfaConfiguration: 'SOMETIMES' }),
      on(1, testedOperation, { SmsAuthenticationMessage: 'no place for a code' }),
    ],
  ];
}

function settingsIn(scene: GenerationScene): JsonObject {
  const settings = {
    LambdaConfig: { PreSignUp: textOfMember('LambdaConfig.PreSignUp', { type: 'string' }).plain(scene) },
    AutoVerifiedAttributes: ['email'],
    SmsAuthenticationMessage: 'Ours is {####}',
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    UserPoolTags: { Kept: '1' },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  };
  const { UserPoolId: _own, ...whole } = withCompanions({ UserPoolId: poolPlaceholder, ...settings }, scene);
  return whole;
}

function step(scene: GenerationScene): fc.Arbitrary<Step> {
  const pool = fc.constantFrom<Step['pool']>(1, 1, 1, 2);
  const body = fc.oneof(
    { weight: 50, arbitrary: fewMembers(scene).map((request): Part => [testedOperation, request]) },
    { weight: 10, arbitrary: fc.constant<Part>([createOperation, {}]) },
    { weight: 8, arbitrary: fc.constant<Part>([describeOperation, {}]) },
    { weight: 10, arbitrary: mfa.map((request): Part => ['SetUserPoolMfaConfig', request]) },
    { weight: 9, arbitrary: keys.map((names): Part => ['TagResource', { Tags: tagsNamed(names) }]) },
    { weight: 8, arbitrary: keys.map((names): Part => ['UntagResource', { TagKeys: names }]) },
    { weight: 5, arbitrary: fc.constant<Part>([deleteOperation, {}]) },
  );
  return fc.tuple(pool, body).map(([which, [operation, request]]) => on(which, operation, request));
}

type Part = readonly [Step['operation'], JsonObject];

// Few members each, so that members set by earlier steps are left out by later ones.
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

function tagsNamed(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, `${name.length}`]));
}

const mfa = fc.constantFrom<JsonObject>(
  { MfaConfiguration: 'OFF' },
  { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
);
