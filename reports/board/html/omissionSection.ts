import { icon } from '../../html/icon.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Board, TestedRow } from '../board.ts';
import { testedRows } from '../testedRows.ts';
import { boardTable } from './boardTable.ts';

/** What becomes of a member that an update leaves out: as measured on AWS, and on every target. */
export function omissionSection(board: Board): Markup {
  const rows = testedRows(board);
  const lines = (rows[0]?.omissions ?? []).map(({ member, measured }) => ({
    head: html`<code>${member}</code><br><small>AWS: ${measured}</small>`,
    cells: rows.map((row) => omissionCell(row, member)),
  }));
  return html`<section id="omitted" aria-labelledby="omitted-title"><h2 id="omitted-title">Reset or kept</h2>
<p class="lead">What an update does to a member that it leaves out.</p>
${boardTable('Member left out', rows, lines)}</section>`;
}

function omissionCell({ omissions }: TestedRow, member: string): Markup {
  const cell = omissions.find((line) => line.member === member);
  return cell === undefined ? html`–` : html`${icon(cell.state)}${cell.target}`;
}
