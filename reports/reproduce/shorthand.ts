import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { kebabPath } from '../../specs/member.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';
import { poolPlaceholder } from './buildScenario.ts';

// Longer texts are said shorter in JSON.
const plain = /^(?!.*:\/\/)\w[\w.:/@-]{0,199}$/;

/**
 * A request as options of `aws cognito-idp update-user-pool`, ready for a shell; null where the shorthand of the AWS CLI
 * cannot say it for sure, as with empty values, quotes, and texts that it might take for a file.
 */
export function shorthand({ UserPoolId, ...rest }: JsonObject, input: StructureShape): readonly string[] | null {
  if (UserPoolId !== poolPlaceholder) return null;
  const options = Object.entries(rest).map(([name, value]) => optionOf(name, value, input.members[name]));
  const said = options.filter((option) => option !== null);
  return said.length === options.length ? said : null;
}

function optionOf(name: string, value: JsonValue, shape: Shape | undefined): string | null {
  const text = shape === undefined ? null : optionValue(value, shape);
  return text === null ? null : `--${kebabPath(name)} ${text}`;
}

// A list takes a word for each item, a structure one word of its own.
function optionValue(value: JsonValue, shape: Shape): string | null {
  if (shape.type !== 'list')
    return isJsonObject(value) ? singleQuoted(shorthandEntries(value, shape)) : scalarOf(value, shape);
  if (!Array.isArray(value) || value.length === 0) return null;
  return joinedUnlessNull(
    value.map((item: JsonValue) =>
      isJsonObject(item) ? singleQuoted(shorthandEntries(item, shape.item)) : scalarOf(item, shape.item),
    ),
    ' ',
  );
}

function innerOf(value: JsonValue, shape: Shape | undefined): string | null {
  if (shape === undefined) return null;
  if (Array.isArray(value) && shape.type === 'list') {
    return enclose(
      '[',
      joinedUnlessNull(
        value.map((item: JsonValue) => innerOf(item, shape.item)),
        ',',
      ),
      ']',
    );
  }
  return isJsonObject(value) ? enclose('{', shorthandEntries(value, shape), '}') : scalarOf(value, shape);
}

function shorthandEntries(value: JsonObject, shape: Shape): string | null {
  const entries = Object.entries(value).map(([name, child]) => {
    const text = /^[\w.:/-]+$/.test(name) ? innerOf(child, childOf(shape, name)) : null;
    return text === null ? null : `${name}=${text}`;
  });
  return joinedUnlessNull(entries, ',');
}

function childOf(shape: Shape, name: string): Shape | undefined {
  if (shape.type === 'map') return shape.value;
  return shape.type === 'structure' && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
}

function scalarOf(value: JsonValue, { type }: Shape): string | null {
  if (typeof value === 'string') return type === 'string' && plain.test(value) ? value : null;
  const fits = type === 'boolean' ? typeof value === 'boolean' : type === 'integer' && typeof value === 'number';
  return fits ? String(value) : null;
}

function joinedUnlessNull(parts: readonly (string | null)[], sign: string): string | null {
  return parts.length === 0 || parts.includes(null) ? null : parts.join(sign);
}

function enclose(open: string, text: string | null, close: string): string | null {
  return text === null ? null : `${open}${text}${close}`;
}

// Braces and brackets are the shell's own, too.
function singleQuoted(text: string | null): string | null {
  return enclose("'", text, "'");
}
