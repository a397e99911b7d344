import type { Case } from '../../generators/cases/case.ts';
import type { CaseList } from './caseList.ts';

/**
 * Consecutive lists of equal length from one lazily drawn sequence. Read in order, no case is drawn twice and none is held; an
 * earlier place is found by drawing from the start again, so every list always has the same cases. Cases that belong at the
 * end of their list are moved there.
 */
export function lazyCaseLists(
  count: number,
  listLength: number,
  draw: () => Iterator<Case>,
  belongsLast: (one: Case) => boolean,
): readonly CaseList[] {
  const sequence = new CaseSequence(draw);
  return Array.from({ length: Math.ceil(count / listLength) }, (_, index) => {
    const start = index * listLength;
    const length = Math.min(listLength, count - start);
    return { length, [Symbol.iterator]: () => casesBetween(sequence, start, length, belongsLast) };
  });
}

function* casesBetween(
  sequence: CaseSequence,
  start: number,
  length: number,
  belongsLast: (one: Case) => boolean,
): Generator<Case, void> {
  const last: Case[] = [];
  for (let place = start; place < start + length; place += 1) {
    const one = sequence.at(place);
    if (belongsLast(one)) last.push(one);
    else yield one;
  }
  yield* last;
}

class CaseSequence {
  private readonly draw: () => Iterator<Case>;
  private drawn: Iterator<Case>;
  private next = 0;

  constructor(draw: () => Iterator<Case>) {
    this.draw = draw;
    this.drawn = draw();
  }

  at(place: number): Case {
    if (this.next > place) {
      this.drawn = this.draw();
      this.next = 0;
    }
    while (this.next < place) this.drawOne();
    return this.drawOne();
  }

  private drawOne(): Case {
    const { value, done } = this.drawn.next();
    if (done === true) throw new TypeError(`The sequence ended after ${this.next} cases.`);
    this.next += 1;
    return value;
  }
}
