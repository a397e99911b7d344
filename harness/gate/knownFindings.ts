import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import type { ClauseId } from '../../specs/clause.ts';
import { breachesExplain } from '../findings/breachesExplain.ts';
import { findingId } from '../findings/findingId.ts';
import type { Deviation, Finding, RunRecord } from '../record/record.ts';
import type { BaselineEntry } from './baseline.ts';

/** The baseline's entry of each finding that it knows, by the finding's id; null where what it knows explains the finding. */
export type KnownFindings = ReadonlyMap<string, BaselineEntry | null>;

/**
 * Which findings of a run the entries know. What a fixed case shows is known by its id alone. In what a drawn case shows, some
 * of the id hangs on the draw, and another seed must not make it new: how a wrong state came out, for that follows from the
 * state before; at which member something unknown was put; and several breaches that are each known alone.
 */
export function knownFindings(record: RunRecord, entries: readonly BaselineEntry[]): KnownFindings {
  const byId = new Map(entries.map((entry) => [entry.finding, entry]));
  const byDraw = new Map(entries.toReversed().map((entry) => [identityOfDrawn(entry.finding), entry]));
  const explained = explainedSeveral(record, new Set(byId.keys()));
  const known = new Map<string, BaselineEntry | null>();
  for (const finding of record.findings) {
    const { id } = finding;
    const entry = byId.get(id) ?? (isFromDrawnPhase(finding) ? byDraw.get(identityOfDrawn(id)) : undefined);
    if (entry !== undefined) known.set(id, entry);
    else if (explained.has(id)) known.set(id, null);
  }
  return known;
}

function isFromDrawnPhase({ phase }: Finding): boolean {
  return phase === 'fuzz' || phase === 'sequence';
}

/** What of an id does not hang on the draw. */
function identityOfDrawn(id: string): string {
  const [clause = '', kind = '', ...rest] = id.split('/');
  if (/^(request\.unknown-members-ignored@.*|wire\.unknown-members)$/.test(clause))
    return ['unknown-members', kind, ...rest].join('/');
  return kind === 'wrong-state' ? `${clause}/${kind}` : id;
}

/** Findings on several breaches at once of which every case is explained by what single breaches are known to do. */
function explainedSeveral({ findings, cases }: RunRecord, known: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set(findings.filter(({ clause }) => clause === severalBreachesClause).map(({ id }) => id));
  if (ids.size === 0) return ids;
  const single = new Set([...known, ...findings.map(({ id }) => id)]);
  for (const { clause, breaks, verdict } of cases) {
    if (clause !== severalBreachesClause || verdict.kind !== 'deviates') continue;
    for (const deviation of verdict.deviations)
      if (!isExplainedBySingle(deviation, breaks, single)) ids.delete(findingId(deviation));
  }
  return ids;
}

function isExplainedBySingle(
  { kind, answerClass }: Deviation,
  breaks: readonly ClauseId[],
  single: ReadonlySet<string>,
): boolean {
  return breachesExplain(kind, breaks, (clause) => single.has(`${clause}/${kind}/${answerClass}`));
}
