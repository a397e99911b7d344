import { type ResetOrKeep, resetOrKeep } from '../../harness/figures/resetOrKeep.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { anchorsOf } from './anchors.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

/** What becomes of each top-level member that an update leaves out: documented, measured, and on this target. */
export function resetTable(record: RunRecord): Markup {
  const rows = resetOrKeep(record);
  const anchors = anchorsOf(record.findings);
  const linkTo = (member: string): string | undefined => {
    const finding = record.findings.find((each) => each.member === member && each.clause.endsWith('.omitted'));
    return finding === undefined ? undefined : anchors.get(finding.id);
  };
  return html`<section id="omitted" aria-labelledby="omitted-title">
<h2 id="omitted-title">Left out: reset or kept?</h2>
<p class="lead">What becomes of a member that had a value, when an update does not name it. The documentation says that all of them are reset; the live service was measured to keep many.</p>
<table class="reset">
<thead><tr><th scope="col">Member</th><th scope="col">Documented</th><th scope="col">Measured</th><th scope="col">This target</th></tr></thead>
<tbody>${rows.map((row) => rowOf(row, linkTo(row.member)))}</tbody>
</table>
</section>`;
}

const spoken = {
  conforms: 'as it should be',
  deviates: 'not as it should be',
  undecided: 'nobody knows',
  'not-tested': 'not tested',
} as const;

function rowOf({ member, documented, measured, target, state }: ResetOrKeep, anchor: string | undefined): Markup {
  const link = anchor === undefined ? null : html` <a href="#${anchor}">finding</a>`;
  return html`<tr class="${state === 'not-tested' ? 'idle' : ''}"><th scope="row"><code>${member}</code></th><td data-label="documented:">${documented}</td><td data-label="measured:">${measured}</td><td class="this" data-label="here:">${icon(state)}<span><span class="sr">${spoken[state]}: </span>${target}${link}</span></td></tr>`;
}
