import { percent } from '../../specs/plural.ts';
import { html, type Markup } from '../html/markup.ts';
import { plainPage } from '../html/plainPage.ts';
import type { TrendSeries } from './buildTrend.ts';
import { trendHeads, trendRows } from './trendRows.ts';

/** The trend as a page: for each series two small charts and a row for each run. */
export function trendHtml(series: readonly TrendSeries[]): string {
  return plainPage('The runs over time', html`${series.map(seriesSection)}`);
}

function seriesSection({ title, points }: TrendSeries): Markup {
  return html`<section><h2>${title}</h2><div class="figures">${lineChart(
    'Coverage',
    points.map(({ coverage }) => coverage),
  )}${lineChart(
    'Divergence',
    points.map(({ divergence }) => divergence),
  )}</div>
<div class="scroll" tabindex="0" role="region" aria-label="Runs: ${title}"><table class="matrix"><thead><tr>${trendHeads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${trendRows(points).map(([run = '', ...cells]) => html`<tr><th scope="row">${run}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div></section>`;
}

const width = 320;
const height = 80;

function lineChart(name: string, shares: readonly (number | null)[]): Markup {
  const step = shares.length > 1 ? width / (shares.length - 1) : 0;
  const places = shares.flatMap((part, index) =>
    part === null ? [] : [{ x: shares.length > 1 ? index * step : width / 2, y: height * (1 - part) }],
  );
  const last = shares.findLast((part) => part !== null) ?? null;
  const said = `${name} from run to run: ${shares.map((part) => (part === null ? 'none' : percent(part, 1))).join(', ')}`;
  return html`<div class="share ${name.toLowerCase()}"><h3>${name}</h3><p class="number">${last === null ? '–' : percent(last, 1)}</p>
<svg class="line" viewBox="-4 -4 ${width + 8} ${height + 8}" role="img" aria-label="${said}"><path class="axis" d="M0 0H${width}M0 ${height}H${width}"/><polyline points="${places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}"/>${places.map(({ x, y }) => html`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/>`)}</svg></div>`;
}
