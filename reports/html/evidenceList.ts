import type { Finding } from '../../harness/record/record.ts';
import type { Evidence } from '../../specs/evidence.ts';
import { html, type Markup } from './markup.ts';
import type { Trim } from './trimmer.ts';

const levelDescriptions = {
  must: 'Reliable: from the model or a measurement.',
  should: 'Fairly reliable: from documentation, a sibling operation or several reports.',
  may: 'Uncertain: one report or an inference.',
} as const satisfies Readonly<Record<Finding['level'], string>>;

/** Where the clause comes from, how reliable that makes it, and whether the finding was reproduced. */
export function evidenceList({ evidence, level, reproduced, confirmed }: Finding, trim: Trim): Markup {
  const again = reproduced ? 'Reproduced on a new pool.' : 'Not reproduced on a new pool.';
  const age = confirmed === undefined ? '' : `Last confirmed on ${trim(confirmed, 20)}.`;
  return html`<h5>Evidence</h5><p class="note">${levelDescriptions[level]} ${age} ${again}</p><ul class="evidence">${evidence.slice(0, 3).map((each) => evidenceEntry(each, trim))}</ul>
${evidence.length > 3 ? html`<p class="note">And ${evidence.length - 3} more in report.json.</p>` : null}`;
}

function evidenceEntry({ basis, date, source, note, on }: Evidence, trim: Trim): Markup {
  return html`<li><b>${basis}</b> ${trim(date, 20)}${on === undefined ? null : `, seen on ${on}`}: ${trim(note, 240)} <span class="source">${sourceOf(trim(source, 200))}</span></li>`;
}

function sourceOf(source: string): Markup | string {
  return /^https:\/\/[\w./#?=&%+:@~-]+$/.test(source)
    ? html`<a href="${source}" rel="noreferrer">${source}</a>`
    : source;
}
