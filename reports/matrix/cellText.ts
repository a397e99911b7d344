import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import type { MemberFigures, MemberState } from '../../harness/figures/memberFigures.ts';
import { verdictWord } from '../text/verdictWord.ts';

/** What a cell shows: a state for its sign, and the words beside it. */
export interface Cell {
  readonly state: MemberState;
  readonly text: string;
}

/** The cell of a member: its state, and how many of the judged cases deviate. */
export function memberCell(figures: MemberFigures | null): Cell | null {
  if (figures === null) return null;
  const { state, deviates, conforms } = figures;
  const text = state === 'deviates' ? `${deviates} of ${deviates + conforms} deviate` : verdictWord(state, 1);
  return { state, text };
}

/** The cell of an error: how often it came where it was due, and how often where it was not. */
export function errorCell({ expected, matched, unexpected, deviating }: ErrorFigures): Cell {
  const unexpectedNote = unexpected > 0 ? `, ${unexpected} unexpected` : '';
  if (expected === 0)
    return { state: unexpected > 0 ? 'deviates' : 'not-tested', text: `not exercised${unexpectedNote}` };
  const state =
    unexpected > 0 || (deviating > 0 && matched === 0) ? 'deviates' : deviating > 0 ? 'undecided' : 'conforms';
  return { state, text: `${matched} of ${expected}${unexpectedNote}` };
}
