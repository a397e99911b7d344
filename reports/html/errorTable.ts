import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import { grouped } from '../../specs/plural.ts';
import { errorState, errorWords } from './errorState.ts';
import { icon } from './icon.ts';
import { type Content, html, type Markup } from './markup.ts';

/** The declared errors, 480 to 490 and the later ones: how often each was expected, returned as expected, and returned unexpectedly. */
export function errorTable(errors: readonly ErrorFigures[]): Markup {
  return html`<section id="errors" aria-labelledby="errors-title">
<h2 id="errors-title">Errors</h2>
<p class="lead">480 to 490 are the numbers that OpenAPI conversions give the declared errors; the service itself answers 400, or 500 for 486, and names the error in the body. Later errors have no number.</p>
<table class="errors">
<thead><tr><th scope="col">Code</th><th scope="col">Error</th><th scope="col" class="n">Expected</th><th scope="col" class="n">Matched</th><th scope="col" class="n">Unexpected</th><th scope="col">How</th></tr></thead>
<tbody>${errors.map(errorTableRow)}</tbody>
</table>
</section>`;
}

function errorTableRow(error: ErrorFigures): Markup {
  const { code, name, expected, matched, unexpected, exercised, how } = error;
  const state = errorState(error);
  return html`<tr class="${exercised ? '' : 'idle'}"${code === null ? null : html` id="error-${code}"`}>
<td class="code">${code ?? '–'}</td><th scope="row">${name}</th>
<td class="n" data-label="expected">${grouped(expected)}</td><td class="n" data-label="matched">${grouped(matched)}</td><td class="n ${unexpected > 0 ? 'bad' : ''}" data-label="unexpected">${grouped(unexpected)}</td>
<td class="how">${icon(state)}<span><span class="sr">${errorWords[state]}: </span>${withOptionsWhole(how)}</span></td>
</tr>`;
}

/** A browser breaks a line within an option, behind its hyphens, where it is not told to keep it whole. */
function withOptionsWhole(text: string): readonly Content[] {
  return text
    .split(/(--[a-z-]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="option">${part}</span>` : part));
}
