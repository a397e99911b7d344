import type { JsonValue } from '../specs/json.ts';
import type { Member } from '../specs/member.ts';
import type { IntegerShape, ListShape, StringShape } from '../specs/shape.ts';
import { textOf } from './memberValues.ts';
import { brokenStrings } from './pattern/brokenStrings.ts';
import { plainValue } from './place.ts';
import type { GenerationScene } from './scene.ts';
import { realistic, stretched } from './stretched.ts';
import { fillers } from './values/fillers.ts';
import { nearMisses, wrongTypes } from './wrongValues.ts';

/** One value worth sending for one clause of a member. */
export interface BoundaryValue {
  readonly kind: 'type' | 'required' | 'enum' | 'min' | 'max' | 'pattern';
  /** `at`, `over`, `near-case`: the last part of the case's id. */
  readonly variant: string;
  /** Undefined: the member is left out. */
  readonly value: JsonValue | undefined;
}

/** The values that show both sides of every constraint of a member. */
export function boundaryValues(scene: GenerationScene, member: Member): readonly BoundaryValue[] {
  const { path, shape, required } = member;
  const missing: readonly BoundaryValue[] = required
    ? [{ kind: 'required', variant: 'missing', value: undefined }]
    : [];
  const types = path.endsWith('{key}') ? [] : named('type', wrongTypes(shape));
  return [...constraintValues(scene, member), ...missing, ...types];
}

function constraintValues(scene: GenerationScene, member: Member): readonly BoundaryValue[] {
  const { shape } = member;
  switch (shape.type) {
    case 'structure':
      return [];
    case 'map':
      return [];
    case 'boolean':
      return named('type', { true: true, false: false });
    case 'integer':
      return integerValues(shape);
    case 'list':
      return listValues(scene, member, shape);
    case 'string':
      return stringValues(scene, member, shape);
  }
}

function integerValues({ min, max }: IntegerShape): readonly BoundaryValue[] {
  return [
    ...(min === undefined ? [] : named('min', { at: min, under: min - 1, 'far-under': -(2 ** 31) })),
    ...(max === undefined ? [] : named('max', { at: max, over: max + 1, 'far-over': 2 ** 31 - 1 })),
  ];
}

function listValues(scene: GenerationScene, { path }: Member, shape: ListShape): readonly BoundaryValue[] {
  const { min, max } = shape;
  const items = (count: number) => itemsOf(scene, path, shape, count);
  return [
    ...(min === undefined ? [] : named('min', { at: items(min), under: items(min - 1) })),
    ...(max === undefined ? [] : named('max', { at: items(max), over: items(max + 1) })),
  ];
}

/** Items that differ as long as the shape has different ones, PASSWORD first among the words of an enum. */
function itemsOf(scene: GenerationScene, path: string, { item, max }: ListShape, count: number): readonly JsonValue[] {
  // A list that is too long has to be refused for that: SMS_OTP would be for want of an SmsConfiguration.
  const left = max !== undefined && count > max ? ['SOFTWARE_TOKEN', 'SMS_OTP'] : ['SOFTWARE_TOKEN'];
  const usable = item.type === 'string' ? item.enum?.filter((word) => !left.includes(word)) : undefined;
  return Array.from({ length: count }, (_, index) => {
    if (usable !== undefined) return usable[index % usable.length] ?? '';
    const plain = plainValue(scene, `${path}[]`, item);
    return path === recoveryMechanisms ? (mechanisms[index % mechanisms.length] ?? plain) : plain;
  });
}

const recoveryMechanisms = 'AccountRecoverySetting.RecoveryMechanisms';
const mechanisms = [
  { Priority: 1, Name: 'verified_email' },
  { Priority: 2, Name: 'verified_phone_number' },
] as const;

function stringValues(scene: GenerationScene, member: Member, shape: StringShape): readonly BoundaryValue[] {
  return [
    ...lengthValues(scene, member, shape),
    ...(shape.enum === undefined ? [] : enumValues(shape.enum)),
    ...patternValues(scene, member, shape),
  ];
}

function enumValues(words: readonly string[]): readonly BoundaryValue[] {
  const accepted = Object.fromEntries(words.map((word) => [word, word]));
  // The state in which other cases want the pool comes last.
  const { OFF, ...others } = accepted;
  return named('enum', { ...nearMisses(words), ...others, ...(OFF === undefined ? {} : { OFF }) });
}

/** Longer strings have one wide character alone: a megabyte says nothing that twenty kilobytes do not. */
const longestWide = 20_000;

function lengthValues(scene: GenerationScene, { path }: Member, shape: StringShape): readonly BoundaryValue[] {
  const { min, max } = shape;
  const at = (length: number, filler?: string) => realistic(scene, path, shape, length, filler);
  const beyond = (length: number) => stretched(scene, path, shape, length);
  const wide = max !== undefined && max <= longestWide;
  return [
    ...(min === undefined ? [] : given('min', { at: at(min) })),
    ...(min === undefined || min === 0 ? [] : named('min', { under: beyond(min - 1) })),
    ...(max === undefined ? [] : given('max', { at: at(max), over: beyond(max + 1) })),
    ...(wide ? given('max', wideValues(at, max)) : []),
    ...(wide || max === undefined ? [] : given('max', { 'at-one-astral': withOneWide(at(max)) })),
  ];
}

function withOneWide(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${fillers.astral}${text.slice(1)}`;
}

function wideValues(at: (length: number, filler: string) => string | undefined, max: number) {
  return {
    'at-multibyte': at(max, fillers.multibyte),
    'at-astral': at(max, fillers.astral),
    'over-astral': at(max + 1, fillers.astral),
  };
}

function patternValues(scene: GenerationScene, { path }: Member, shape: StringShape): readonly BoundaryValue[] {
  if (shape.pattern === undefined) return [];
  const text = textOf(path, shape);
  const breaks = Object.entries(brokenStrings(shape.pattern, text.plain(scene)));
  return [
    ...named('pattern', text.keeps(scene)),
    ...named('pattern', Object.fromEntries(breaks.map(([name, value]) => [`broken-${name}`, value]))),
  ];
}

function named(kind: BoundaryValue['kind'], values: Readonly<Record<string, JsonValue>>): readonly BoundaryValue[] {
  return Object.entries(values).map(([variant, value]) => ({ kind, variant, value }));
}

/** Leaves out the values that do not exist. */
function given(
  kind: BoundaryValue['kind'],
  values: Readonly<Record<string, string | undefined>>,
): readonly BoundaryValue[] {
  return Object.entries(values).flatMap(([variant, value]) => (value === undefined ? [] : [{ kind, variant, value }]));
}
