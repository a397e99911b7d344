import fc from 'fast-check';
import type { StringShape } from '../../specs/shape.ts';
import { lengthWithin } from '../pattern/stringMatching.ts';
import { fillers } from './fillers.ts';
import { limitsOf, type Text, text } from './text.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789', 'é', fillers.multibyte, fillers.astral];
const symbols = [...' _.:/=+-@'];

/** The key of a tag, which may not begin with `aws:`. */
export const tagKey: Text = text({ plain: () => 'Team', any: (_scene, shape) => tagText(shape) });

/** The value of a tag; it may be empty. */
export const tagValue: Text = text({ plain: () => 'Blue', any: (_scene, shape) => tagText(shape) });

/** Symbols only inside: spaces at the ends might be trimmed, and a leading letter keeps the reserved prefix away. */
function tagText(shape: StringShape): fc.Arbitrary<string> {
  const inner = fc.constantFrom(...letters, ...symbols);
  return lengthWithin(limitsOf(shape)).chain((length) =>
    length < 2
      ? fc.string({ unit: fc.constantFrom(...letters), minLength: length, maxLength: length })
      : fc.string({ unit: inner, minLength: length - 2, maxLength: length - 2 }).map((middle) => `T${middle}z`),
  );
}
