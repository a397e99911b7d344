import type { Bar } from '../../harness/figures/answerSpread.ts';
import { caseFigures } from '../../harness/figures/caseFigures.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { grouped } from '../../specs/plural.ts';
import { html, type Markup } from './markup.ts';

/** Two small charts: which statuses came, and how long answers took. */
export function charts(record: RunRecord): Markup | null {
  const { statuses, latencies, median, slow } = caseFigures(record).spread;
  if (statuses.length === 0) return null;
  const note =
    median === null || slow === null
      ? ''
      : `Half below ${millisecondText(median)} ms, 95 of 100 below ${millisecondText(slow)} ms.`;
  return html`<section id="answers" aria-labelledby="answers-title">
<h2 id="answers-title">Answers</h2>
<p class="lead">To every case that was sent. ${note}</p>
<div class="charts">${barChart('Status', statuses.slice(0, 8))}${barChart('Time', latencies)}</div>
</section>`;
}

function barChart(name: string, bars: readonly Bar[]): Markup {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return html`<table class="chart"><caption>${name}</caption><tbody>${bars.map(
    ({ label, count }) =>
      html`<tr><th scope="row">${label}</th><td class="bar-cell"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${((count / most) * 100).toFixed(2)}" height="1" class="part"/></svg></td><td class="n">${grouped(count)}</td></tr>`,
  )}</tbody></table>`;
}

function millisecondText(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : grouped(Math.round(ms));
}
