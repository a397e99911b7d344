import type { Edition } from '../../../specs/edition.ts';
import { isOfType } from '../../../specs/isOfType.ts';
import type { JsonValue } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import type { Shape } from '../../../specs/shape.ts';
import type { Steps } from '../mock/world.ts';
import { mapAt, withShapeAt } from './atMember.ts';

/** A service that takes a value of the wrong type as it is, at one member; everything else is read as usual. */
export function ignoringType(edition: Edition, path: MemberPath, shape: Shape): (usual: Steps) => Partial<Steps> {
  return (usual) => ({
    read: (input, body) => {
      if (input !== edition.input) return usual.read(input, body);
      const seen: JsonValue[] = [];
      const healed = mapAt(body, path, (value) => {
        if (value !== null) seen.push(value);
        return value === null || isOfType(value, shape.type) ? value : placeholders[shape.type];
      });
      const read = usual.read(input, healed);
      const restored = mapAt(read, path, (value) => {
        const sent = seen.shift() ?? null;
        return isOfType(sent, shape.type) ? value : sent;
      });
      return restored as typeof read;
    },
    // The limits of a type mean nothing to a value of another.
    violations: (input, request) => {
      const isWrong = input === edition.input && hasValueAt(request, path, (value) => !isOfType(value, shape.type));
      return usual.violations(isWrong ? withShapeAt(input, path, withoutLimits) : input, request);
    },
  });
}

function hasValueAt(request: JsonValue, path: MemberPath, test: (value: JsonValue) => boolean): boolean {
  let found = false;
  mapAt(request, path, (value) => {
    found ||= test(value);
    return value;
  });
  return found;
}

const placeholders: Readonly<Record<Shape['type'], JsonValue>> = {
  structure: {},
  map: {},
  list: [],
  string: '',
  integer: 0,
  boolean: false,
};

function withoutLimits(shape: Shape): Shape {
  switch (shape.type) {
    case 'structure':
    case 'map':
    case 'boolean':
      return shape;
    case 'list':
      return { type: 'list', item: shape.item };
    case 'string':
    case 'integer':
      return { type: shape.type };
  }
}
