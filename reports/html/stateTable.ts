import type { StateDifference } from '../../harness/record.ts';
import type { JsonValue } from '../../specs/json.ts';
import { html, type Markup } from './markup.ts';
import type { Trim } from './trim.ts';

/** The members in question: before, after, and what was expected. Null where there is none. */
export function stateTable(state: readonly StateDifference[], trim: Trim): Markup | null {
  if (state.length === 0) return null;
  const rows = state
    .slice(0, 6)
    .map(
      ({ member, before, after, expected }) =>
        html`<tr><th scope="row"><code>${trim(member, 200)}</code></th><td data-label="before">${shown(before, trim)}</td><td data-label="after">${shown(after, trim)}</td><td data-label="expected">${trim(expected, 200)}</td></tr>`,
    );
  return html`<h4>State</h4><table class="state-table"><thead><tr><th scope="col">Member</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Expected</th></tr></thead><tbody>${rows}</tbody></table>
${state.length > 6 ? html`<p class="note">And ${state.length - 6} more.</p>` : null}`;
}

function shown(value: JsonValue, trim: Trim): Markup {
  return value === null ? html`<i>not shown</i>` : html`<code>${trim(JSON.stringify(value), 200)}</code>`;
}
