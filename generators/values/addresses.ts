import fc from 'fast-check';
import { type Text, textFrom } from './text.ts';

const local = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 1,
  maxLength: 12,
});
const address = fc.tuple(local, local).map(([name, domain]) => `${name}@${domain}.example.com`);

/** An e-mail address. */
export const emailAddress: Text = textFrom({
  plain: () => 'support@example.com',
  keeps: () => ({
    plain: 'support@example.com',
    shortest: 'a@b',
    'mixed-case': 'Support.Team@Example.COM',
    international: 'jörg+漢字@bücher.example',
    astral: '𠮷@𠮷.example',
  }),
  any: () => address,
});

/** An address as senders are named: bare, or behind a display name. */
export const sender: Text = textFrom({
  plain: () => 'Example <no-reply@example.com>',
  keeps: () => ({ plain: 'Example <no-reply@example.com>', bare: 'no-reply@example.com' }),
  ofLength: (_scene, _shape, length, filler = 'a') => {
    const behind = ' <no-reply@example.com>';
    return length <= behind.length ? undefined : `${filler.repeat(length - behind.length)}${behind}`;
  },
  any: () =>
    fc.oneof(
      address,
      fc.tuple(local, address).map(([name, bare]) => `${name} <${bare}>`),
    ),
});
