import { html, type Markup } from '../../html/markup.ts';
import type { TestedRow } from '../board.ts';

/** A row of a table that has a column for each target. */
export interface BoardTableRow {
  readonly head: Markup | string;
  readonly cells: readonly Markup[];
  /** Indented below the row before it. */
  readonly nested?: boolean;
}

/** A table with the targets as columns, scrolling by itself on a narrow screen. */
export function boardTable(label: string, rows: readonly TestedRow[], lines: readonly BoardTableRow[]): Markup {
  const heads = rows.map(
    ({ name, version }) => html`<th scope="col">${name} <span class="version">${version ?? ''}</span></th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label} by target"><table class="matrix board"><thead><tr><th scope="col">${label}</th>${heads}</tr></thead>
<tbody>${lines.map(
    ({
      head,
      cells,
      nested,
    }) => html`<tr${nested === true ? html` class="nested"` : null}><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
