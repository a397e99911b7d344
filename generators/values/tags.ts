import fc from 'fast-check';
import type { StringShape } from '../../specs/shape.ts';
import { lengthWithin } from '../pattern/stringMatching.ts';
import { fillers } from './fillers.ts';
import { reservedNames } from './strangeTexts.ts';
import { lengthsOf, repeating, type Text, textFrom } from './text.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789', 'é', fillers.multibyte, fillers.astral];
const symbols = [...' _.:/=+-@'];

/** The key of a tag, which may not begin with `aws:`. */
export const tagKey: Text = textFrom({
  plain: () => 'Team',
  // Every object of a program has this one.
  keeps: () => ({ 'as-written': 'constructor' }),
  any: (_scene, shape) => tagOrTrick(shape),
});

/** The value of a tag; it may be empty. */
export const tagValue: Text = textFrom({ plain: () => 'Blue', any: (_scene, shape) => tagOrTrick(shape) });

function tagOrTrick(shape: StringShape): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: tagText(shape) },
    { weight: 1, arbitrary: fc.constantFrom(...reservedNames) },
  );
}

/** Symbols only inside: spaces at the ends might be trimmed, and a leading letter keeps the reserved prefix away. */
function tagText(shape: StringShape): fc.Arbitrary<string> {
  return repeating([...letters, ...symbols], lengthWithin(lengthsOf(shape))).map((value) => {
    const inner = [...value];
    return inner.length < 2 ? 'T'.repeat(inner.length) : `T${inner.slice(1, -1).join('')}z`;
  });
}
