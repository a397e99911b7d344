import fc from 'fast-check';
import type { StringShape } from '../../specs/shape.ts';
import { stringMatching } from '../pattern/stringMatching.ts';
import { invisibleText, proseText, strangeWords, unnormalizedText } from './strangeTexts.ts';
import { framedText, lengthsOf, type Text, textFrom } from './text.ts';

const code = '{####}';

/** The guide asks for the name too. */
const invitation = '{username} {####}';

/** An SMS with the place for the code, on one line. */
export const smsMessage: Text = messageWithCode('Your code is {####}.', {
  'code-alone': code,
  'code-first': `${code} ist Ihr Bestätigungscode für 𠮷野 😀 ${unnormalizedText} ${invisibleText}`,
});

/** An e-mail with the place for the code. */
export const emailMessage: Text = messageWithCode('<p>Your code is <b>{####}</b>.</p>', {
  'code-alone': code,
  lines: `Hello,\r\n\t${proseText}, your code:\n{####}\n`,
  escapes: 'Hello%20&#65;\\u0041 {####} 100%25 \\\\host\\share',
  categories: `${unnormalizedText} Ж 漢 \u0301 ± € ½ Ⅷ ¿ … 😀 𠮷 ${code} 𝟘 𐄀 * { # }`,
});

/** An invitation by SMS. The place for the code is no longer asked for by the model, and still is by the service. */
export const inviteSms: Text = messageWithCode(
  '{username}, your password is {####}.',
  { 'code-first': `${code} ${unnormalizedText} {username}, ${proseText}` },
  invitation,
);

/** An invitation by e-mail, with the name and the password. */
export const inviteEmail: Text = messageWithCode(
  'Hello {username},\nyour password is {####}',
  {
    'code-alone': code,
    'markup-and-spaces': `  <p>Tom &amp; {username}:\r\n\t${code} ${proseText}</p> \\\\host\\share \n`,
    categories: `Bienvenue ${unnormalizedText} 漢 ½ € 😀\n{username} ${code}`,
  },
  invitation,
);

/** An e-mail with a link. The text of the link may not be empty, although the pattern would take that. */
export const emailMessageByLink: Text = framedText({
  plain: () => 'Please {##verify your address##} now.',
  keeps: () => ({
    plain: 'Please {##verify your address##} now.',
    'link-alone': '{##a##}',
    'markup-and-spaces': `  <p>Tom &amp;\r\n\t{##verify##} ${proseText}</p> \\\\host\\share \n`,
    categories: `Привет ${unnormalizedText} 漢\n{##jetzt bestätigen ½ € 😀##} 𠮷 …`,
    // Every opening is a place from which a backtracking engine starts again.
    'openings-many': `${'{##'.repeat(400)}here##}`,
  }),
  frame: () => ['{##Verify##}', ''],
  ofLength: (_scene, _shape, length, filler = 'a') =>
    length < 7 ? undefined : `{##${filler}##}${filler.repeat(length - 7)}`,
});

/** A subject line. */
export const subject: Text = textFrom({
  plain: () => 'Your verification code',
  keeps: () => ({
    plain: 'Your verification code',
    categories: `${unnormalizedText} Ж 漢 \u0301 ± € ½ Ⅷ ¿ … 😀 𠮷 𝟘 𐄀`,
    spaces: ' \t\n',
  }),
});

function messageWithCode(plain: string, others: Readonly<Record<string, string>>, needed = code): Text {
  return framedText({
    plain: () => plain,
    keeps: () => ({ plain, ...others }),
    // What the guide asks for, where there is room for it.
    frame: (_scene, length) => [length < needed.length ? code : needed, ''],
    any: (_scene, shape) => fc.oneof(withWordsAppended(plain, shape), matchingWith(needed, shape)),
  });
}

/** The plain text with some words behind it. */
function withWordsAppended(plain: string, shape: StringShape): fc.Arbitrary<string> {
  const word = fc.oneof(
    fc.constantFrom('please', 'hurry', 'Größe', '漢字', 'hello😀', '-', '50%', '€5'),
    fc.constantFrom(...strangeWords),
  );
  return fc
    .array(word, { maxLength: 8 })
    .map((words) => [...[plain, ...words].join(' ')].slice(0, lengthsOf(shape).max).join(''));
}

/** What the pattern makes, behind what is needed: the pattern may not ask for all of it. */
function matchingWith(needed: string, shape: StringShape): fc.Arbitrary<string> {
  const pattern = shape.pattern ?? '.*';
  const { max } = lengthsOf(shape);
  const filling = stringMatching(pattern, { min: 0, max: max - needed.length }) ?? fc.constant(needed);
  return filling.map((value) => (value.includes(needed) ? value : `${needed}${value}`));
}
