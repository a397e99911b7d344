import { grouped, percent } from '../../../specs/plural.ts';
import { html, type Markup } from '../../html/markup.ts';
import { coverageCell } from '../../text/coverageSentence.ts';
import { targetAnchor } from '../anchors.ts';
import type { Board, TestedRow, UntestedRow } from '../board.ts';
import { durationText } from '../durationText.ts';
import { movementText } from '../movementText.ts';
import { testedRows } from '../testedRows.ts';
import { findingLink } from './findingLink.ts';

const heads = [
  'Target',
  'Worst cause',
  'Divergence',
  'Coverage',
  'Findings',
  'Since the last board',
  'Time',
  'Requests',
];

/** One line for each target, the fewest deviating clauses first, and the targets that were not tested with the reason. */
export function overviewSection(board: Board): Markup {
  const untested = board.targets.filter((row) => row.status === 'not-tested');
  return html`<section id="targets" aria-labelledby="targets-title"><h2 id="targets-title">Targets</h2>
<p class="lead">Divergence is the share of the judged clauses that a target breaks; coverage is the share of the request's members that have any effect. The two are different things: a target that stores little can diverge little.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Table of targets"><table class="matrix board"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${testedRows(board).map(testedLine)}</tbody></table></div>
${untested.length === 0 ? null : html`<h3>Not tested</h3><ul class="moves">${untested.map(untestedLine)}</ul>`}</section>`;
}

function testedLine(row: TestedRow): Markup {
  const { name, version, newest, divergence, coverage, durationMs, requests, movement, builtOn } = row;
  const { must, should, may } = levelCounts(row);
  return html`<tr><th scope="row"><a href="#${targetAnchor(name)}">${name}</a> <span class="version">${version ?? ''}</span>${builtOn === null ? null : html`<br><small>built on ${builtOn}</small>`}${newest === null || newest === version ? null : html`<br><small>newest: ${newest}</small>`}</th>
<td class="text">${worstCause(row)}</td><td class="n">${percent(divergence.deviating, divergence.judged)} <small>${divergence.deviating} of ${divergence.judged}</small></td><td class="n">${coverageCell(coverage)} <small>${coverage.implemented} of ${coverage.members}</small></td>
<td>${must} must, ${should} should, ${may} may</td><td>${movementText(movement)}</td><td class="n">${durationText(durationMs)}</td><td class="n">${grouped(requests)}</td></tr>
`;
}

function worstCause({ name, causes }: TestedRow): Markup {
  const [worst] = causes;
  return worst === undefined ? html`none` : findingLink(name, worst, worst.says);
}

function levelCounts({ findings }: TestedRow): Readonly<Record<'must' | 'should' | 'may', number>> {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  return { must: count('must'), should: count('should'), may: count('may') };
}

function untestedLine({ name, version, reason }: UntestedRow): Markup {
  return html`<li><b>${name}</b> <span class="version">${version ?? ''}</span>: ${reason}</li>`;
}
