import {
  arnPlaceholder,
  otherCasePlaceholder,
  otherPoolPlaceholder,
  poolPlaceholder,
  type Scenario,
} from './buildScenario.ts';

/** The placeholders that the bodies of a scenario hold, besides that of its pool. */
export function placeholdersIn({ bodies, question }: Scenario): ReadonlySet<string> {
  const texts = [bodies.creation, bodies.request, ...bodies.before, ...bodies.after];
  if (question.raw?.bytes !== undefined) texts.push(Buffer.from(question.raw.bytes, 'base64').toString('latin1'));
  const known = [poolPlaceholder, otherPoolPlaceholder, arnPlaceholder, otherCasePlaceholder];
  return new Set(known.filter((name) => texts.some((text) => text.includes(name))));
}

/** The shell helper `fill`: puts what the script has learned in place of the placeholders. */
export function fillHelper(placeholders: ReadonlySet<string>): readonly string[] {
  const rules = [
    `s/${poolPlaceholder}/$pool/g`,
    ...(placeholders.has(otherPoolPlaceholder) ? [`s/${otherPoolPlaceholder}/$other/g`] : []),
    // A slash stands in an ARN.
    ...(placeholders.has(arnPlaceholder) ? [`s|${arnPlaceholder}|$arn|g`] : []),
    ...(placeholders.has(otherCasePlaceholder) ? [`s/${otherCasePlaceholder}/$swapped/g`] : []),
  ];
  return [`fill() { LC_ALL=C sed "${rules.join('; ')}"; }`];
}

/** Sets `swapped` to the pool's id with the letters behind its Region in the other case. */
export const swapCase: readonly string[] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  'tail=${pool##*_}; swapped=${pool%"$tail"}$(printf %s "$tail" | tr A-Za-z a-zA-Z)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  '[ "$swapped" != "$pool" ] || swapped=${pool}A',
];
