import { icon } from '../../html/icon.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Board, TestedRow } from '../board.ts';
import { testedRows } from '../testedRows.ts';
import { boardTable } from './boardTable.ts';

/** How often each declared error came when it was expected. */
export function errorSection(board: Board): Markup {
  const rows = testedRows(board);
  const errors = rows[0]?.errors ?? [];
  const lines = errors.map(({ code, name }) => ({
    head: `${code ?? ''} ${name}`.trim(),
    cells: rows.map((row) => errorCellMarkup(row, name)),
  }));
  return html`<section id="errors" aria-labelledby="errors-title"><h2 id="errors-title">Errors 480 to 490, and the later ones</h2>
<p class="lead">How many of the requests that earn an error were answered with it.</p>
${boardTable('Error', rows, lines)}</section>`;
}

function errorCellMarkup({ errors }: TestedRow, name: string): Markup {
  const cell = errors.find((line) => line.name === name);
  if (cell === undefined) return html`–`;
  const { expected, matched, unexpected, state } = cell;
  const extra = unexpected === 0 ? '' : `, ${unexpected} unexpected`;
  return html`${icon(state)}${expected === 0 ? 'not exercised' : `${matched} of ${expected}`}${extra}`;
}
