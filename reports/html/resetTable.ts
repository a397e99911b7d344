import { type ResetOrKeep, resetOrKeep } from '../../harness/figures/resetOrKeep.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { findingAnchors } from './findingAnchors.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

/** What happens to each top-level member that an update leaves out: documented, measured, and on this target. */
export function resetTable(record: RunRecord): Markup {
  const rows = resetOrKeep(record);
  const anchors = findingAnchors(record.findings);
  const linkTo = (member: string): string | undefined => {
    const finding = record.findings.find((each) => each.member === member && each.clause.endsWith('.omitted'));
    return finding === undefined ? undefined : anchors.get(finding.id);
  };
  return html`<section id="omitted" aria-labelledby="omitted-title">
<h2 id="omitted-title">Left out: reset or kept?</h2>
<p class="lead">What happens to a member that has a value when an update leaves it out. The documentation says that all of them are reset; measurements show that the live service keeps many.</p>
<table class="reset">
<thead><tr><th scope="col">Member</th><th scope="col">Documented</th><th scope="col">Measured</th><th scope="col">This target</th></tr></thead>
<tbody>${rows.map((row) => memberRow(row, linkTo(row.member)))}</tbody>
</table>
</section>`;
}

const stateDescriptions = {
  conforms: 'as it should be',
  deviates: 'not as it should be',
  undecided: 'unknown',
  'not-tested': 'not tested',
} as const;

function memberRow({ member, documented, measured, target, state }: ResetOrKeep, anchor: string | undefined): Markup {
  const link = anchor === undefined ? null : html` <a href="#${anchor}">finding</a>`;
  return html`<tr class="${state === 'not-tested' ? 'idle' : ''}"><th scope="row"><code>${member}</code></th><td data-label="documented:">${documented}</td><td data-label="measured:">${measured}</td><td class="this" data-label="here:">${icon(state)}<span><span class="sr">${stateDescriptions[state]}: </span>${target}${link}</span></td></tr>`;
}
