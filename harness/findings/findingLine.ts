import type { Case, Step } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { confirmedOn } from '../../specs/evidence.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import { valueAt } from '../oracle/condition.ts';
import { boundedText, boundedValue } from '../record/bounded.ts';
import { answerLine, longestDetail, longestValue } from '../record/caseLine.ts';
import type { Deviation, Finding } from '../record/record.ts';
import type { Repetition } from './confirmRepeats.ts';
import { findingId } from './findingId.ts';
import { flakyFields } from './flakyFields.ts';
import type { RawFinding } from './rawFinding.ts';

/** A finding as the record keeps it. */
export function findingLine(
  contract: Contract,
  { id, deviation, outcome, count }: RawFinding,
  smallest: {
    readonly request: JsonObject | string;
    readonly prior: Finding['prior'];
    readonly outcome: CaseOutcome;
    readonly reproduced: boolean;
    readonly repeated?: Repetition;
    readonly creation?: JsonObject;
  },
): Finding {
  const clause = contract.byId.get(deviation.clause);
  const shown = deviationOfSmallest(deviation, smallest.outcome);
  const { answerClass: _inId, ...rest } = shown;
  const { repeated } = smallest;
  return {
    line: 'finding',
    id,
    ...rest,
    actual: boundedText(rest.actual, longestDetail),
    ...(repeated === undefined ? {} : flakyFields(shown, repeated)),
    case: outcome.case.id,
    phase: outcome.case.phase,
    count,
    says: clause?.says ?? deviation.expected,
    request: smallest.request,
    ...requestForm(outcome.case, smallest.outcome.case.steps),
    prior: smallest.prior,
    ...(smallest.creation === undefined ? {} : { creation: smallest.creation }),
    answer: answerLine(smallest.outcome.answer),
    state: stateDifferences(shown, smallest.outcome),
    reproduced: smallest.reproduced,
    evidence: clause?.evidence ?? [],
    ...confirmedField(clause?.evidence ?? [], contract),
  };
}

// What is expected and what came are said of the smallest request, which may send other values and have fewer breaches.
function deviationOfSmallest(deviation: Deviation, smallest: CaseOutcome): Deviation {
  return deviationsOf(smallest.verdict).find((one) => findingId(one) === findingId(deviation)) ?? deviation;
}

function requestForm(
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
export function confirmedField(evidence: Finding['evidence'], { edition }: Contract): Pick<Finding, 'confirmed'> {
  const confirmed = confirmedOn(evidence, edition.date);
  return confirmed === undefined ? {} : { confirmed };
}

function stateDifferences({ kind, member, expected }: Deviation, { before, after }: CaseOutcome): Finding['state'] {
  if ((kind !== 'wrong-state' && kind !== 'not-atomic') || before === null) return [];
  if (after === null || typeof after === 'string') return [];
  return [
    {
      member,
      before: boundedValue(valueAt(before.members, member) ?? null, longestValue),
      after: boundedValue(valueAt(after.members, member) ?? null, longestValue),
      expected,
    },
  ];
}
