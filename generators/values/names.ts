import fc from 'fast-check';
import { isSeoul } from '../cases/scene.ts';
import { unnormalizedText } from './strangeTexts.ts';
import { fixedText, lengthsOf, nameWithin, type Text, textFrom } from './text.ts';

/** The name of a pool. */
export const poolName: Text = textFrom({
  plain: () => 'renamed-pool',
  keeps: () => ({ plain: 'renamed-pool', symbols: 'a+=,.@-_Z9', spaces: 'my pool\tof\nusers' }),
});

/** The name of a configuration set of SES. */
export const configurationSet: Text = textFrom({
  plain: () => 'my-first-set',
  keeps: () => ({ plain: 'my-first-set', symbols: '_-Az09' }),
});

/** The id of a pool that does not exist. */
export const unknownPoolId: Text = textFrom({
  plain: ({ region }) => `${region}_000000000`,
  keeps: ({ region }) => ({ plain: `${region}_000000000`, underscores: `${region}_a_b_00000` }),
  // In the pool's own Region: what an id of another Region is answered is not known.
  ofLength: ({ region }, _shape, length) => (length > region.length + 1 ? `${region}_`.padEnd(length, '0') : undefined),
});

/** The Region in which messages are sent: the pool's own, or Tokyo for pools in Seoul. */
export const snsRegion: Text = fixedText((scene) => (isSeoul(scene) ? 'ap-northeast-1' : scene.region));

/** The pool's Region. */
export const region: Text = fixedText((scene) => scene.region);

/** A string without a form of its own. */
export function freeText(plain: string): Text {
  return textFrom({
    plain: () => plain,
    keeps: () => ({ plain, 'as-written': ` Two  words ${unnormalizedText}\t` }),
    any: (_scene, shape) => nameWithin({ ...lengthsOf(shape), min: 2 }),
  });
}

/** One of a few words. */
export function wordText(first: string, ...others: readonly string[]): Text {
  return textFrom({ plain: () => first, any: () => fc.constantFrom(first, ...others) });
}
