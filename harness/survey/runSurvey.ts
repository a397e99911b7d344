import type { Case, Prior } from '../../generators/cases/case.ts';
import type { Evidence } from '../../specs/evidence.ts';
import { type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { type Ask, type OpenQuestion, openQuestions } from '../../specs/openQuestions.ts';
import { testedOperation } from '../../specs/operation.ts';
import { applyPriorState } from '../execute/applyPriorState.ts';
import type { CaseSetting } from '../execute/caseOutcome.ts';
import { removePool } from '../execute/removePool.ts';
import { createPool, describeAnswer, refreshState } from '../execute/scratchPool.ts';
import { sendWithRetry } from '../execute/sendWithRetry.ts';
import { changedMembers } from '../judge/judgeState.ts';
import { RunInterrupted } from '../transport/abortableTransport.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';

/** How a target answered an open question, as evidence that can be reviewed and added to the contract. */
export interface SurveyEntry {
  readonly question: OpenQuestion['id'];
  readonly asks: string;
  readonly prior?: JsonObject;
  readonly mfa?: JsonObject;
  readonly request: JsonObject;
  /** Null if the question could not be asked; the evidence states the reason. */
  readonly answer: { readonly status: number; readonly error: string | null; readonly message: string | null } | null;
  /** Top-level members that the request changed, before and after; null for a member that is not returned. */
  readonly changed: Readonly<Record<string, { readonly before: JsonValue; readonly after: JsonValue }>>;
  readonly evidence: Evidence;
}

/** The surveyed target and the date. */
export interface SurveySetting extends CaseSetting {
  /** The name of the target in the evidence. */
  readonly target: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Asks a target every open question, each with a new pool; an interruption leaves the rest out. */
export async function runSurvey(
  setting: SurveySetting,
  questions: readonly OpenQuestion[] = openQuestions,
): Promise<readonly SurveyEntry[]> {
  const entries: SurveyEntry[] = [];
  try {
    for (const question of questions) {
      for (const ask of question.asks) entries.push(await surveyEntry(setting, question, ask));
    }
  } catch (error) {
    if (!(error instanceof RunInterrupted)) throw error;
  }
  return entries;
}

async function surveyEntry(setting: SurveySetting, { id, question }: OpenQuestion, ask: Ask): Promise<SurveyEntry> {
  const outcome = await askQuestion(setting, ask);
  const { target, today } = setting;
  const evidence = {
    basis: 'measurement',
    source: `poolproof survey of ${target}`,
    date: today,
    note: evidenceNote(outcome),
  } as const;
  const { answer, changed } = outcome;
  return { question: id, asks: question, ...ask, answer: shownAnswer(answer), changed, evidence };
}

interface AskOutcome extends Pick<SurveyEntry, 'changed'> {
  readonly answer: Answer | null;
  /** Why the question could not be asked or its effect could not be read. */
  readonly problem?: string;
}

async function askQuestion(setting: SurveySetting, ask: Ask): Promise<AskOutcome> {
  const why = setting.notSent?.(askAsCase(ask));
  if (why !== undefined) return { answer: null, changed: {}, problem: why };
  try {
    return await askOnNewPool(setting, ask);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { answer: null, changed: {}, problem: error.message };
  }
}

async function askOnNewPool(setting: SurveySetting, ask: Ask): Promise<AskOutcome> {
  const { request } = ask;
  const pool = await createPool(setting);
  if ('failure' in pool) return { answer: null, changed: {}, problem: pool.failure };
  try {
    const refusal = await applyPriorState(setting, pool, askPrior(ask));
    if (refusal !== undefined) return { answer: null, changed: {}, problem: refusal.why };
    const before = pool.state;
    const body = JSON.stringify({ ...request, UserPoolId: pool.id });
    const answer = await sendWithRetry(setting.transport, testedOperation, body);
    const after = pool.readable ? await refreshState(setting, pool) : 'DescribeUserPool shows no pool.';
    if (typeof after === 'string') return { answer, changed: {}, problem: after };
    const changes = changedMembers(before, after).map((name) => {
      const shown = { before: ownMember(before.members, name) ?? null, after: ownMember(after.members, name) ?? null };
      return [name, shown] as const;
    });
    return { answer, changed: Object.fromEntries(changes) };
  } finally {
    await removePool(setting.transport, pool.id);
  }
}

function askPrior({ prior, mfa }: Ask): Prior {
  return { ...(prior === undefined ? {} : { update: prior }), ...(mfa === undefined ? {} : { mfa }) };
}

// Setting.notSent takes a case.
function askAsCase(ask: Ask): Case {
  const { request } = ask;
  return { id: 'survey', phase: 'examples', clause: '', member: '', breaks: [], request, prior: askPrior(ask) };
}

function shownAnswer(answer: Answer | null): SurveyEntry['answer'] {
  if (answer === null || answer.kind === 'unanswered') return null;
  const { status, error, message } = answer;
  return { status, error, message };
}

function evidenceNote({ answer, changed, problem }: AskOutcome): string {
  if (answer === null) return `Not asked: ${withFullStop(problem ?? '')}`;
  const said = isAccepted(answer) ? 'Accepted' : `Refused: ${describeAnswer(answer)}`;
  const names = Object.keys(changed);
  const effect = names.length === 0 ? 'the pool showed no change' : `it changed ${names.join(', ')}`;
  return withFullStop(`${withFullStop(said)} ${withFullStop(problem === undefined ? `Then ${effect}` : problem)}`);
}

function withFullStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
