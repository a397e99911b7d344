import type { Phase } from '../../generators/cases/case.ts';
import { type JsonValue, ownMember } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { AnswerLine, CaseLine, RunRecord } from './record.ts';
import { type RecordedState, recordedStates } from './recordedStates.ts';

/** A case that is answered differently from the recorded run. */
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

/** A run compared with a recorded one. */
export interface Comparison {
  readonly alike: number;
  readonly differences: readonly AnswerDifference[];
  /** Cases that one of the two did not answer: skipped, throttled or unsupported. */
  readonly incomparable: number;
  /** Recorded cases that this version does not plan any more. */
  readonly unplanned: number;
}

/** Compares a run with a recorded one, answer by answer, and state by state where both began in the same. */
export function compareAnswers(recorded: RunRecord, here: RunRecord): Comparison {
  const ours = new Map<string, Side>();
  for (const { line, state } of recordedStates(here)) ours.set(line.id, sideOf(line, state));
  const differences: AnswerDifference[] = [];
  const counts = { comparable: 0, incomparable: 0, unplanned: 0 };
  for (const { line, state } of recordedStates(recorded)) {
    const own = ours.get(line.id);
    const their = sideOf(line, state);
    const kind = own === undefined ? 'unplanned' : areComparable(their, own) ? 'comparable' : 'incomparable';
    counts[kind] += 1;
    if (own !== undefined && kind === 'comparable') differences.push(...difference(their, own));
  }
  const { comparable, incomparable, unplanned } = counts;
  return { alike: comparable - differences.length, differences, incomparable, unplanned };
}

/** What a comparison needs of a case: neither its request nor the text of its answer. */
interface Side {
  readonly id: string;
  readonly phase: Phase;
  /** The steps of a sequence, of which the line shows the last. */
  readonly steps: string;
  readonly isAnswered: boolean;
  readonly outcome: string;
  readonly isOpen: boolean;
  readonly state: RecordedState | undefined;
}

// Which of several requests at one moment comes first is chance, and a sequence may have been judged at another step.
function areComparable(theirs: Side, ours: Side): boolean {
  const isSame = theirs.phase !== 'race' && theirs.steps === ours.steps;
  return isSame && theirs.isAnswered && ours.isAnswered;
}

function sideOf(line: CaseLine, state: RecordedState | undefined): Side {
  const { id, phase, answer, expectation, steps = [] } = line;
  const isOpen = expectation.kind === 'open';
  return {
    id,
    phase,
    steps: JSON.stringify(steps),
    isAnswered: isAnswered(line),
    outcome: outcomeOf(answer),
    isOpen,
    state,
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

function difference(theirs: Side, ours: Side): readonly AnswerDifference[] {
  const decidedBy = ours.isOpen ? 'recording' : 'contract';
  const [recorded, here] = [theirs.outcome, ours.outcome];
  if (recorded !== here) return [{ case: ours.id, recorded, here, state: [], decidedBy }];
  const state = membersApart(theirs.state, ours.state).map((member) => ({
    member,
    recorded: ownMember(theirs.state?.after?.members, member) ?? null,
    here: ownMember(ours.state?.after?.members, member) ?? null,
  }));
  return state.length === 0 ? [] : [{ case: ours.id, recorded, here, state, decidedBy }];
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
    (name) =>
      sameShown(ownMember(before, name), ownMember(beforeHere, name)) &&
      !sameShown(ownMember(after, name), ownMember(afterHere, name)),
  );
}
