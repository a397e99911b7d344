import { icon } from '../../html/icon.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Board } from '../board.ts';

/** The targets whose result was known before. */
export function controlSection({ controls }: Board): Markup {
  return html`<section id="controls" aria-labelledby="controls-title"><h2 id="controls-title">Controls</h2>
<p class="lead">The faultless mock and three mocks with one defect each ran with the same cases. A board with a wrong control is not published.</p>
<ul class="moves">${controls.map(({ name, expected, findings, passed }) => html`<li>${icon(passed ? 'conforms' : 'deviates')} <b>${name}</b>: expected ${expected}, ${passed ? 'came out so' : 'came out otherwise'} (${findings} found)</li>`)}</ul></section>`;
}
