import type { Row } from '../../specs/editions/rows.ts';
import { isJsonObject, type JsonObject, ownMember } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { limitsOf } from './limits.ts';
import type { FormReading, ImportedEdition } from './modelSource.ts';
import { listMember, objectMember, stringMember } from './objects.ts';

/** The form that `contract import` writes: rows as the vendored editions have them. */
export const editionFormat = 'poolproof-edition';

/** An edition as the text of a file. */
export function editionFile({ source, errors, rows }: Pick<ImportedEdition, 'source' | 'errors' | 'rows'>): string {
  return `${JSON.stringify({ format: editionFormat, version: 1, source, errors, rows }, undefined, 2)}\n`;
}

/** Reads what `editionFile` wrote; a sentence where it is of another version. */
export function readEditionFile(model: JsonObject): FormReading | string {
  if (ownMember(model, 'version') !== 1) return 'It has a version that this program does not read';
  const errors = listMember(model, 'errors').filter((name) => typeof name === 'string');
  const read = Object.entries(objectMember(model, 'rows')).map(([path, row]) => ({ path, row: rowOf(row) }));
  const known = new Set(read.map(({ path }) => path));
  return {
    errors,
    rows: Object.fromEntries(read.flatMap(({ path, row }) => (typeof row === 'string' ? [] : [[path, row]]))),
    problems: [
      ...read.flatMap(({ path, row }) => (typeof row === 'string' ? [`${path} ${row}.`] : [])),
      ...read.flatMap(({ path, row }) => misplaced(path, row, known)),
    ],
  };
}

/** What keeps a row from having a place in the tree. */
function misplaced(path: MemberPath, row: Row | string, known: ReadonlySet<string>): readonly string[] {
  if (!memberPath.test(path)) return [`${JSON.stringify(path.slice(0, 80))} is not the path of a member.`];
  const parent = path.replace(/(\.?[\w-]+|\[\]|\{(?:key|value)\})$/, '');
  const lacking =
    typeof row === 'string' ? [] : childrenOfType(row.type).filter((child) => !known.has(`${path}${child}`));
  return [
    ...(parent === '' || known.has(parent) ? [] : [`${path} lies in ${parent}, which has no row.`]),
    ...lacking.map(
      (child) => `${path} is a ${typeof row === 'string' ? '' : row.type}, and ${path}${child} has no row.`,
    ),
  ];
}

// At most twenty steps, as in a model.
const memberPath = /^[A-Za-z][\w-]*(\.[A-Za-z][\w-]*|\[\]|\{key\}|\{value\}){0,19}$/;

function childrenOfType(type: Row['type']): readonly string[] {
  switch (type) {
    case 'list':
      return ['[]'];
    case 'map':
      return ['{key}', '{value}'];
    case 'structure':
    case 'string':
    case 'integer':
    case 'boolean':
      return [];
  }
}

const types = ['structure', 'list', 'map', 'string', 'integer', 'boolean'] as const;

function rowOf(row: unknown): Row | string {
  if (!isJsonObject(row)) return 'is not an object';
  const type = types.find((one) => one === stringMember(row, 'type'));
  if (type === undefined) return 'has no known type';
  const limits = limitsOf({
    enum: ownMember(row, 'enum'),
    min: ownMember(row, 'min'),
    max: ownMember(row, 'max'),
    pattern: ownMember(row, 'pattern'),
  });
  if (typeof limits === 'string') return limits;
  return {
    type,
    ...(ownMember(row, 'required') === true ? { required: true } : {}),
    ...limits,
    ...(ownMember(row, 'limits') === 'unknown' ? { limits: 'unknown' } : {}),
  };
}
