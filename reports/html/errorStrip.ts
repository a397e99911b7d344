import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import { errorState, errorWords } from './errorState.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

/** The numbered errors at a glance: each with its state, and a link to its row. */
export function errorStrip(errors: readonly ErrorFigures[]): Markup {
  const numbered = errors.filter(({ code }) => code !== null);
  const due = numbered.filter(({ expected }) => expected > 0);
  const came = due.filter(({ matched }) => matched > 0).length;
  const others = due.length < numbered.length ? ' The others were not exercised.' : '';
  return html`<div class="strip">
<h2>Errors 480 to 490</h2>
<p class="note">${due.length} of ${numbered.length} were expected, ${came} of those returned.${others}</p>
<ul>${numbered.map(stripEntry)}</ul>
</div>`;
}

function stripEntry(error: ErrorFigures): Markup {
  const state = errorState(error);
  return html`<li class="${state}"><a href="#error-${error.code ?? ''}" title="${error.name}: ${errorWords[state]}">${icon(state)}${error.code ?? ''}<span class="sr"> ${error.name}, ${errorWords[state]}</span></a></li>`;
}
