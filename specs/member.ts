import { memoizeByObject, memoizeByText } from './memoize.ts';
import type { Shape, StructureShape } from './shape.ts';

/** A place in the request: `Policies.PasswordPolicy.MinimumLength`, `AutoVerifiedAttributes[]`, `UserPoolTags{key}`. */
export type MemberPath = string;

/** One member with its shape and whether its parent requires it. */
export interface Member {
  readonly path: MemberPath;
  readonly shape: Shape;
  readonly required: boolean;
}

/** Every member of a request shape at every depth, parents before children, in model order. */
export function membersOf(input: StructureShape): readonly Member[] {
  return allMembers(input);
}

const allMembers = memoizeByObject((input: StructureShape) => childrenOf('', input).flatMap(withDescendants));

function withDescendants(member: Member): readonly Member[] {
  return [member, ...childrenOf(member.path, member.shape).flatMap(withDescendants)];
}

/** The members directly below a place; none below a scalar. */
export function childrenOf(path: MemberPath, shape: Shape): readonly Member[] {
  return childrenIn(shape)(path);
}

// Generators ask for the same few dozen places many thousand times.
const childrenIn = memoizeByObject((shape: Shape) => memoizeByText((path) => foundBelow(path, shape)));

function foundBelow(path: MemberPath, shape: Shape): readonly Member[] {
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members).map(([name, child]) => ({
        path: path === '' ? name : `${path}.${name}`,
        shape: child,
        required: shape.required.includes(name),
      }));
    case 'list':
      return [{ path: `${path}[]`, shape: shape.item, required: false }];
    case 'map':
      return [
        { path: `${path}{key}`, shape: shape.key, required: false },
        { path: `${path}{value}`, shape: shape.value, required: false },
      ];
    case 'string':
    case 'integer':
    case 'boolean':
      return [];
  }
}

/** The steps of a path: names, `[]`, `{key}` and `{value}`. */
export function pathSteps(path: MemberPath): readonly string[] {
  return splitPath(path);
}

const splitPath = memoizeByText((path) => path.match(/\[\]|\{key\}|\{value\}|[^.[{]+/g) ?? []);

/** Whether a path, or a clause id, is another one or lies below it. */
export function isAtOrBelow(path: string, above: string): boolean {
  return path === above || isBelow(path, above);
}

/** Whether a path, or a clause id, lies below another one. */
export function isBelow(path: string, above: string): boolean {
  return path.startsWith(above) && /^[.[{]/.test(path.slice(above.length));
}

/** The path of what a member lies in directly: `Policies` for `Policies.SignInPolicy`, `''` at the top. */
export function parentPath(path: MemberPath): MemberPath {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** The name of the top-level member that a path lies in: `Policies` for `Policies.SignInPolicy`. */
export function topLevelOf(path: MemberPath): string {
  const end = path.search(/[.[{]/);
  return end === -1 ? path : path.slice(0, end);
}

/**
 * The member as clause ids spell it: `policies.password-policy.minimum-length`, `auto-verified-attributes.item`,
 * `user-pool-tags.key`.
 */
export function kebabPath(path: MemberPath): string {
  const known = kebabs.get(path) ?? toKebabPath(path);
  kebabs.set(path, known);
  return known;
}

// Each of a few hundred paths is asked for by thousands of cases.
const kebabs = new Map<MemberPath, string>();

function toKebabPath(path: MemberPath): string {
  return path
    .replaceAll('[]', '.item')
    .replaceAll('{key}', '.key')
    .replaceAll('{value}', '.value')
    .split('.')
    .map(kebab)
    .join('.');
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
