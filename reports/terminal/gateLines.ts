import type { Gate } from '../../harness/figures/gate.ts';
import { oneLine } from '../../harness/figures/visibleText.ts';
import { gateSentence } from '../text/gateSentence.ts';
import { type Colors, labelledLines } from './labelledLines.ts';

const mostIds = 3;

/** How the run met its gate, and what in the baseline calls for somebody's attention. */
export function gateLines(gate: Gate, colors: Colors, width: number): readonly string[] {
  const { expired, fixed, vanished } = gate;
  return [
    ...labelledLines('gate', gateSentence(gate), colors, width),
    ...Object.entries({ expired, fixed, vanished }).flatMap(([word, ids]) =>
      ids.length === 0 ? [] : labelledLines('', `${word}: ${firstFew(ids)}`, colors, width),
    ),
  ];
}

function firstFew(ids: readonly string[]): string {
  const more = ids.length - mostIds;
  const firstIds = ids.slice(0, mostIds).map((id) => oneLine(id, 120));
  return `${firstIds.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
