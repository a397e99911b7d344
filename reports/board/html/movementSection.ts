import { html, type Markup } from '../../html/markup.ts';
import type { Board, TestedRow } from '../board.ts';
import { movementText } from '../movementText.ts';
import { testedRows } from '../testedRows.ts';

/** What changed since the previous board, and what targets have in common. */
export function movementSection(board: Board): Markup {
  const rows = testedRows(board);
  return html`<section id="movement" aria-labelledby="movement-title"><h2 id="movement-title">Movement and kinship</h2>
<p class="lead">${sinceText(board)}</p>
<ul class="moves">${rows.map(movementLine)}${board.gone.map((name) => html`<li><b>${name}</b>: gone</li>`)}</ul>
${rows.map(sharedLine)}</section>`;
}

function sinceText({ previous }: Board): string {
  return previous === null
    ? 'This is the first board.'
    : `Compared with the board of ${previous.generatedAt.slice(0, 10)}, which poolproof ${previous.toolVersion} made. A new version of poolproof finds other things as well.`;
}

const mostIds = 20;

function movementLine({ name, movement }: TestedRow): Markup {
  return html`<li><b>${name}</b>: ${movementText(movement)}${idList('new', movement.added)}${idList('gone', movement.removed)}</li>`;
}

function idList(word: string, ids: readonly string[]): Markup | null {
  if (ids.length === 0) return null;
  const more = ids.length > mostIds ? ` and ${ids.length - mostIds} more` : '';
  return html`<br><small>${word}: ${ids.slice(0, mostIds).join(', ')}${more}</small>`;
}

function sharedLine({ name, shared }: TestedRow): Markup | null {
  if (shared === null) return null;
  return html`<p>${name} is built on ${shared.with}: ${shared.shared} of its ${shared.shared + shared.own} findings are ${shared.with}'s as well, ${shared.own} are its own.</p>`;
}
