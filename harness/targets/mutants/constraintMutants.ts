import type { Contract } from '../../../specs/contract.ts';
import type { Edition } from '../../../specs/edition.ts';
import { type JsonValue, parsedJson } from '../../../specs/json.ts';
import { type Member, membersOf } from '../../../specs/member.ts';
import type { Shape } from '../../../specs/shape.ts';
import { mapAt, parentOf, withShapeAt } from './atMember.ts';
import { constraintFields } from './constraintFields.ts';
import { equivalentBound, equivalentItem, equivalentPattern } from './equivalentConstraint.ts';
import { ignoringType } from './ignoringType.ts';
import type { Alteration, Mutant } from './mutant.ts';

/** For every member at every depth: each constraint of the model left out, or put in the wrong place. */
export function constraintMutants(contract: Contract): readonly Mutant[] {
  return membersOf(contract.edition.input).flatMap((member) => [
    ...boundMutants(contract, member),
    ...patternMutants(contract.edition, member),
    ...enumConstraintMutants(contract, member),
    ...requiredMutants(contract.edition, member),
    ...typeMutants(contract, member),
  ]);
}

type Limits = { readonly min?: number; readonly max?: number };

type Bound = 'min' | 'max';

/** How a bound is got wrong, and the bound that is then in force. */
interface Shift {
  readonly name: 'dropped' | 'looser' | 'tighter';
  readonly to: number | undefined;
}

function boundMutants(contract: Contract, member: Member): readonly Mutant[] {
  return (['min', 'max'] as const).flatMap((bound) => {
    const at = boundsOfShape(member.shape)[bound];
    if (at === undefined || !isBindingBound(member.shape, bound, at)) return [];
    return shiftsOf(member.shape, bound, at).map((shift) => boundMutant(contract, member, bound, at, shift));
  });
}

// Nothing is shorter than 0, so a length or size of at least 0 is no demand.
function isBindingBound({ type }: Shape, bound: Bound, at: number): boolean {
  return bound === 'max' || type === 'integer' || at > 0;
}

function shiftsOf({ type }: Shape, bound: Bound, at: number): readonly Shift[] {
  const outwards = bound === 'min' ? -1 : 1;
  const looser = at + outwards;
  // One below a length of 1 is no bound at all.
  const sameAsDropped = bound === 'min' && type !== 'integer' && looser === 0;
  return [
    { name: 'dropped', to: undefined },
    ...(sameAsDropped ? [] : [{ name: 'looser', to: looser } as const]),
    { name: 'tighter', to: at - outwards },
  ];
}

function boundMutant(contract: Contract, member: Member, bound: Bound, at: number, { name, to }: Shift): Mutant {
  const { path } = member;
  const equivalent = equivalentBound(contract, member, bound, to);
  const says = to === undefined ? `does not check the ${bound} ${at}` : `takes ${to} for the ${bound} ${at}`;
  return {
    ...constraintFields(path, bound, name, says),
    alteration: reshaped(contract.edition, path, (shape) => withBound(shape, bound, to)),
    ...(equivalent === undefined ? {} : { equivalent }),
  };
}

function boundsOfShape(shape: Shape): Limits {
  return shape.type === 'integer' || shape.type === 'string' || shape.type === 'list' ? shape : {};
}

function withBound(shape: Shape, bound: Bound, to: number | undefined): Shape {
  if (shape.type !== 'integer' && shape.type !== 'string' && shape.type !== 'list') return shape;
  const { [bound]: _old, ...others } = shape;
  return to === undefined ? others : { ...others, [bound]: to };
}

function patternMutants(edition: Edition, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'string' || shape.pattern === undefined) return [];
  const equivalent = equivalentPattern(shape.pattern);
  const alteration = reshaped(edition, path, (old) => {
    if (old.type !== 'string') return old;
    const { pattern: _dropped, ...others } = old;
    return others;
  });
  return [
    {
      ...constraintFields(path, 'pattern', 'dropped', 'does not check the pattern'),
      alteration,
      ...(equivalent === undefined ? {} : { equivalent }),
    },
  ];
}

function enumConstraintMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'string' || shape.enum === undefined) return [];
  const { edition } = contract;
  const { enum: values } = shape;
  const equivalent = equivalentItem(contract, path);
  const dropped = reshaped(edition, path, (old) => {
    if (old.type !== 'string') return old;
    const { enum: _dropped, ...others } = old;
    return others;
  });
  return [
    {
      ...constraintFields(path, 'enum', 'dropped', 'does not check the values'),
      alteration: dropped,
      ...(equivalent === undefined ? {} : { equivalent }),
    },
    ...values.map((value) => ({
      ...constraintFields(path, 'enum', `refuses-${value}`, `refuses the value ${value}`),
      alteration: reshaped(edition, path, (old) => ({ ...old, enum: values.filter((one) => one !== value) })),
    })),
  ];
}

function requiredMutants(edition: Edition, { path, required }: Member): readonly Mutant[] {
  if (!required) return [];
  const name = path.slice(path.lastIndexOf('.') + 1);
  const optional = (shape: Shape): Shape =>
    shape.type === 'structure' ? { ...shape, required: shape.required.filter((one) => one !== name) } : shape;
  return [
    {
      ...constraintFields(path, 'required', 'dropped', 'does not ask for it'),
      alteration: reshaped(edition, parentOf(path), optional),
    },
  ];
}

function typeMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  // The key of a JSON object is always a string.
  if (path.endsWith('{key}')) return [];
  const equivalent = equivalentItem(contract, path);
  return [
    {
      ...constraintFields(path, 'type', 'dropped', 'takes a value of any type as it is'),
      alteration: { steps: ignoringType(contract.edition, path, shape) },
      ...(equivalent === undefined ? {} : { equivalent }),
    },
    ...convertedTextMutants(contract.edition, path, shape),
  ];
}

/** Numbers and booleans that are also read from a string. */
function convertedTextMutants(edition: Edition, path: string, shape: Shape): readonly Mutant[] {
  if (shape.type !== 'integer' && shape.type !== 'boolean') return [];
  const convert = (value: JsonValue) =>
    typeof value === 'string' && /^(\d+|true|false)$/.test(value) ? (parsedJson(value) ?? value) : value;
  return [
    {
      ...constraintFields(path, 'type', 'converted', 'takes a value that is written as a string'),
      alteration: {
        steps: (usual) => ({
          read: (input, body) => usual.read(input, input === edition.input ? mapAt(body, path, convert) : body),
        }),
      },
    },
  ];
}

/** UpdateUserPool alone is checked otherwise: what prepares a pool goes on as usual. */
function reshaped(edition: Edition, path: string, change: (shape: Shape) => Shape): Alteration {
  const altered = path === '' ? change(edition.input) : withShapeAt(edition.input, path, change);
  if (altered.type !== 'structure') throw new TypeError(`A request cannot be a ${altered.type}.`);
  return {
    steps: (usual) => ({
      violations: (input, request) => usual.violations(input === edition.input ? altered : input, request),
    }),
  };
}
