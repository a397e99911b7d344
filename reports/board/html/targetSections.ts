import { html, type Markup, packedBlock } from '../../html/markup.ts';
import { expectedResult } from '../../text/expectedResult.ts';
import { sharedParts } from '../../text/sharedParts.ts';
import { findingAnchor, targetAnchor } from '../anchors.ts';
import type { Board, CauseCell, TestedRow } from '../board.ts';
import type { ScriptedFinding } from '../boardScripts.ts';
import { testedRows } from '../testedRows.ts';
import { findingLink } from './findingLink.ts';

/** For each target how to start it, its causes, and the findings that the tables link to with their scripts, which are packed. */
export function targetSections(board: Board, scripts: ReadonlyMap<string, readonly ScriptedFinding[]>): Markup {
  const texts: string[] = [];
  const place = (script: string): number => texts.push(script) - 1;
  const sections = testedRows(board).map((row) => targetSection(row, scripts.get(row.name) ?? [], place));
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings by target</h2>
<p class="lead">Start the target as shown, then paste a script into bash. Other findings are in the records, whose checksums are beside this page.</p>
${sections}</section>
${packedBlock('scripts', sharedParts(texts))}`;
}

function targetSection(row: TestedRow, scripts: readonly ScriptedFinding[], place: (script: string) => number): Markup {
  const { name, version, licence, homepage, note, byHand, causes } = row;
  return html`<div class="target" id="${targetAnchor(name)}"><h3>${name} <span class="version">${version ?? ''}</span></h3>
<p class="note"><a href="${homepage}">${homepage}</a>, licence ${licence}.${note === null ? null : ` ${note}`}</p>
<pre tabindex="0"><code>${byHand}</code></pre>
<h4>What is wrong</h4><ul class="moves">${causes.map((cause) => causeItem(name, cause))}</ul>
<h4>Findings with scripts</h4>${scripts.map(({ finding, script }) => findingDetails(name, finding, place(script)))}</div>`;
}

function causeItem(name: string, cause: CauseCell): Markup {
  const { says, findings, clauses, judged } = cause;
  return html`<li>${findingLink(name, cause, says)} <small>${findings} found, ${clauses} of ${judged} clauses</small></li>`;
}

// A browser opens the details around the place that a link leads to.
function findingDetails(name: string, finding: ScriptedFinding['finding'], script: number): Markup {
  const { id, level, member, says, actual } = finding;
  return html`<details><summary><span class="level ${level}">${level}</span><code>${member === '' ? 'whole request' : member}</code> ${says}</summary>
<div class="body" id="${findingAnchor(name, id)}"><p class="note">finding <code>${id}</code></p><dl class="compare"><div><dt>Expected</dt><dd>${expectedResult(finding).slice(0, 600)}</dd></div><div><dt>Actual</dt><dd>${actual.slice(0, 600)}</dd></div></dl>
<pre tabindex="0" data-script="${script}"><code>The script is packed: a browser that runs scripts shows it here.</code></pre></div></details>
`;
}
