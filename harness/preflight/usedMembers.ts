import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';

/** The places of the contract that a request uses, parents before children: `LambdaConfig`, `LambdaConfig.PreSignUp`. */
export function usedMembers(request: JsonObject, input: StructureShape): readonly MemberPath[] {
  return [...new Set(usedBelow('', request, input))];
}

function usedBelow(path: MemberPath, value: JsonValue, shape: Shape): readonly MemberPath[] {
  switch (shape.type) {
    case 'structure':
      if (!isJsonObject(value)) return [];
      return Object.entries(value).flatMap(([name, part]) => {
        const child = shape.members[name];
        const place = path === '' ? name : `${path}.${name}`;
        return child === undefined ? [] : [place, ...usedBelow(place, part, child)];
      });
    case 'list': {
      const items = Array.isArray(value) ? value : [];
      return items.flatMap((item) => [`${path}[]`, ...usedBelow(`${path}[]`, item, shape.item)]);
    }
    case 'map':
      return isJsonObject(value) && Object.keys(value).length > 0 ? [`${path}{key}`, `${path}{value}`] : [];
    case 'string':
    case 'integer':
    case 'boolean':
      return [];
  }
}
