import { icon } from '../../html/icon.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Board, TestedRow } from '../board.ts';
import { groupNames } from '../clauseGroups.ts';
import { testedRows } from '../testedRows.ts';
import { boardTable } from './boardTable.ts';
import { findingLink } from './findingLink.ts';

/** How many clauses of each kind every target breaks. */
export function groupSection(board: Board): Markup {
  const rows = testedRows(board);
  const lines = groupNames.map(([group, name]) => ({ head: name, cells: rows.map((row) => groupCell(row, group)) }));
  return html`<section id="groups" aria-labelledby="groups-title"><h2 id="groups-title">Clauses by kind</h2>
<p class="lead">How many of the judged clauses deviate, with the level and the script of the worst finding.</p>
${boardTable('Clauses', rows, lines)}</section>`;
}

function groupCell({ name, groups }: TestedRow, group: string): Markup {
  const cell = groups.find((line) => line.group === group);
  if (cell === undefined || (cell.judged === 0 && cell.finding === null)) return html`${icon('not-tested')}not judged`;
  if (cell.finding === null) return html`${icon('conforms')}0 of ${cell.judged}`;
  return findingLink(name, cell, `${cell.deviating} of ${cell.judged}`);
}
