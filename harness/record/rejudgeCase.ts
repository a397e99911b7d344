import type { WireCheck } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { errorNamed } from '../../specs/errors.ts';
import { isJsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { subjectOf } from '../execute/runUpdate.ts';
import { findingId } from '../findings/findingId.ts';
import { notConfirmed, reviseVerdict } from '../findings/reviseVerdict.ts';
import { judge } from '../judge/judge.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import { type Expectation, expectationOf } from '../oracle/expectation.ts';
import { wireExpectation } from '../oracle/wireExpectation.ts';
import type { Answer } from '../transport/answer.ts';
import { parseSafely } from '../transport/readAnswer.ts';
import { keptBody } from './caseLine.ts';
import type { AnswerLine, CaseLine, Deviation, RunRecord, Verdict } from './record.ts';
import type { RecordedState } from './recordedStates.ts';

/** A recorded case under a contract; undefined where its verdict rests on what no record holds. */
export function rejudgeCase(
  line: CaseLine,
  state: RecordedState,
  contract: Contract,
  record: RunRecord,
): CaseOutcome | undefined {
  if (isExcused(line) || wasUnreadable(line) || line.spoiledBy !== undefined) return undefined;
  const { id, phase, clause, member, breaks, request } = line;
  const value = typeof request === 'string' ? parsedJson(request) : request;
  const expectation = reexpect(line, value, state, contract, record.header.region);
  if (expectation === undefined) return undefined;
  const answer = answerOf(line.answer);
  const { before, after } = state;
  const whole = judge({
    contract,
    ...subjectOfLine(line, expectation),
    expectation,
    ...(value === undefined ? {} : { request: value }),
    answer,
    before,
    after,
  });
  const judged = phase === 'wire' ? reviseVerdict(whole, { kind: 'open-form' }, expectation) : whole;
  const verdict = withRecorded(judged, line, contract, record, expectation);
  const sequence = line.steps === undefined ? {} : { steps: line.steps };
  const one = { id, phase, clause, member, breaks, request: isJsonObject(request) ? request : {}, ...sequence };
  return { case: one, request, expectation, answer, before, after, verdict };
}

/** Undefined where the body is not what the case was said to be about. */
function reexpect(
  line: CaseLine,
  value: JsonValue | undefined,
  { before, fresh }: RecordedState,
  contract: Contract,
  region: string,
): Expectation | undefined {
  const { request, twin, clause } = line;
  const earned = earnedBy(line);
  if (earned !== undefined) return earned;
  if (!isJsonObject(request)) {
    return wireExpectation({ contract, region, clause, body: request, value, prior: before, fresh });
  }
  const expectation = expectationOf({ contract, region, request, prior: before, fresh });
  return expectation.kind === 'open' && twin === 'accepted' ? { kind: 'accepted', state: [] } : expectation;
}

// The error was ordered, or caused by something outside the pool; it does not follow from the contract.
function earnedBy({ id, expectation }: CaseLine): Expectation | undefined {
  if (!/^errors\/(by-order|fixture)\//.test(id) || expectation.kind !== 'rejected') return undefined;
  const errors = expectation.errors.flatMap((name) => errorNamed(name)?.name ?? []);
  return { kind: 'rejected', errors, broken: [] };
}

function subjectOfLine(line: CaseLine, expectation: Expectation): Pick<CaseLine, 'clause' | 'member'> {
  if (line.phase !== 'sequence') return line.phase === 'wire' ? line : subjectOf(line, expectation);
  const [broken] = expectation.kind === 'rejected' ? expectation.broken : [];
  return { clause: broken?.id ?? 'wire.success-status', member: broken?.member ?? '' };
}

// The environment of the run, an account for instance, was the cause; the record holds nothing more about it.
function isExcused({ verdict, expectation }: CaseLine): boolean {
  const isSilent = verdict.kind === 'undecided' && expectation.kind !== 'open' && verdict.why !== notConfirmed;
  return verdict.kind === 'errored' || isSilent;
}

function wasUnreadable({ verdict }: CaseLine): boolean {
  return verdict.kind === 'deviates' && verdict.deviations.some(({ clause }) => clause === 'request.readable-state');
}

function answerOf(line: AnswerLine): Answer {
  if (line.kind === 'unanswered') return line;
  return { ...line, text: line.body, body: parseSafely(line.body) };
}

/** Wire checks on what a record does not keep: dates, untouchable members and a second sending. */
const unrecorded: readonly WireCheck[] = [
  'untouchable',
  'creation-date',
  'last-modified-date',
  'date-form',
  'shown-type',
  'readable-state',
  'stable',
  'isolated',
];

/** Checks on the form of an answer, which need the whole body. */
const ofForm: readonly WireCheck[] = ['success-status', 'success-body', 'error-status', 'error-type', 'error-body'];

/**
 * The verdict with those recorded deviations that cannot be judged from a record, and without those that every answer of the
 * target has, which are a finding and no part of a case's verdict.
 */
function withRecorded(
  judged: Verdict,
  { verdict, answer }: CaseLine,
  contract: Contract,
  { findings }: RunRecord,
  expectation: Expectation,
): Verdict {
  const recorded = deviationsOf(verdict);
  const isCut = answer.kind === 'answered' && answer.body.length >= keptBody;
  const known = isCut ? [...unrecorded, ...ofForm] : unrecorded;
  const isTaken = ({ clause }: Deviation) => known.some((check) => check === checkOf(contract, clause));
  const recordedIds = new Set(recorded.map(findingId));
  const standing = new Set(findings.map(({ id }) => id).filter((id) => !recordedIds.has(id)));
  const isLeftOut = (deviation: Deviation) =>
    isTaken(deviation) || (isOfWire(contract, deviation) && standing.has(findingId(deviation)));
  return reviseVerdict(judged, { kind: 'recorded', isLeftOut, taken: recorded.filter(isTaken) }, expectation);
}

function checkOf(contract: Contract, clause: string): WireCheck | undefined {
  const constraint = contract.byId.get(clause)?.constraint;
  return constraint?.kind === 'wire' ? constraint.check : undefined;
}

function isOfWire(contract: Contract, { clause }: Deviation): boolean {
  return checkOf(contract, clause) !== undefined;
}
