import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import type { Deviation } from '../record/record.ts';
import { findingId } from './findingId.ts';
import { isBefore, rankOf } from './rank.ts';
import type { RawFinding } from './rawFinding.ts';
import { SeveralBreachFindings } from './severalBreachFindings.ts';

/** Collects deviations and deduplicates them by finding id; each finding counts its cases. */
export class Findings {
  private readonly byId = new Map<string, RawFinding>();
  private readonly several = new SeveralBreachFindings();
  /** The clauses whose breach alone was accepted. */
  private readonly accepted = new Set<ClauseId>();

  /** Takes the deviations of an outcome; true if one of them is new. */
  add(outcome: CaseOutcome): boolean {
    const before = this.byId.size;
    const { refusedAlone } = outcome;
    if (refusedAlone !== undefined) this.addEach(refusedAlone, deviationsOf(refusedAlone.verdict));
    const reported = new Set(refusedAlone === undefined ? [] : deviationsOf(refusedAlone.verdict).map(findingId));
    this.addEach(
      outcome,
      deviationsOf(outcome.verdict).filter((deviation) => !reported.has(findingId(deviation))),
    );
    return this.byId.size > before;
  }

  private addEach(outcome: CaseOutcome, deviations: readonly Deviation[]): void {
    if (deviations.length === 0) return;
    const rank = rankOf(outcome.case);
    for (const deviation of deviations) {
      const id = findingId(deviation);
      if (deviation.clause === severalBreachesClause) {
        this.several.add({ id, deviation, outcome, rank, count: 1 });
        continue;
      }
      const known = this.byId.get(id);
      const clearest = known === undefined || isBefore(rank, known.rank) ? { deviation, outcome, rank } : known;
      this.byId.set(id, { ...clearest, id, count: (known?.count ?? 0) + 1 });
      if (deviation.kind === 'accepted-invalid') this.accepted.add(deviation.clause);
    }
  }

  all(): readonly RawFinding[] {
    return [...this.byId.values(), ...this.several.unexplained(this.byId, this.accepted)];
  }

  /** How many there are. */
  count(): number {
    return this.byId.size + this.several.unexplainedCount(this.byId, this.accepted);
  }
}
