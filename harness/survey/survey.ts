import type { Case, Prior } from '../../generators/cases/case.ts';
import type { Evidence } from '../../specs/evidence.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Ask, type OpenQuestion, openQuestions } from '../../specs/openQuestions.ts';
import { bringAbout } from '../execute/applyPriorState.ts';
import { sendPatiently } from '../execute/retryThrottled.ts';
import type { CaseSetting } from '../execute/runUpdate.ts';
import { describeAnswer, openPool, readBack, removePool } from '../execute/scratchPool.ts';
import { changedMembers } from '../judge/state.ts';
import { type Answer, isAccepted } from '../transport/answer.ts';
import { BudgetSpent } from '../transport/budgetedTransport.ts';

/** What a target answered to an open question, as an entry that can be reviewed and taken over. */
export interface SurveyEntry {
  readonly question: OpenQuestion['id'];
  readonly asks: string;
  readonly prior?: JsonObject;
  readonly mfa?: JsonObject;
  readonly request: JsonObject;
  /** Null where the question could not be put; the evidence says why. */
  readonly answer: { readonly status: number; readonly error: string | null; readonly message: string | null } | null;
  /** Top-level members that the request changed, before and after; null for one that is not shown. */
  readonly changed: Readonly<Record<string, { readonly before: JsonValue; readonly after: JsonValue }>>;
  readonly evidence: Evidence;
}

/** Whom the survey asks, and when. */
export interface SurveySetting extends CaseSetting {
  /** What the target is, as the evidence names it. */
  readonly target: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Puts every open question to a target, each request to a pool of its own. */
export async function survey(
  setting: SurveySetting,
  questions: readonly OpenQuestion[] = openQuestions,
  stopped: () => boolean = () => false,
): Promise<readonly SurveyEntry[]> {
  const entries: SurveyEntry[] = [];
  for (const question of questions) {
    for (const ask of question.asks) {
      if (stopped()) return entries;
      entries.push(await entryFor(setting, question, ask));
    }
  }
  return entries;
}

async function entryFor(setting: SurveySetting, { id, question }: OpenQuestion, ask: Ask): Promise<SurveyEntry> {
  const put = await asked(setting, ask);
  const { target, today } = setting;
  const evidence = {
    basis: 'measurement',
    source: `poolproof survey of ${target}`,
    date: today,
    note: noteOn(put),
  } as const;
  const { answer, changed } = put;
  return { question: id, asks: question, ...ask, answer: shownAnswer(answer), changed, evidence };
}

interface Put extends Pick<SurveyEntry, 'changed'> {
  readonly answer: Answer | null;
  /** Why the question could not be put or its effect not be seen. */
  readonly trouble?: string;
}

async function asked(setting: SurveySetting, ask: Ask): Promise<Put> {
  const why = setting.notSent?.(caseOf(ask));
  if (why !== undefined) return { answer: null, changed: {}, trouble: why };
  try {
    return await askedOnPool(setting, ask);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { answer: null, changed: {}, trouble: error.message };
  }
}

async function askedOnPool(setting: SurveySetting, ask: Ask): Promise<Put> {
  const { request } = ask;
  const pool = await openPool(setting);
  if ('trouble' in pool) return { answer: null, changed: {}, trouble: pool.trouble };
  try {
    const refusal = await bringAbout(setting, pool, priorOf(ask));
    if (refusal !== undefined) return { answer: null, changed: {}, trouble: refusal.why };
    const before = pool.state;
    const body = JSON.stringify({ ...request, UserPoolId: pool.id });
    const answer = await sendPatiently(setting.transport, 'UpdateUserPool', body);
    const after = pool.readable ? await readBack(setting, pool) : 'DescribeUserPool shows no pool.';
    if (typeof after === 'string') return { answer, changed: {}, trouble: after };
    const changes = changedMembers(before, after).map((name) => {
      const shown = { before: before.members[name] ?? null, after: after.members[name] ?? null };
      return [name, shown] as const;
    });
    return { answer, changed: Object.fromEntries(changes) };
  } finally {
    await removePool(setting.transport, pool.id);
  }
}

function priorOf({ prior, mfa }: Ask): Prior {
  return { ...(prior === undefined ? {} : { update: prior }), ...(mfa === undefined ? {} : { mfa }) };
}

// What must not be sent is asked of cases.
function caseOf(ask: Ask): Case {
  const { request } = ask;
  return { id: 'survey', phase: 'examples', clause: '', member: '', breaks: [], request, prior: priorOf(ask) };
}

function shownAnswer(answer: Answer | null): SurveyEntry['answer'] {
  if (answer === null || answer.kind === 'unanswered') return null;
  const { status, error, message } = answer;
  return { status, error, message };
}

function noteOn({ answer, changed, trouble }: Put): string {
  if (answer === null) return `Not asked: ${ended(trouble ?? '')}`;
  const said = isAccepted(answer) ? 'Accepted' : `Refused: ${describeAnswer(answer)}`;
  const names = Object.keys(changed);
  const effect = names.length === 0 ? 'the pool showed no change' : `it changed ${names.join(', ')}`;
  return ended(`${ended(said)} ${ended(trouble === undefined ? `Then ${effect}` : trouble)}`);
}

function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
