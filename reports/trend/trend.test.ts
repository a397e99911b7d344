import { expect } from 'chai';
import type { RunRecord } from '../../harness/record.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { trendHtml } from './trendHtml.ts';
import { trendMarkdown } from './trendMarkdown.ts';
import { trendOf } from './trendOf.ts';
import { blocks, trendTerminal } from './trendTerminal.ts';

function runOn(day: string, about: Partial<RunRecord> = {}): RunRecord {
  return { ...fixtureRecord, ...about, header: { ...fixtureRecord.header, startedAt: `2026-11-${day}T09:30:00.000Z` } };
}

const repaired = runOn('22', {
  cases: fixtureRecord.cases.filter(({ verdict }) => verdict.kind === 'conforms'),
  findings: fixtureRecord.findings.slice(0, 1),
});
const points = trendOf([repaired, runOn('20'), runOn('21', { cases: [], findings: [] })]);

describe('the trend', () => {
  it('puts runs in order of time, with both figures and what appeared and went', () => {
    expect(points.map(({ startedAt }) => startedAt.slice(8, 10))).to.deep.equal(['20', '21', '22']);
    expect(points.map(({ divergence }) => divergence)).to.deep.equal([0.7, null, 0]);
    expect(points.map(({ appeared, gone }) => [appeared, gone])).to.deep.equal([
      [null, null],
      [0, 7],
      [1, 0],
    ]);
  });

  it('is a line of blocks and a row for each run in the terminal', () => {
    const text = trendTerminal(points);
    expect(text).to.contain('divergence  ▆·▁');
    expect(text).to.match(/2026-11-20 09:30 {2}cognito-local {2}2026-11-13 {2}\d+ % +70 %/);
    expect(blocks([0, 0.5, 1, null])).to.equal('▁▅█·');
  });

  it('says the same as Markdown, and as a page with a chart that is told in words too', () => {
    expect(trendMarkdown(points)).to.match(/divergence `▆·▁`[\s\S]*\| 2026\\-11\\-20 09:30 \|/);
    const page = trendHtml(points);
    expect(page).to.contain('aria-label="Divergence from run to run: 70 %, none, 0 %"');
    expect(page).to.contain('<th scope="row">2026-11-20 09:30</th>');
  });
});
