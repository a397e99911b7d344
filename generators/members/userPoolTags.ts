import fc from 'fast-check';
import type { MapShape, Shape } from '../../specs/shape.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { tagKey, tagValue } from '../values/tags.ts';
import type { MemberTable } from './memberTable.ts';

/** The limit of the tagging service; no model states it. */
const mostTags = 50;

/** Tags: a few mostly, now and then as many as a pool may have. */
export const userPoolTags: MemberTable = {
  UserPoolTags: { kind: 'values', any: (scene, shape) => tagMaps(scene, mapShape(shape)) },
  'UserPoolTags{key}': tagKey,
  'UserPoolTags{value}': tagValue,
};

function tagMaps(scene: GenerationScene, { key, value }: MapShape) {
  const values = value.type === 'string' ? tagValue.any(scene, value) : fc.constant(tagValue.plain(scene));
  const dictionary = (maxKeys: number) =>
    fc.dictionary(tagKey.any(scene, key), values, { maxKeys, noNullPrototype: true });
  return fc.oneof({ weight: 15, arbitrary: dictionary(4) }, { weight: 1, arbitrary: fullSet(values) });
}

function fullSet(values: fc.Arbitrary<string>) {
  return fc
    .array(values, { minLength: mostTags, maxLength: mostTags })
    .map((each) => Object.fromEntries(each.map((value, index) => [`Tag${index + 1}`, value])));
}

function mapShape(shape: Shape): MapShape {
  if (shape.type !== 'map') throw new TypeError('UserPoolTags is no map in this edition.');
  return shape;
}
