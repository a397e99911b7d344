import type { Cause } from '../../harness/figures/causes.ts';
import { type Gate, gateOf } from '../../harness/figures/gate.ts';
import type { Summary } from '../../harness/figures/summary.ts';
import { targetTitle } from '../../harness/figures/targetTitle.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { testedOperation } from '../../specs/operation.ts';
import { grouped, percent, plural } from '../../specs/plural.ts';
import { confirmationSentence } from '../text/confirmationSentence.ts';
import { coverageLabel, coverageSentence } from '../text/coverageSentence.ts';
import { gateSentence } from '../text/gateSentence.ts';
import { outsideFilterSentence } from '../text/outsideFilterSentence.ts';
import { probeSentence } from '../text/probeSentence.ts';
import { requestsSentence } from '../text/requestsSentence.ts';
import { verdictWord } from '../text/verdictWord.ts';
import { errorStrip } from './errorStrip.ts';
import { faultAnchor } from './faultList.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

/** The first screen: what was judged, the verdict in a sentence, coverage and divergence, the totals. */
export function masthead(record: RunRecord, summary: Summary): Markup {
  return html`<header class="masthead">
<p class="brand">poolproof <span>conformance of ${testedOperation}</span></p>
<h1>${targetTitle(record)}</h1>
<p class="verdict ${overallState(summary)}">${icon(overallState(summary))}<span>${summary.verdict}</span></p>
${worstCauses(summary.causes)}
${facts(record, summary)}
</header>
<section class="figures" aria-label="Figures">
${shareFigure(coverageLabel(summary.coverage), summary.coverage.implemented, summary.coverage.members, `${coverageSentence(summary.coverage)}.`)}
${shareFigure('Divergence', summary.divergence.deviating, summary.divergence.judged, divergenceNote(summary, gateOf(record)))}
${totals(summary)}
${errorStrip(summary.errors)}
</section>`;
}

const mostCauses = 3;

// What to repair first, on the first screen; the section of causes says all.
function worstCauses(causes: readonly Cause[]): Markup | null {
  if (causes.length === 0) return null;
  const first = causes
    .slice(0, mostCauses)
    .map(
      (cause) =>
        html`<li><a href="#${faultAnchor(cause)}">${cause.says}</a> (${plural(cause.findings.length, 'finding')})</li>`,
    );
  const rest = causes.length > mostCauses ? html`<p><a href="#faults">All ${causes.length} causes</a></p>` : null;
  return html`<div class="first"><p>What to fix first:</p><ol>${first}</ol>${rest}</div>`;
}

function overallState({ conformance }: Summary): 'conforms' | 'deviates' | 'undecided' | 'inconclusive' {
  switch (conformance) {
    case 'conforms':
      return 'conforms';
    case 'tolerated':
      return 'inconclusive';
    case 'fails':
      return 'deviates';
    case 'not-judged':
      return 'undecided';
  }
}

function facts(record: RunRecord, { confirmation }: Summary): Markup {
  const { header, probe, footer } = record;
  const leftOut = outsideFilterSentence(footer);
  const entries: readonly (readonly [string, string])[] = [
    ['Endpoint', header.target.endpoint ?? (header.target.kind === 'mock' ? 'the built-in mock' : header.target.kind)],
    ...(probe === undefined ? [] : [['Target', probeSentence(probe)] as const]),
    ['Edition', header.edition],
    ['Basis', header.basis],
    ['Seed', String(header.seed)],
    ['Started', `${header.startedAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['Took', footer.cutOff ? 'not known' : preciseDuration(footer.durationMs)],
    ['Requests', requestsSentence(footer)],
    ...(leftOut === undefined ? [] : [['Left out', leftOut] as const]),
    ['Evidence', confirmationSentence(confirmation)],
    ['Gate', gateSentence(gateOf(record))],
    ...(header.shard === null ? [] : [['Shard', `${header.shard.index} of ${header.shard.of}`] as const]),
  ];
  return html`<dl class="facts">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function preciseDuration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

function shareFigure(name: string, part: number, whole: number, note: string): Markup {
  const width = whole === 0 ? 0 : (part / whole) * 100;
  return html`<div class="share ${name.toLowerCase()}">
<h2>${name}</h2>
<p class="number">${percent(part, whole)}</p>
<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="1" class="rest"/><rect width="${width.toFixed(2)}" height="1" class="part"/></svg>
<p class="note">${note}</p>
</div>`;
}

function divergenceNote({ divergence: { deviating, judged } }: Summary, { notImplemented }: Gate): string {
  if (judged === 0) return 'No clause was judged.';
  const leftOut = notImplemented === undefined ? '' : ' What the target does not implement is not counted here.';
  return `${deviating} of ${plural(judged, 'judged clause')} deviate.${leftOut}`;
}

const kinds = ['conforms', 'deviates', 'undecided', 'inconclusive', 'unsupported', 'skipped', 'errored'] as const;

function totals({ totals: tally }: Summary): Markup {
  const bars = kinds.map((kind, index) => {
    const before = kinds.slice(0, index).reduce((sum, earlier) => sum + tally[earlier], 0);
    const scale = tally.cases === 0 ? 0 : 100 / tally.cases;
    return html`<rect class="${kind}" x="${(before * scale).toFixed(2)}" width="${(tally[kind] * scale).toFixed(2)}" height="1"/>`;
  });
  return html`<div class="totals">
<h2>${plural(tally.cases, 'case')}</h2>
<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul>${kinds.map((kind) => html`<li class="${tally[kind] === 0 ? 'none' : ''}">${icon(kind)}<b>${grouped(tally[kind])}</b> ${verdictWord(kind, tally[kind])}</li>`)}</ul>
</div>`;
}
