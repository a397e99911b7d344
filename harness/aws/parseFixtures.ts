import { type FixtureKind, type Fixtures, fixtureKinds } from '../../specs/fixtureKinds.ts';
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import { UserError } from '../userError.ts';

const hint =
  'Give the outputs of harness/aws/fixtures.yaml ("aws cloudformation describe-stacks --stack-name …") or of harness/aws/terraform ("terraform output -json"), or a JSON object of names and values.';

/**
 * Parses fixtures from outputs of CloudFormation or Terraform, or from a plain object. Names may be in any case, with or
 * without underscores; empty values are ignored. Throws one UserError with all problems.
 */
export function parseFixtures(text: string, place: string): Fixtures {
  const outputs = outputsIn(parsedJson(text), place);
  const given = Object.entries(outputs).filter(([, value]) => value !== null && value !== '');
  const read = given.map(([name, value]) => ({ name, value, kind: kindNamed(name) }));
  const problems = read.flatMap(({ name, value, kind }) => problemWith(name, value, kind));
  const found = read.flatMap(({ kind, value }) => (kind === undefined ? [] : [[kind.name, String(value)] as const]));
  const names = fixtureKinds.map(({ name }) => name).join(', ');
  if (found.length === 0 && problems.length === 0) problems.push(`names no fixture; there are ${names}`);
  if (problems.length === 0) return Object.fromEntries(found);
  throw new UserError('wrong-fixtures', problems.map((problem) => `"${place}" ${problem}.`).join('\n  '), hint);
}

function outputsIn(value: JsonValue | undefined, place: string): JsonObject {
  if (value === undefined) throw new UserError('wrong-fixtures', `"${place}" is not JSON.`, hint);
  if (!isJsonObject(value)) throw new UserError('wrong-fixtures', `"${place}" is not a JSON object.`, hint);
  if (Array.isArray(value.Stacks)) return stackOutputs(value.Stacks, place);
  const entries = Object.entries(value).map(([name, output]) =>
    isJsonObject(output) && 'value' in output ? ([name, output.value ?? null] as const) : ([name, output] as const),
  );
  return Object.fromEntries(entries);
}

function stackOutputs(stacks: readonly JsonValue[], place: string): JsonObject {
  const [stack] = stacks;
  if (stacks.length !== 1 || !isJsonObject(stack)) {
    throw new UserError('wrong-fixtures', `"${place}" shows ${stacks.length} stacks, not one.`, hint);
  }
  const outputs = Array.isArray(stack.Outputs) ? stack.Outputs.filter(isJsonObject) : [];
  return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [outputName(OutputKey), OutputValue ?? null]));
}

// Only a text names a fixture: anything else is told as it stands there.
function outputName(key: JsonValue | undefined): string {
  return typeof key === 'string' ? key : JSON.stringify(key ?? null);
}

/** Outputs of the templates that are not fixtures themselves. */
const helpers = ['poolforimport', 'importrole'];

function kindNamed(name: string): FixtureKind | undefined {
  return fixtureKinds.find((kind) => normalizedName(kind.name) === normalizedName(name));
}

function normalizedName(name: string): string {
  return name.replaceAll(/[^0-9A-Za-z]/g, '').toLowerCase();
}

function problemWith(name: string, value: JsonValue, kind: FixtureKind | undefined): readonly string[] {
  if (kind === undefined)
    return helpers.includes(normalizedName(name)) ? [] : [`has "${name}", which is not a fixture`];
  return typeof value === 'string' && kind.form.test(value)
    ? []
    : [`has ${name} ${JSON.stringify(value)}, which does not name ${kind.says}`];
}
