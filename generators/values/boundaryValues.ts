import type { JsonValue } from '../../specs/json.ts';
import type { Member } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { IntegerShape, ListShape } from '../../specs/shape.ts';
import { wrongTypes } from '../breaches/wrongValues.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { boundaryTexts } from './boundaryTexts.ts';
import type { BoundaryValue } from './boundaryValue.ts';
import { namedValues } from './namedValues.ts';
import { plainValue } from './placeInRequest.ts';

/** The values that show both sides of every constraint of a member. */
export function boundaryValues(scene: GenerationScene, member: Member): readonly BoundaryValue[] {
  return valuesIn(scene)(member);
}

// Asked for by the member's own cases and by those of its pairs.
const valuesIn = memoizeByObject((scene: GenerationScene) =>
  memoizeByObject((member: Member) => valuesOnBothSides(scene, member)),
);

function valuesOnBothSides(scene: GenerationScene, member: Member): readonly BoundaryValue[] {
  const { path, shape, required } = member;
  const missing: readonly BoundaryValue[] = required
    ? [{ kind: 'required', variant: 'missing', value: undefined }]
    : [];
  const types = path.endsWith('{key}') ? [] : namedValues('type', wrongTypes(shape));
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
      return namedValues('type', { true: true, false: false });
    case 'integer':
      return integerValues(shape);
    case 'list':
      return listValues(scene, member, shape);
    case 'string':
      return boundaryTexts(scene, member, shape);
  }
}

function integerValues({ min, max }: IntegerShape): readonly BoundaryValue[] {
  return [
    ...(min === undefined ? [] : namedValues('min', { at: min, under: min - 1, ...farUnder(min) })),
    ...(max === undefined
      ? []
      : namedValues('max', { at: max, over: max + 1, 'far-over': 2 ** 31 - 1, 'over-32-bits': 2 ** 32 + max })),
  ];
}

// Clients that write every member send zero for what they leave out, and some servers take it so.
function farUnder(min: number): Readonly<Record<string, number>> {
  return min > 1 ? { zero: 0 } : { 'far-under': -(2 ** 31) };
}

function listValues(scene: GenerationScene, { path }: Member, shape: ListShape): readonly BoundaryValue[] {
  const { min, max } = shape;
  const items = (count: number) => distinctItems(scene, path, shape, count);
  return [
    ...(min === undefined ? [] : namedValues('min', { at: items(min), under: items(min - 1) })),
    ...(max === undefined ? [] : namedValues('max', { at: items(max), over: items(max + 1) })),
  ];
}

/** Items that differ as long as the shape has different ones, PASSWORD first among the words of an enum. */
function distinctItems(
  scene: GenerationScene,
  path: string,
  { item, max }: ListShape,
  count: number,
): readonly JsonValue[] {
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
