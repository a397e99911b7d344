import { percent } from '../../specs/plural.ts';
import { icon } from '../html/icon.ts';
import { html, type Markup } from '../html/markup.ts';
import { plainPage } from '../html/plainPage.ts';
import { coverageCell } from '../text/coverageSentence.ts';
import { answerSection } from './answerSection.ts';
import type { Column, Matrix } from './buildMatrix.ts';
import { type Cell, errorCell, memberCell } from './cellText.ts';

/** The matrix as a page of its own. */
export function matrixHtml({ columns, errors, members, answers }: Matrix): string {
  const heads = columns.map(({ title }) => html`<th scope="col">${title}</th>`);
  return plainPage(
    'Targets side by side',
    html`<section><h2>Figures</h2><div class="scroll" tabindex="0" role="region" aria-label="Figures"><table class="matrix"><thead><tr><th scope="col"></th>${heads}</tr></thead><tbody>${figureRows(columns)}</tbody></table></div></section>`,
    html`<section><h2>Errors</h2><p class="lead">How often each error came where it was due.</p>${cellTable(
      'Error',
      heads,
      errors.map(({ code, name, cells }) => ({ name: `${code ?? ''} ${name}`.trim(), cells: cells.map(errorCell) })),
    )}</section>`,
    html`<section><h2>Members</h2><p class="lead">What the cases about each member showed.</p>${cellTable(
      'Member',
      heads,
      members.map(({ member, cells }) => ({ name: member, cells: cells.map(memberCell) })),
    )}</section>`,
    answerSection(columns, heads, answers),
  );
}

function figureRows(columns: readonly Column[]): readonly Markup[] {
  const rows: readonly (readonly [string, (column: Column) => string])[] = [
    ['Edition', ({ edition }) => edition],
    ['Basis', ({ basis }) => basis],
    ['Started', ({ startedAt }) => startedAt.slice(0, 10)],
    ['Coverage', ({ summary }) => coverageCell(summary.coverage)],
    ['Divergence', ({ summary: { divergence } }) => percent(divergence.deviating, divergence.judged)],
    ['Findings', ({ summary }) => String(summary.causes.reduce((sum, { findings }) => sum + findings.length, 0))],
  ];
  return rows.map(
    ([name, of]) =>
      html`<tr><th scope="row">${name}</th>${columns.map((column) => html`<td data-label="${column.title}:">${of(column)}</td>`)}</tr>`,
  );
}

interface Row {
  readonly name: string;
  readonly cells: readonly (Cell | null)[];
}

function cellTable(head: string, heads: readonly Markup[], rows: readonly Row[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${head}s by target"><table class="matrix"><thead><tr><th scope="col">${head}</th>${heads}</tr></thead>
<tbody>${rows.map(({ name, cells }) => html`<tr><th scope="row"><code>${name}</code></th>${cells.map(cellMarkup)}</tr>`)}</tbody></table></div>`;
}

function cellMarkup(cell: Cell | null): Markup {
  if (cell === null) return html`<td class="how">not in the edition</td>`;
  return html`<td>${icon(cell.state)} ${cell.text}</td>`;
}
