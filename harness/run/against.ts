import type { JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { AnswerLine, CaseLine, RunRecord } from '../record.ts';
import { type RecordedState, statesOf } from './recordedStates.ts';

/** A case that a target answers otherwise than the recorded one did. */
export interface AnswerDifference {
  readonly case: string;
  /** "accepted", an error's name, or why there was no answer. */
  readonly recorded: string;
  readonly here: string;
  /** Where the answers are alike: what differs afterwards, as shown there and here. */
  readonly state: readonly { readonly member: MemberPath; readonly recorded: JsonValue; readonly here: JsonValue }[];
  /** Where the contract is silent, the recording says what is right. */
  readonly decidedBy: 'contract' | 'recording';
}

/** A run held against a recorded one. */
export interface Comparison {
  readonly alike: number;
  readonly differences: readonly AnswerDifference[];
  /** Cases that one of the two did not answer: skipped, throttled or unsupported. */
  readonly incomparable: number;
  /** Recorded cases that this version does not plan any more. */
  readonly unplanned: number;
}

/** Compares a run with a recorded one, answer by answer, and state by state where both began in the same. */
export function against(recorded: RunRecord, here: RunRecord): Comparison {
  const ours = new Map(here.cases.map((line) => [line.id, line]));
  const [theirStates, ourStates] = [statesOf(recorded), statesOf(here)];
  const pairs = recorded.cases.flatMap((line) => {
    const own = ours.get(line.id);
    return own === undefined ? [] : [{ line, own }];
  });
  const comparable = pairs.filter(({ line, own }) => isAnswered(line) && isAnswered(own));
  const differences = comparable.flatMap(
    ({ line, own }) => difference(line, own, theirStates.get(line), ourStates.get(own)) ?? [],
  );
  return {
    alike: comparable.length - differences.length,
    differences,
    incomparable: pairs.length - comparable.length,
    unplanned: recorded.cases.length - pairs.length,
  };
}

function isAnswered({ verdict, answer }: CaseLine): boolean {
  if (answer.kind === 'unanswered' && answer.why === 'not-sent') return false;
  switch (verdict.kind) {
    case 'conforms':
    case 'deviates':
    case 'undecided':
      return true;
    case 'inconclusive':
    case 'unsupported':
    case 'skipped':
    case 'errored':
      return false;
  }
}

function difference(
  line: CaseLine,
  own: CaseLine,
  theirs: RecordedState | undefined,
  ours: RecordedState | undefined,
): AnswerDifference | undefined {
  const decidedBy = own.expectation.kind === 'open' ? 'recording' : 'contract';
  const [recorded, here] = [outcomeOf(line.answer), outcomeOf(own.answer)];
  if (recorded !== here) return { case: own.id, recorded, here, state: [], decidedBy };
  const state = membersApart(theirs, ours).map((member) => ({
    member,
    recorded: theirs?.after?.members[member] ?? null,
    here: ours?.after?.members[member] ?? null,
  }));
  return state.length === 0 ? undefined : { case: own.id, recorded, here, state, decidedBy };
}

function outcomeOf(answer: AnswerLine): string {
  if (answer.kind === 'unanswered') return answer.why;
  return answer.error === null ? 'accepted' : answer.error || `HTTP ${answer.status}`;
}

/** The members that differ afterwards, though they were the same before; a difference that was there is no news. */
function membersApart(theirs: RecordedState | undefined, ours: RecordedState | undefined): readonly string[] {
  const [before, after] = [theirs?.before?.members, theirs?.after?.members];
  const [beforeHere, afterHere] = [ours?.before?.members, ours?.after?.members];
  if (before === undefined || after === undefined || beforeHere === undefined || afterHere === undefined) return [];
  const names = new Set([...Object.keys(after), ...Object.keys(afterHere)]);
  return [...names].filter(
    (name) => sameShown(before[name], beforeHere[name]) && !sameShown(after[name], afterHere[name]),
  );
}
