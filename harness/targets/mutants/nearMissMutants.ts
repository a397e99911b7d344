import type { Contract } from '../../../specs/contract.ts';
import { editionDates } from '../../../specs/edition.ts';
import { editionOf } from '../../../specs/editions/index.ts';
import { isJsonObject, type JsonValue } from '../../../specs/json.ts';
import { kebabPath, type Member, type MemberPath, membersOf } from '../../../specs/member.ts';
import { mapAt } from './atMember.ts';
import { constraintFields } from './constraintFields.ts';
import { equivalentItem } from './equivalentConstraint.ts';
import type { Mutant } from './mutant.ts';

/** Services that check a constraint, and not closely enough: a word too many, a beginning, one entry of several, the lower bits. */
export function nearMissMutants(contract: Contract): readonly Mutant[] {
  return membersOf(contract.edition.input).flatMap((member) => [
    ...enumMutants(contract, member),
    ...prefixMutants(contract, member),
    ...itemMutants(contract, member),
    ...integerMutants(contract, member),
  ]);
}

/** Words that are taken for a legal one. */
function enumMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'string' || shape.enum === undefined) return [];
  const [first = '', ...others] = shape.enum;
  const cut = (others.at(-1) ?? first).slice(0, -1);
  return [cut, ...laterWords(path, shape.enum)].map((word) =>
    misreadMutant(contract, path, 'enum', `takes-${word}`, `takes the value ${word}`, (value) =>
      value === word ? first : value,
    ),
  );
}

function laterWords(path: MemberPath, words: readonly string[]): readonly string[] {
  const shapes = editionDates
    .flatMap((date) => membersOf(editionOf(date).input))
    .filter((member) => member.path === path)
    .map(({ shape }) => shape);
  const all = shapes.flatMap((shape) => (shape.type === 'string' && shape.enum) || []);
  return [...new Set(all)].filter((word) => !words.includes(word));
}

/** So much of a text is held against the pattern. */
const checkedLength = 1_000;

function prefixMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'string' || shape.pattern === undefined) return [];
  const { max = 0, pattern } = shape;
  if (max < 1.5 * checkedLength || pattern === '(?s).*') return [];
  const says = `holds the first ${checkedLength} characters alone against the pattern`;
  return [
    misreadMutant(contract, path, 'pattern', 'beginning-alone', says, (value) =>
      typeof value === 'string' && value.length <= max ? value.slice(0, checkedLength) : value,
    ),
  ];
}

function itemMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'list' || shape.item.type !== 'string' || shape.item.enum === undefined) return [];
  const one = (name: 'first' | 'last', at: number) => ({
    ...misreadMutant(contract, path, 'type', `${name}-item-alone`, `checks the ${name} item alone`, (value) =>
      Array.isArray(value) && value.length > 1 ? value.map(() => value.at(at) ?? '') : value,
    ),
    member: `${path}[]`,
    clause: `${kebabPath(`${path}[]`)}.enum`,
  });
  return [one('first', 0), one('last', -1)];
}

function integerMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'integer') return [];
  const says = 'reads numbers into 32 bits and drops what does not fit';
  const wrapped = (value: JsonValue) => (Number.isInteger(value) ? Number(value) | 0 : value);
  return [misreadMutant(contract, path, 'max', '32-bits', says, wrapped)];
}

/** The form of updates is judged as if a member had another value. */
function misreadMutant(
  contract: Contract,
  path: MemberPath,
  kind: string,
  how: string,
  does: string,
  seen: (value: JsonValue) => JsonValue,
): Mutant {
  const { edition } = contract;
  const equivalent = equivalentItem(contract, path.endsWith('[]') ? path : `${path}[]`);
  return {
    ...constraintFields(path, kind, how, does),
    alteration: {
      steps: (usual) => ({
        violations: (input, request) => {
          const misread = input === edition.input ? mapAt(request, path, seen) : request;
          return usual.violations(input, isJsonObject(misread) ? misread : request);
        },
      }),
    },
    ...(equivalent === undefined ? {} : { equivalent }),
  };
}
