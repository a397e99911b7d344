import type { Case } from '../../generators/case.ts';
import type { CaseList } from './caseList.ts';

/**
 * Lists of cases, so many each, cut from one sequence that is drawn as far as it is asked for: in order no case is drawn twice
 * and only the lists that are being read are in memory. A list that lies behind is found by drawing from the start again, so
 * every list always has the same cases.
 */
export function drawnLists(
  count: number,
  listLength: number,
  draw: () => Iterator<Case>,
  inOrder: (cases: readonly Case[]) => readonly Case[],
): readonly CaseList[] {
  const sequence = new Sequence(draw);
  return Array.from({ length: Math.ceil(count / listLength) }, (_, index) => {
    const start = index * listLength;
    const length = Math.min(listLength, count - start);
    return { length, [Symbol.iterator]: () => inOrder(sequence.stretch(start, length)).values() };
  });
}

class Sequence {
  private readonly draw: () => Iterator<Case>;
  private drawn: Iterator<Case>;
  private at = 0;

  constructor(draw: () => Iterator<Case>) {
    this.draw = draw;
    this.drawn = draw();
  }

  stretch(start: number, length: number): readonly Case[] {
    if (this.at > start) {
      this.drawn = this.draw();
      this.at = 0;
    }
    while (this.at < start) this.next();
    return Array.from({ length }, () => this.next());
  }

  private next(): Case {
    const { value, done } = this.drawn.next();
    if (done === true) throw new TypeError(`The sequence ended after ${this.at} cases.`);
    this.at += 1;
    return value;
  }
}
