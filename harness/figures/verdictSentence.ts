import { plural } from '../../specs/plural.ts';
import type { RunRecord } from '../record/record.ts';
import type { Divergence } from './divergence.ts';
import { oneLine } from './visibleText.ts';

/** What a run found, in a sentence; a second one where it ended early. */
export function verdictSentence({ header, footer }: RunRecord, divergence: Divergence): string {
  const verdict = `${oneLine(header.target.id, 60)} ${judgementOf(header.edition, divergence)}.`;
  if (footer.interrupted === null) return verdict;
  return `${verdict} The run ended early (${oneLine(footer.interrupted, 120)}), so these figures are partial.`;
}

function judgementOf(edition: string, { deviating, judged, byLevel }: Divergence): string {
  if (judged === 0) return `was not judged on any clause of the ${edition} contract`;
  if (deviating === 0) return `conforms to the ${edition} contract on ${allJudged(judged)}`;
  const levels = (['must', 'should', 'may'] as const)
    .filter((level) => byLevel[level] > 0)
    .map((level) => `${byLevel[level]} ${level}`);
  return `deviates from the ${edition} contract on ${deviating} of ${plural(judged, 'judged clause')} (${levels.join(', ')})`;
}

function allJudged(judged: number): string {
  return judged === 1 ? 'the one judged clause' : `all ${plural(judged, 'judged clause')}`;
}
