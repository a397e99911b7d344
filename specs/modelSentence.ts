import type { Counted, ModelConstraint } from './clause.ts';
import type { MemberPath } from './member.ts';
import type { Shape } from './shape.ts';

/** What a constraint of the model says of a member, as one sentence. */
export function modelSentence(path: MemberPath, constraint: ModelConstraint): string {
  const name = memberLabel(path);
  switch (constraint.kind) {
    case 'type':
      return `${name} is ${typeNames[constraint.type]}.`;
    case 'required':
      return `${name} is required${inParent(path)}.`;
    case 'enum':
      return constraint.values.length === 1
        ? `${name} is ${constraint.values[0]}.`
        : `${name} is one of ${constraint.values.join(', ')}.`;
    case 'min':
      return `${name} ${atLeast(constraint.of, constraint.bound)}.`;
    case 'max':
      return `${name} ${atMost(constraint.of, constraint.bound)}.`;
    case 'pattern':
      return `The whole of ${name} matches ${constraint.pattern}`;
  }
}

const typeNames: Readonly<Record<Shape['type'], string>> = {
  structure: 'an object',
  list: 'a list',
  map: 'a map',
  string: 'a string',
  integer: 'an integer',
  boolean: 'a boolean',
};

/** The member as a sentence names it: its last part, with "each" for the inside of lists and maps. */
function memberLabel(path: MemberPath): string {
  const last = path.split('.').at(-1) ?? path;
  if (last.endsWith('[]')) return `each item of ${last.slice(0, -2)}`.replace(/^e/, 'E');
  if (last.endsWith('{key}')) return `Each key of ${last.slice(0, -5)}`;
  if (last.endsWith('{value}')) return `Each value of ${last.slice(0, -7)}`;
  return last;
}

function inParent(path: MemberPath): string {
  const parent = path.split('.').at(-2);
  return parent === undefined ? '' : ` in ${parent.replace(/\[\]|\{value\}/, '')}`;
}

function atLeast(of: Counted, bound: number): string {
  return of === 'value' ? `is at least ${bound}` : `has at least ${formatCount(of, bound)}`;
}

function atMost(of: Counted, bound: number): string {
  return of === 'value' ? `is at most ${bound}` : `has at most ${formatCount(of, bound)}`;
}

function formatCount(of: 'length' | 'size', bound: number): string {
  const noun = of === 'length' ? 'character' : 'item';
  return `${bound} ${noun}${bound === 1 ? '' : 's'}`;
}
