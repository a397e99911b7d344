import type { Cause } from '../../harness/figures/causes.ts';
import { grouped, plural } from '../../specs/plural.ts';
import { html, type Markup } from './markup.ts';

/** The anchor of a fault's findings. */
export function faultAnchor({ id }: Cause): string {
  return `fault-${id.replaceAll('.', '-')}`;
}

/** One line for each cause, with a link to its findings; null where there is nothing. */
export function faultList(faults: readonly Cause[], findings: number): Markup | null {
  if (faults.length === 0) return null;
  return html`<section id="faults" aria-labelledby="faults-title">
<h2 id="faults-title">What is wrong</h2>
<p class="lead">${plural(findings, 'finding')} with ${plural(faults.length, 'cause')}. The bar shows what share of the judged clauses of that kind deviate.</p>
<ol class="faults">${faults.map(causeEntry)}</ol>
</section>`;
}

const mostMembers = 4;

function causeEntry(fault: Cause): Markup {
  const { level, says, clauses, judged, members } = fault;
  const names = members
    .slice(0, mostMembers)
    .map((member, index) => [
      index === 0 ? null : ', ',
      member === '' ? 'whole request' : html`<code>${member}</code>`,
    ]);
  const more = members.length > mostMembers ? ` and ${grouped(members.length - mostMembers)} more` : null;
  return html`<li><span class="level ${level}">${level}</span><div><a href="#${faultAnchor(fault)}">${says}</a><span class="members">${names}${more}</span></div><span class="of">${grouped(clauses)} of ${plural(judged, 'clause')}</span><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="1" class="rest"/><rect width="${((clauses / judged) * 100).toFixed(2)}" height="1" class="part"/></svg></li>`;
}
