import { percent, plural } from '../../specs/plural.ts';
import { html, type Markup } from '../html/markup.ts';
import type { Column } from './buildMatrix.ts';
import type { AnswerComparison } from './compareTargetAnswers.ts';

/** How many different combinations of answers a view shows. */
export const shownPatterns = 40;

/** How far the targets agree, in a sentence. */
export function answersLead({ shared, alike, patterns }: AnswerComparison): string {
  const most = patterns.length > shownPatterns ? `, of which the ${shownPatterns} most frequent are shown` : '';
  return `${plural(alike, 'case')} of ${shared} shared ones were answered alike by all. The others were answered in ${plural(patterns.length, 'combination')}${most}.`;
}

/** The answers to shared cases: how far two targets agree, and who answered what. */
export function answerSection(
  columns: readonly Pick<Column, 'title'>[],
  heads: readonly Markup[],
  comparison: AnswerComparison,
): Markup {
  const { agreement, patterns } = comparison;
  const pairs = columns.map(
    ({ title }, row) =>
      html`<tr><th scope="row">${title}</th>${(agreement[row] ?? []).map(({ alike, shared }) => html`<td class="n">${percent(alike, shared)}</td>`)}</tr>`,
  );
  const lines = patterns
    .slice(0, shownPatterns)
    .map(
      ({ count, answers, example }) =>
        html`<tr><th scope="row"><code>${example}</code></th><td class="n">${count}</td>${answers.map((answer) => html`<td>${answer ?? '–'}</td>`)}</tr>`,
    );
  return html`<section><h2>Answers</h2><p class="lead">${answersLead(comparison)}</p>
<h3>Agreement of two targets</h3><div class="scroll" tabindex="0" role="region" aria-label="Agreement"><table class="matrix"><thead><tr><th scope="col">Target</th>${heads}</tr></thead><tbody>${pairs}</tbody></table></div>
<h3>Different answers</h3><div class="scroll" tabindex="0" role="region" aria-label="Different answers"><table class="matrix"><thead><tr><th scope="col">Such as</th><th scope="col">Cases</th>${heads}</tr></thead><tbody>${lines}</tbody></table></div></section>`;
}
