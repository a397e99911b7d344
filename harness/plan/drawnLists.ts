import type { Case } from '../../generators/cases/case.ts';
import type { CaseList } from './caseList.ts';

/**
 * Lists of cases, so many each, cut from one sequence that is drawn as far as it is read: in order no case is drawn twice, and
 * none is held. A place that lies behind is found by drawing from the start again, so every list always has the same cases.
 * Those that belong at the end of their list come there.
 */
export function drawnLists(
  count: number,
  listLength: number,
  draw: () => Iterator<Case>,
  belongsLast: (one: Case) => boolean,
): readonly CaseList[] {
  const sequence = new Sequence(draw);
  return Array.from({ length: Math.ceil(count / listLength) }, (_, index) => {
    const start = index * listLength;
    const length = Math.min(listLength, count - start);
    return { length, [Symbol.iterator]: () => stretch(sequence, start, length, belongsLast) };
  });
}

function* stretch(
  sequence: Sequence,
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

class Sequence {
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
