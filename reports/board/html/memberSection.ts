import { icon } from '../../html/icon.ts';
import { html, type Markup } from '../../html/markup.ts';
import { verdictWord } from '../../text/verdictWord.ts';
import type { Board, MemberCell, TestedRow } from '../board.ts';
import { testedRows } from '../testedRows.ts';
import { boardTable } from './boardTable.ts';
import { findingLink } from './findingLink.ts';

/** The worst finding of each member on every target. */
export function memberSection(board: Board): Markup {
  const rows = testedRows(board);
  const members = [...new Set(rows.flatMap((row) => row.members.map(({ member }) => member)))];
  const lines = members.map((member) => ({
    head: html`<code>${member}</code>`,
    nested: /[.[{]/.test(member),
    cells: rows.map((row) => memberMarkup(row, member)),
  }));
  return html`<section id="members" aria-labelledby="members-title"><h2 id="members-title">Members of the request</h2>
<p class="lead">The level of the worst finding of each member, with its script.</p>
${boardTable('Member', rows, lines)}</section>`;
}

function memberMarkup({ name, members }: TestedRow, member: string): Markup {
  const cell = members.find((line) => line.member === member);
  if (cell === undefined) return html`not in the contract`;
  return cell.finding === null ? stateText(cell) : findingLink(name, cell, 'deviates');
}

function stateText({ state }: MemberCell): Markup {
  return html`${icon(state)}${verdictWord(state, 1)}`;
}
