import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';

/** What a target without a member does: it takes any value of it, and stores none. Anything else, such as a crash, is a fault. */
const kindsOfAbsence: ReadonlySet<Finding['kind']> = new Set(['accepted-invalid', 'wrong-state']);

/** Ids of the findings that say no more than that the target does not implement a member. */
export function notImplementedFindings(record: RunRecord): readonly string[] {
  const { ineffective } = caseFigures(record).effects;
  return record.findings
    .filter(({ member, kind }) => kindsOfAbsence.has(kind) && ineffective.has(topLevelOf(member)))
    .map(({ id }) => id);
}

/** The findings that are left out of divergence and gate. A record with a gate says which; without one the default holds. */
export function leftOutFindings(record: RunRecord): readonly Finding[] {
  const { gate, findings } = record;
  const ids = new Set(gate === undefined ? notImplementedFindings(record) : (gate.notImplemented ?? []));
  return findings.filter(({ id }) => ids.has(id));
}

/** The members that the findings left out are about, whole, in the order of the findings. */
export function leftOutMembers(findings: readonly Finding[]): readonly MemberPath[] {
  return [...new Set(findings.map(({ member }) => topLevelOf(member)))];
}
