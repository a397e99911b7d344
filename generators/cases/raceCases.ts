import type { JsonObject } from '../../specs/json.ts';
import { deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import type { Case, Step } from './case.ts';
import { parallelCase } from './parallelCase.ts';
import type { GenerationScene } from './scene.ts';

/** Requests on one pool at one moment. */
export function raceCases({ edition }: GenerationScene): readonly Case[] {
  const has = (body: JsonObject) => Object.keys(body).every((name) => Object.hasOwn(edition.input.members, name));
  return Object.entries(races)
    .filter(([, steps]) => steps.every(({ body }) => has(body)))
    .map(([name, parallel]) => parallelCase('race', `race/${name}`, parallel));
}

const update = (body: JsonObject): Step => ({ operation: testedOperation, pool: 1, body });
const describe: Step = { operation: describeOperation, pool: 1, body: {} };
const remove: Step = { operation: deleteOperation, pool: 1, body: {} };

const tags = (value: string) => update({ UserPoolTags: { Race: value } });
const verified = update({ AutoVerifiedAttributes: ['email'] });
const message = update({ SmsAuthenticationMessage: 'Race {####}' });
const devices = update({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } });
const password = update({ Policies: { PasswordPolicy: { MinimumLength: 12 } } });
const many = (value: string, minimum: number) =>
  update({
    UserPoolTags: { Race: value },
    SmsAuthenticationMessage: `${value} {####}`,
    Policies: { PasswordPolicy: { MinimumLength: minimum } },
  });

const races: Readonly<Record<string, readonly Step[]>> = {
  'update-update/same-member': [tags('1'), tags('2')],
  'update-update/other-members': [tags('1'), verified],
  'update-update/three-members': [message, devices, password],
  'update-update/many-members': [many('one', 9), many('two', 10)],
  'update-update/same-request': [many('one', 9), many('one', 9)],
  'update-update/one-refused': [tags('1'), update({ MfaConfiguration: 'SOMETIMES' })],
  'update-delete': [tags('1'), remove],
  'delete-update': [remove, tags('1')],
  'update-delete-update': [tags('1'), remove, tags('2')],
  'update-describe': [many('one', 9), describe],
  'describe-update': [describe, many('one', 9)],
  'update-describe-update': [many('one', 9), describe, many('two', 10)],
};
