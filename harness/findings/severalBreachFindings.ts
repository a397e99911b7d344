import type { ClauseId } from '../../specs/clause.ts';
import { breachesExplain } from './breachesExplain.ts';
import { isBefore } from './rank.ts';
import type { RawFinding } from './rawFinding.ts';

/** Cases kept in memory for each finding. */
const maxKept = 200;

/**
 * What requests with several breaches showed. What a request with one of these breaches alone shows too is attributed to that one;
 * the rest takes several at once, and is a finding of its own.
 */
export class SeveralBreachFindings {
  private readonly byId = new Map<string, readonly RawFinding[]>();

  add(found: RawFinding): void {
    const all = [...(this.byId.get(found.id) ?? []), found];
    // The clearest stay, in whatever order they came.
    this.byId.set(found.id, all.length < 2 * maxKept ? all : all.toSorted(byClarity).slice(0, maxKept));
  }

  /**
   * The findings that requests with one breach do not explain, by the ids of what those showed, and by the clauses whose breach was
   * accepted.
   */
  unexplained(single: ReadonlyMap<string, unknown>, accepted: ReadonlySet<ClauseId>): readonly RawFinding[] {
    return [...this.byId.values()].flatMap((all) => {
      const left = all.filter((one) => !isExplained(one, single, accepted)).toSorted(byClarity);
      const [clearest] = left;
      if (clearest === undefined) return [];
      const isOfAll = clearest.deviation.kind === 'accepted-invalid';
      return [{ ...clearest, count: left.length, ...(isOfAll ? { explained: accepted } : {}) }];
    });
  }

  unexplainedCount(single: ReadonlyMap<string, unknown>, accepted: ReadonlySet<ClauseId>): number {
    let count = 0;
    for (const all of this.byId.values()) if (!all.every((one) => isExplained(one, single, accepted))) count += 1;
    return count;
  }
}

function isExplained(
  { deviation: { kind, answerClass }, outcome }: RawFinding,
  single: ReadonlyMap<string, unknown>,
  accepted: ReadonlySet<string>,
): boolean {
  const showsAlone = (clause: ClauseId) =>
    kind === 'accepted-invalid' ? accepted.has(clause) : single.has(`${clause}/${kind}/${answerClass}`);
  return breachesExplain(kind, outcome.case.breaks, showsAlone);
}

function byClarity({ rank: left }: RawFinding, { rank: right }: RawFinding): number {
  return isBefore(left, right) ? -1 : isBefore(right, left) ? 1 : 0;
}
