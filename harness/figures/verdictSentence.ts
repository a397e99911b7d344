import { plural } from '../../specs/plural.ts';
import type { RunRecord } from '../record/record.ts';
import type { Divergence } from './divergence.ts';
import { leftBehindSentence } from './leftBehind.ts';
import { targetTitle } from './targetTitle.ts';
import { oneLine } from './visibleText.ts';

/** What a run found, in a sentence; further ones where it ended early or left pools behind. */
export function verdictSentence(record: RunRecord, divergence: Divergence): string {
  const { header, footer, findings } = record;
  const verdict = `${targetTitle(record, 60)} ${judgementOf(header.edition, divergence)}${findingCounts(findings)}.`;
  const early =
    footer.interrupted === null
      ? ''
      : `The run ended early (${oneLine(footer.interrupted, 120)}), so these figures are partial.`;
  return [verdict, early, leftBehindSentence(footer)].filter((sentence) => sentence !== '').join(' ');
}

function judgementOf(edition: string, { deviating, judged }: Divergence): string {
  if (judged === 0) return `was not judged on any clause of the ${edition} contract`;
  if (deviating === 0) return `conforms to the ${edition} contract on ${allJudged(judged)}`;
  return `deviates from the ${edition} contract on ${deviating} of ${plural(judged, 'judged clause')}`;
}

// Findings are what every other view counts by level: a clause may have several of them, and of several levels.
function findingCounts(findings: RunRecord['findings']): string {
  if (findings.length === 0) return '';
  const counts = (['must', 'should', 'may'] as const)
    .map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  return `: ${plural(findings.length, 'finding')} (${counts.join(', ')})`;
}

function allJudged(judged: number): string {
  return judged === 1 ? 'the one judged clause' : `all ${plural(judged, 'judged clause')}`;
}
