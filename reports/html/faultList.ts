import type { Cause } from '../../harness/figures/causes.ts';
import { grouped, plural } from '../../specs/plural.ts';
import { html, type Markup } from './markup.ts';

/** The anchor of a fault's findings. */
export function faultAnchor({ id }: Cause): string {
  return `fault-${id.replaceAll('.', '-')}`;
}

/** One line for each cause, the most harmful first, with what to change and a link to its findings; null where there is nothing. */
export function faultList(causes: readonly Cause[], findings: number): Markup | null {
  if (causes.length === 0) return null;
  return html`<section id="faults" aria-labelledby="faults-title">
<h2 id="faults-title">What is wrong: ${plural(causes.length, 'cause')}</h2>
<p class="lead">${plural(findings, 'finding')}, grouped by what one repair is likely to fix. First what refuses or loses valid requests, then what stores them wrongly, wrong errors, missing validation, and the form of answers.</p>
<dl class="levels"><div><dt><span class="level must">must</span></dt><dd>the model or a measurement says so</dd></div><div><dt><span class="level should">should</span></dt><dd>documentation or several reports do</dd></div><div><dt><span class="level may">may</span></dt><dd>one report or an inference</dd></div></dl>
<ol class="faults">${causes.map(causeEntry)}</ol>
</section>`;
}

const mostMembers = 4;

function causeEntry(cause: Cause): Markup {
  const { level, says, change, members, findings } = cause;
  const names = members
    .slice(0, mostMembers)
    .map((member, index) => [
      index === 0 ? null : ', ',
      member === '' ? 'whole request' : html`<code>${member}</code>`,
    ]);
  const more = members.length > mostMembers ? ` and ${grouped(members.length - mostMembers)} more` : null;
  return html`<li><span class="level ${level}">${level}</span><div><a href="#${faultAnchor(cause)}">${says}</a><span class="change">${change}</span><span class="members">${names}${more}</span></div><span class="of">${plural(findings.length, 'finding')}</span></li>`;
}
