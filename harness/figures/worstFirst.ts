import type { Level } from '../../specs/evidence.ts';
import type { DeviationKind, Finding } from '../record/record.ts';

const levels: Readonly<Record<Level, number>> = { must: 0, should: 1, may: 2 };

/** The rank of a kind of deviation among findings of one level, the most severe lowest. */
export const kindRanks: Readonly<Record<DeviationKind, number>> = {
  'accepted-invalid': 0,
  'server-fault': 1,
  'no-answer': 2,
  'leaked-state': 3,
  'not-atomic': 4,
  'wrong-state': 5,
  'rejected-valid': 6,
  unstable: 7,
  'wrong-error': 8,
  'wrong-status': 9,
  'malformed-answer': 10,
};

/** Findings in the order in which a person wants to read them; the same set always gives the same order. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (left, right) =>
      levels[left.level] - levels[right.level] ||
      kindRanks[left.kind] - kindRanks[right.kind] ||
      right.count - left.count ||
      (left.id < right.id ? -1 : 1),
  );
}
