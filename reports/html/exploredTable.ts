import type { Explored } from '../../harness/figures/explored.ts';
import { grouped } from '../../specs/plural.ts';
import { exploredWords } from '../text/exploredWords.ts';
import { html, type Markup } from './markup.ts';

/** Most names of things not tried that the page shows of each kind; report.json has them all. */
const most = 60;

/** How much of the contract the run tested, and what it did not. */
export function exploredTable(explored: readonly Explored[]): Markup {
  return html`<section id="tried" aria-labelledby="tried-title">
<h2 id="tried-title">What was tested</h2>
<p class="lead">A run cannot find what it did not test. More cases (--cases) and all phases test more.</p>
<table class="errors">
<thead><tr><th scope="col">Of the contract</th><th scope="col" class="n">Tested</th><th scope="col" class="n">Of</th><th scope="col">Not tested</th></tr></thead>
<tbody>${explored.map(exploredRow)}</tbody>
</table>
</section>`;
}

function exploredRow({ name, tried, of, not }: Explored): Markup {
  return html`<tr><th scope="row">${exploredWords[name]}</th><td class="n" data-label="tested">${grouped(tried)}</td><td class="n" data-label="of">${grouped(of)}</td><td class="how">${notTried(not)}</td></tr>`;
}

function notTried(not: readonly string[]): Markup {
  if (not.length === 0) return html`<span>nothing</span>`;
  const shown = not.slice(0, most).join(', ');
  const rest = not.length > most ? `, and ${grouped(not.length - most)} more` : '';
  return html`<details><summary>${grouped(not.length)}</summary>${shown}${rest}</details>`;
}
