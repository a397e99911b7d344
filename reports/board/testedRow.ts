import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import type { MemberFigures } from '../../harness/figures/memberFigures.ts';
import { resetOrKeep } from '../../harness/figures/resetOrKeep.ts';
import { summaryOf } from '../../harness/figures/summary.ts';
import { worstFirst } from '../../harness/figures/worstFirst.ts';
import type { Finding } from '../../harness/record/record.ts';
import { isBelow } from '../../specs/member.ts';
import { errorCell } from '../matrix/cellText.ts';
import type { Board, ErrorCell, FindingLine, MemberCell, TestedRow } from './board.ts';
import type { BoardEntry } from './boardEntry.ts';
import { clauseGroups } from './clauseGroups.ts';
import { movementOf } from './movementOf.ts';

/** The row of a target, from its record. What it shares with other targets is added later. */
export function testedRow(
  { facts, record, file }: Extract<BoardEntry, { readonly kind: 'tested' }>,
  previous: Board | null,
): TestedRow {
  const { coverage, divergence, causes, members, errors, clauses, totals } = summaryOf(record);
  const findings = worstFirst(record.findings);
  const lines = findings.map(findingSummary).toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return {
    status: 'tested',
    ...facts,
    coverage,
    divergence,
    causes: causes.map(({ id, says, level, clauses: deviating, judged, findings: group }) => ({
      id,
      says,
      level,
      finding: group[0]?.id ?? null,
      findings: group.length,
      clauses: deviating,
      judged,
    })),
    members: members.filter(({ member }) => member !== '').map((figures) => worstOfMember(figures, findings)),
    groups: clauseGroups(record, clauses, findings),
    errors: errors.map(errorCellOf),
    omissions: resetOrKeep(record),
    findings: lines,
    cases: Object.values(totals).reduce((sum, count) => sum + count, 0),
    requests: record.footer.requests,
    durationMs: record.footer.durationMs,
    record: file,
    movement: movementOf(facts.name, lines, previous),
    shared: null,
  };
}

function findingSummary({ id, member, level, kind }: Finding): FindingLine {
  return { id, member, level, kind };
}

// The findings are in order, so the first that fits is the worst.
function worstOfMember({ member, state }: MemberFigures, findings: readonly Finding[]): MemberCell {
  const worst =
    findings.find((finding) => finding.member === member) ??
    (state === 'deviates' ? findings.find((finding) => isNested(finding.member, member)) : undefined);
  const shown = worst === undefined ? state : 'deviates';
  return { member, state: shown, level: worst?.level ?? null, finding: worst?.id ?? null };
}

/** Whether one place is inside the other. */
function isNested(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short !== '' && isBelow(long, short);
}

function errorCellOf(figures: ErrorFigures): ErrorCell {
  const { code, name, expected, matched, unexpected } = figures;
  return { code, name, expected, matched, unexpected, state: errorCell(figures).state };
}
