import { testedOperation } from '../../specs/operation.ts';
import { plural } from '../../specs/plural.ts';
import { oneLine } from '../figures/visibleText.ts';
import type { EffectKind, MemberEffect, PreflightReport } from './preflightReport.ts';

const meanings: Readonly<Record<EffectKind, string>> = {
  refuses: 'refuses it',
  ignores: 'does not store it as sent',
  loses: 'loses or changes it when an update leaves it out',
  lacks: 'does not have it',
};

/** The report for people, in lines. */
export function preflightText(report: PreflightReport): string {
  const { target, form, effects, working, untested, others, ownRequest } = report;
  const members = new Set(effects.map(({ member }) => member)).size;
  const head =
    effects.length === 0
      ? `${target} is not known to affect this pool`
      : `${target} affects ${plural(members, 'setting')} of this pool`;
  const lines = [
    `${head} (${form}).`,
    ...effects.flatMap(effectLines),
    ...listLine('Not affected', working),
    ...listLine('Not tested', untested),
    ...listLine(`Not part of ${testedOperation}, so not looked at`, others),
    ...(ownRequest === null ? [] : [`The pool's own request: ${oneLine(ownRequest.says, 600)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function effectLines({ member, effect, level, says, finding }: MemberEffect): readonly string[] {
  return [
    `  ${member}: ${meanings[effect]} (${level})`,
    `    ${oneLine(says, 300)}`,
    ...(finding === null ? [] : [`    finding ${finding}`]),
  ];
}

function listLine(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${title}: ${names.join(', ')}.`];
}
