import type { Edition } from '../edition.ts';
import type { Shape, StringShape, StructureShape } from '../shape.ts';

/** One member as a flat row; its place in the tree follows from its path. */
export interface Row {
  readonly type: Shape['type'];
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly limits?: 'unknown';
}

/** The members of an edition by path. */
export type Rows = Readonly<Record<string, Row>>;

/** An edition that remembers its rows, so that the next one can say only what changed. */
export interface EditionRows extends Edition {
  readonly rows: Rows;
}

/** The first edition: every row is written out. */
export function editionFrom(data: Omit<EditionRows, 'input'>): EditionRows {
  return { ...data, input: structureOf('', data.rows) };
}

/** A later edition: rows that are new or changed, over those of the edition before. Errors are kept unless restated. */
export function editionAfter(
  before: EditionRows,
  data: Omit<EditionRows, 'input' | 'errors'> & Partial<Pick<Edition, 'errors'>>,
): EditionRows {
  return editionFrom({ errors: before.errors, ...data, rows: { ...before.rows, ...data.rows } });
}

function structureOf(path: string, rows: Rows): StructureShape {
  const prefix = path === '' ? '' : `${path}.`;
  const names = Object.keys(rows)
    .filter((row) => row.startsWith(prefix))
    .map((row) => row.slice(prefix.length))
    .filter((name) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(name));
  const members = names.map((name) => [name, shapeAt(`${prefix}${name}`, rows)] as const);
  return {
    type: 'structure',
    members: Object.fromEntries(members),
    required: names.filter((name) => rows[`${prefix}${name}`]?.required === true),
  };
}

function shapeAt(path: string, rows: Rows): Shape {
  const row = rows[path];
  if (row === undefined) throw new TypeError(`No row for "${path}".`);
  const { type, required: _placedInParent, ...limits } = row;
  switch (type) {
    case 'structure':
      return structureOf(path, rows);
    case 'list':
      return { type, item: shapeAt(`${path}[]`, rows), ...limits };
    case 'map':
      return { type, key: stringShapeAt(`${path}{key}`, rows), value: shapeAt(`${path}{value}`, rows), ...limits };
    case 'string':
    case 'integer':
    case 'boolean':
      return { type, ...limits } as Shape;
  }
}

function stringShapeAt(path: string, rows: Rows): StringShape {
  const shape = shapeAt(path, rows);
  if (shape.type !== 'string') throw new TypeError(`"${path}" is the key of a map and has to be a string.`);
  return shape;
}
