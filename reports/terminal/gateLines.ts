import type { Gate } from '../../harness/figures/gate.ts';
import { oneLine } from '../../harness/figures/visible.ts';
import { gateSentence } from '../text/gateSentence.ts';
import { type Colors, labelled } from './labelled.ts';

const shown = 3;

/** How the run met its gate, and what in the baseline calls for somebody's attention. */
export function gateLines(gate: Gate, colors: Colors, width: number): readonly string[] {
  const { expired, fixed, vanished } = gate;
  return [
    ...labelled('gate', gateSentence(gate), colors, width),
    ...Object.entries({ expired, fixed, vanished }).flatMap(([word, ids]) =>
      ids.length === 0 ? [] : labelled('', `${word}: ${few(ids)}`, colors, width),
    ),
  ];
}

function few(ids: readonly string[]): string {
  const more = ids.length - shown;
  const told = ids.slice(0, shown).map((id) => oneLine(id, 120));
  return `${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
