import { expect } from 'chai';
import type { RunRecord } from '../../harness/record/record.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { buildTrend } from './buildTrend.ts';
import { trendHtml } from './trendHtml.ts';
import { trendMarkdown } from './trendMarkdown.ts';
import { shareBlocks, trendTerminal } from './trendTerminal.ts';

function runOn(day: string, about: Partial<RunRecord> = {}): RunRecord {
  return { ...fixtureRecord, ...about, header: { ...fixtureRecord.header, startedAt: `2026-11-${day}T09:30:00.000Z` } };
}

const repaired = runOn('22', {
  cases: [...fixtureRecord.cases].filter(({ verdict }) => verdict.kind === 'conforms'),
  findings: fixtureRecord.findings.slice(0, 1),
});
const series = buildTrend([repaired, runOn('20'), runOn('21', { cases: [], findings: [] })]);
const points = series.flatMap((each) => each.points);

describe('the trend', () => {
  it('puts runs in order of time, with both figures and what appeared and went', () => {
    expect(points.map(({ startedAt }) => startedAt.slice(8, 10))).to.deep.equal(['20', '21', '22']);
    expect(points.map(({ divergence }) => divergence)).to.deep.equal([0.7, null, 1 / 3]);
    expect(points.map(({ appeared, gone }) => [appeared, gone])).to.deep.equal([
      [null, null],
      [0, 7],
      [1, 0],
    ]);
  });

  it('has a line of its own for each target, contract and scope, so that new and gone are of like runs', () => {
    const other = { ...fixtureRecord.header.target, id: 'moto' };
    const moto = { ...fixtureRecord, header: { ...fixtureRecord.header, target: other } };
    const part = { ...fixtureRecord, header: { ...fixtureRecord.header, only: 'PoolName' } };
    const lines = buildTrend([runOn('20'), moto, part, repaired]);
    expect(lines.map(({ title, points: { length } }) => [title, length])).to.have.deep.members([
      ['cognito-local · 2026-11-13 · observed', 2],
      ['moto · 2026-11-13 · observed', 1],
      ['cognito-local · 2026-11-13 · observed · only PoolName', 1],
    ]);
    expect(lines.find(({ title }) => title.startsWith('moto'))?.points[0]?.appeared).to.equal(null);
    expect(trendTerminal(lines).match(/^Run /gm)).to.have.length(3);
  });

  it('is a line of blocks and a row for each run in the terminal', () => {
    const text = trendTerminal(series);
    expect(text).to.contain('divergence  ▆·▃');
    expect(text).to.match(/^cognito-local · 2026-11-13 · observed\n[\s\S]*2026-11-20 09:30 {2}unknown {2}\d+ % +70 %/);
    expect(shareBlocks([0, 0.5, 1, null])).to.equal('▁▅█·');
  });

  it('says the same as Markdown, and as a page with a chart that is told in words too', () => {
    expect(trendMarkdown(series)).to.match(
      /### cognito\\-local · [\s\S]*divergence `▆·▃`[\s\S]*\| 2026\\-11\\-20 09:30 \|/,
    );
    const page = trendHtml(series);
    expect(page).to.contain('aria-label="Divergence from run to run: 70 %, none, 33 %"');
    expect(page).to.contain('<th scope="row">2026-11-20 09:30</th>');
  });
});
