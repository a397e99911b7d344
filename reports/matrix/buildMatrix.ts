import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import type { MemberFigures } from '../../harness/figures/memberFigures.ts';
import { type Summary, summaryOf } from '../../harness/figures/summary.ts';
import { targetVersion } from '../../harness/figures/targetVersion.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import type { DeclaredErrorName } from '../../specs/errors.ts';
import type { MemberPath } from '../../specs/member.ts';
import { type AnswerComparison, compareTargetAnswers } from './compareTargetAnswers.ts';

/** Several runs side by side: a column for each, a row for each error and member. */
export interface Matrix {
  readonly columns: readonly Column[];
  readonly errors: readonly {
    readonly code: number | null;
    readonly name: DeclaredErrorName;
    readonly cells: readonly ErrorFigures[];
  }[];
  /** A cell is null where the edition of its run does not have the member. */
  readonly members: readonly { readonly member: MemberPath; readonly cells: readonly (MemberFigures | null)[] }[];
  /** How the targets answered the cases that they share. */
  readonly answers: AnswerComparison;
}

export interface Column {
  /** The target's name and version, with a number if several columns have the same. */
  readonly title: string;
  readonly edition: string;
  readonly basis: string;
  readonly startedAt: string;
  readonly summary: Summary;
}

/** The matrix of records, their order kept. */
export function buildMatrix(records: readonly RunRecord[]): Matrix {
  const columns = records.map((record) => matrixColumn(record, records));
  return {
    columns,
    errors: (columns[0]?.summary.errors ?? []).map(({ code, name }) => ({
      code,
      name,
      cells: columns.flatMap(({ summary }) => summary.errors.find((error) => error.name === name) ?? []),
    })),
    members: memberRows(columns),
    answers: compareTargetAnswers(records),
  };
}

function matrixColumn(record: RunRecord, records: readonly RunRecord[]): Column {
  const { edition, basis, startedAt } = record.header;
  const name = nameAndVersion(record);
  const alike = records.filter((other) => nameAndVersion(other) === name);
  const title = alike.length === 1 ? name : `${name} (${alike.indexOf(record) + 1})`;
  return { title, edition, basis, startedAt, summary: summaryOf(record) };
}

function nameAndVersion(record: RunRecord): string {
  const version = targetVersion(record);
  return version === 'unknown' ? record.header.target.id : `${record.header.target.id} ${version}`;
}

// The widest edition first, so that its order holds.
function memberRows(columns: readonly Column[]): Matrix['members'] {
  const lists = columns.map(({ summary }) => summary.members);
  const order = lists.toSorted((left, right) => right.length - left.length).flat();
  const byPath = lists.map((list) => new Map(list.map((figures) => [figures.member, figures])));
  const members = [...new Set(order.map(({ member }) => member))].filter((member) => member !== '');
  return members.map((member) => ({ member, cells: byPath.map((paths) => paths.get(member) ?? null) }));
}
