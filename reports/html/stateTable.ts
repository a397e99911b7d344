import type { Finding, StateDifference } from '../../harness/record/record.ts';
import type { JsonValue } from '../../specs/json.ts';
import { type Change, valueDifference } from '../text/valueDifference.ts';
import { html, type Markup } from './markup.ts';
import type { Trim } from './trimmer.ts';

/** The members in question: what changed from before to after, and what was expected of each where the finding says more. Null where there is none. */
export function stateTable({ state, expected: said }: Pick<Finding, 'state' | 'expected'>, trim: Trim): Markup | null {
  if (state.length === 0) return null;
  return html`<h5>State</h5>${state.slice(0, 6).map((each) => stateEntry(each, said, trim))}
${state.length > 6 ? html`<p class="note">And ${state.length - 6} more.</p>` : null}`;
}

const most = 12;

function stateEntry({ member, before, after, expected }: StateDifference, said: string, trim: Trim): Markup {
  const { changes, same } = valueDifference(before, after);
  const rest = [
    ...(changes.length > most ? [`${changes.length - most} more differ`] : []),
    ...(same > 0 ? [`${same} the same before and after`] : []),
  ];
  return html`<div class="state-table"><p><code>${member === '' ? 'whole pool' : trim(member, 200)}</code>${expected === said ? null : html` <span class="note">expected: ${trim(expected, 200)}</span>`}</p>
${changes.length === 0 ? unchanged(before, trim) : html`<ul class="diff">${changes.slice(0, most).map((change) => changeLine(change, trim))}</ul>`}
${rest.length === 0 || changes.length === 0 ? null : html`<p class="note">${rest.join(', ')}.</p>`}</div>`;
}

function unchanged(value: JsonValue, trim: Trim): Markup {
  return value === null
    ? html`<p>Not shown, before and after.</p>`
    : html`<p>Unchanged: <code>${trim(JSON.stringify(value), 200)}</code></p>`;
}

// Signs and words, so that colour is not needed.
function changeLine({ path, before, after }: Change, trim: Trim): Markup {
  const place = path === '' ? null : html`<span class="place">${trim(path, 120)}</span> `;
  return html`<li>${place}${before === undefined ? html`<i>not shown</i>` : html`<del><span class="sr">before: </span>${valueMarkup(before, trim)}</del>`} <span aria-hidden="true">→</span> ${after === undefined ? html`<i>not shown</i>` : html`<ins><span class="sr">after: </span>${valueMarkup(after, trim)}</ins>`}</li>`;
}

function valueMarkup(value: JsonValue, trim: Trim): Markup {
  return html`<code>${trim(JSON.stringify(value), 200)}</code>`;
}
