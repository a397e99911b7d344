import type { Case, Step } from '../../generators/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { confirmedOn } from '../../specs/evidence.ts';
import type { JsonObject } from '../../specs/json.ts';
import { valueAt } from '../oracle/condition.ts';
import type { Deviation, Finding } from '../record.ts';
import { answerLine } from './lines.ts';
import type { CaseOutcome } from './runCase.ts';

/** One deviation with the first case that showed it, before it is shrunk. */
export interface RawFinding {
  readonly id: string;
  readonly deviation: Deviation;
  readonly outcome: CaseOutcome;
  readonly count: number;
}

/** Clause, kind and answer class: another symptom on the same clause is another finding. */
export function findingId({ clause, kind, answerClass, member }: Deviation): string {
  // Clauses of the request as a whole speak of many members, each a finding of its own.
  const where = clause.startsWith('request.') && member !== '' ? `@${member}` : '';
  return `${clause}${where}/${kind}/${answerClass}`;
}

/** Gathers deviations; a thousand hits of one fault are one finding with a count. */
export class Findings {
  private readonly byId = new Map<string, RawFinding>();

  /** Takes the deviations of an outcome; true if one of them is new. */
  add(outcome: CaseOutcome): boolean {
    if (outcome.verdict.kind !== 'deviates') return false;
    const before = this.byId.size;
    for (const deviation of outcome.verdict.deviations) {
      const id = findingId(deviation);
      const known = this.byId.get(id);
      this.byId.set(
        id,
        known === undefined ? { id, deviation, outcome, count: 1 } : { ...known, count: known.count + 1 },
      );
    }
    return this.byId.size > before;
  }

  all(): readonly RawFinding[] {
    return [...this.byId.values()];
  }
}

/** A finding as the record keeps it. */
export function findingLine(
  contract: Contract,
  { id, deviation, outcome, count }: RawFinding,
  smallest: {
    readonly request: JsonObject | string;
    readonly prior: Finding['prior'];
    readonly outcome: CaseOutcome;
    readonly reproduced: boolean;
  },
): Finding {
  const clause = contract.byId.get(deviation.clause);
  const { answerClass: _inId, ...rest } = deviation;
  return {
    line: 'finding',
    id,
    ...rest,
    case: outcome.case.id,
    phase: outcome.case.phase,
    count,
    says: clause?.says ?? deviation.expected,
    request: smallest.request,
    ...unusual(outcome.case, smallest.outcome.case.steps),
    prior: smallest.prior,
    answer: answerLine(smallest.outcome.answer),
    state: stateInQuestion(deviation, smallest.outcome),
    reproduced: smallest.reproduced,
    evidence: clause?.evidence ?? [],
    ...confirmation(clause?.evidence ?? [], contract),
  };
}

function unusual(
  { raw, parallel }: Case,
  steps: readonly Step[] | undefined,
): Pick<Finding, 'raw' | 'parallel' | 'last'> {
  const last = steps?.at(-1);
  return {
    ...(raw === undefined ? {} : { raw }),
    ...(parallel === undefined ? {} : { parallel }),
    ...(last === undefined ? {} : { last: { operation: last.operation, pool: last.pool } }),
  };
}

/** The day that a finding's evidence is as fresh as. */
export function confirmation(evidence: Finding['evidence'], { edition }: Contract): Pick<Finding, 'confirmed'> {
  const confirmed = confirmedOn(evidence, edition.date);
  return confirmed === undefined ? {} : { confirmed };
}

function stateInQuestion({ kind, member, expected }: Deviation, { before, after }: CaseOutcome): Finding['state'] {
  if ((kind !== 'wrong-state' && kind !== 'not-atomic') || before === null) return [];
  if (after === null || typeof after === 'string') return [];
  return [
    {
      member,
      before: valueAt(before.members, member) ?? null,
      after: valueAt(after.members, member) ?? null,
      expected,
    },
  ];
}
