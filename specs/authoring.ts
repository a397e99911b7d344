import type { Clause, Example, Examples, RuleConstraint } from './clause.ts';
import type { Condition } from './condition.ts';
import type { Evidence } from './evidence.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Examples that need nothing done first: what keeps the clause, then what breaks it. */
export function examples(keeps: readonly JsonValue[], breaks: readonly JsonValue[] = []): Examples {
  return { keeps: keeps.map((value) => ({ value })), breaks: breaks.map((value) => ({ value })) };
}

/** One example on a pool to which another request was applied first. */
export function after(prior: JsonObject, value: JsonObject): Example {
  return { value, prior };
}

/** What the published model or guide says in prose. */
export function documented(source: string, date: string, note: string): Evidence {
  return { basis: 'documentation', source, date, note };
}

/** What someone measured on the live service, on this operation unless another is named. */
export function measured(source: string, date: string, note: string, on?: Evidence['on']): Evidence {
  return { basis: 'measurement', source, date, note, ...(on === undefined ? {} : { on }) };
}

/** What one person reports of the live service. */
export function reported(source: string, date: string, note: string, on?: Evidence['on']): Evidence {
  return { basis: 'report', source, date, note, ...(on === undefined ? {} : { on }) };
}

/** What we conclude though nobody states it. */
export function inferred(source: string, date: string, note: string): Evidence {
  return { basis: 'inference', source, date, note };
}

interface RuleText extends Omit<Clause, 'constraint'> {
  readonly breach: Condition;
  readonly unsettles?: RuleConstraint['unsettles'];
  readonly stateHolds?: true;
}

/** A rule across members whose breach is refused. */
export function refusalRule(rule: RuleText): Clause {
  return ruleClause(rule, 'rejected');
}

/** What nobody knows the answer to: requests for which the condition holds. */
export function openRule(rule: RuleText): Clause {
  return ruleClause(rule, 'open');
}

/** Requests that were seen to be accepted, against what another source says or a reader would guess. */
export function acceptanceRule(rule: Omit<RuleText, 'onBreach'>): Clause {
  return ruleClause({ ...rule, onBreach: [] }, 'accepted');
}

/** The same evidence, seen in a Region that its source names. */
export function seenIn(region: string, evidence: Evidence): Evidence {
  return { ...evidence, region };
}

/** Evidence that speaks against the clause it stands with. */
export function against(evidence: Evidence): Evidence {
  return { ...evidence, contradicts: true };
}

function ruleClause(
  { breach, unsettles, stateHolds, ...clause }: RuleText,
  outcome: RuleConstraint['outcome'],
): Clause {
  const constraint: RuleConstraint = {
    kind: 'rule',
    breach,
    outcome,
    ...(unsettles === undefined ? {} : { unsettles }),
    ...(stateHolds === undefined ? {} : { stateHolds }),
  };
  return { ...clause, constraint };
}
