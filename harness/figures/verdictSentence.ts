import { plural } from '../../specs/plural.ts';
import type { RunRecord } from '../record/record.ts';
import type { Divergence } from './divergence.ts';
import { leftBehindSentence } from './leftBehind.ts';
import { leftOutFindings, leftOutMembers } from './notImplemented.ts';
import { targetTitle } from './targetTitle.ts';
import { oneLine } from './visibleText.ts';

/** What a run found, in a sentence; one before it where the run ended early, and further ones where it left pools behind. */
export function verdictSentence(record: RunRecord, divergence: Divergence): string {
  const { header, footer, findings } = record;
  const leftOut = leftOutFindings(record);
  const counted = findings.filter((finding) => !leftOut.includes(finding));
  const verdict = `${targetTitle(record, 60)} ${judgementOf(header.edition, divergence)}${findingCounts(counted)}.`;
  const early =
    footer.interrupted === null
      ? ''
      : `The run ended early (${oneLine(footer.interrupted, 120)}), so all figures are partial.`;
  return [early, verdict, notImplementedSentence(leftOut), leftBehindSentence(footer)]
    .filter((sentence) => sentence !== '')
    .join(' ');
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

// Listed once, with all the findings that say no more than this.
function notImplementedSentence(leftOut: RunRecord['findings']): string {
  if (leftOut.length === 0) return '';
  const members = leftOutMembers(leftOut);
  const rest = members.length - 8;
  const names = `${members.slice(0, 8).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return `Not implemented: ${names} (${plural(leftOut.length, 'finding')}, left out unless --strict-coverage).`;
}

function allJudged(judged: number): string {
  return judged === 1 ? 'the one judged clause' : `all ${plural(judged, 'judged clause')}`;
}
