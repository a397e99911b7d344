import type { Example } from './clause.ts';
import { topics } from './clauses/index.ts';
import type { Edition } from './edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { type MemberPath, membersOf, topLevelOf } from './member.ts';
import type { Shape } from './shape.ts';

/** A hand-picked request that sends the member; undefined where no sample has it or the edition lacks part of it. */
export function sendingExample(edition: Edition, member: MemberPath): Example | undefined {
  const sample = sampleWith(edition, member);
  return sample === undefined ? undefined : { value: sample };
}

/** A top-level member set first, then left out of a request that says something else. */
export function omittingExample(edition: Edition, member: MemberPath): Example | undefined {
  const prior = sampleWith(edition, member);
  if (prior === undefined) return undefined;
  return { prior, value: controlRequest(member) };
}

/** The member sent as nothing: as null, or empty in the way of its type, on a pool that has it set. */
export function valueExample(edition: Edition, member: MemberPath, nothing: 'empty' | 'null'): Example | undefined {
  const prior = sampleWith(edition, member);
  const shape = membersOf(edition.input).find(({ path }) => path === member)?.shape;
  if (prior === undefined || shape === undefined) return undefined;
  return { prior, value: nestedValue(member, nothing === 'null' ? null : emptyOf(shape)) };
}

// Something harmless that is not the member itself: an update that says nothing at all is a case of its own.
function controlRequest(member: MemberPath): JsonObject {
  return member === 'MfaConfiguration'
    ? { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } }
    : { MfaConfiguration: 'OFF' };
}

// A sample names the member that it is about first; what that member cannot do without comes after it.
function sampleWith(edition: Edition, member: MemberPath): JsonObject | undefined {
  const samples = topics
    .flatMap((topic) => topic.samples ?? [])
    .filter((sample) => hasOwnPath(sample, member) && fits(sample, edition.input));
  return samples.find((sample) => Object.keys(sample)[0] === topLevelOf(member)) ?? samples[0];
}

function hasOwnPath(value: JsonValue | undefined, path: MemberPath): boolean {
  const [name = '', ...rest] = path.split('.');
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return false;
  return rest.length === 0 || hasOwnPath(value[name], rest.join('.'));
}

/** Whether the edition knows every member that a value names. */
function fits(value: JsonValue | undefined, shape: Shape | undefined): boolean {
  if (shape?.type !== 'structure' || !isJsonObject(value)) return shape !== undefined;
  return Object.entries(value).every(([name, child]) => fits(child, shape.members[name]));
}

function emptyOf(shape: Shape): JsonValue {
  return shape.type === 'list' ? [] : {};
}

function nestedValue(path: MemberPath, value: JsonValue): JsonObject {
  const [name = '', ...rest] = path.split('.');
  return { [name]: rest.length === 0 ? value : nestedValue(rest.join('.'), value) };
}
