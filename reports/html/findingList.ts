import { baselineStandings, type Standing } from '../../harness/figures/baselineStandings.ts';
import type { Cause } from '../../harness/figures/causes.ts';
import { gateOf } from '../../harness/figures/gate.ts';
import { kindRanks } from '../../harness/figures/worstFirst.ts';
import { deviationKinds, type Finding, type RunRecord } from '../../harness/record/record.ts';
import { topLevelOf } from '../../specs/member.ts';
import { plural } from '../../specs/plural.ts';
import type { Reproductions } from '../reproduce.ts';
import { issueCommandLine } from '../text/commands.ts';
import { faultAnchor } from './faultList.ts';
import { findingAnchors } from './findingAnchors.ts';
import { findingCard } from './findingCard.ts';
import { html, type Markup, packedBlock, trusted } from './markup.ts';
import { type PageText, packTexts } from './packTexts.ts';

const clients: readonly (keyof Reproductions)[] = ['curl', 'awsCli', 'boto3', 'paws', 'javascript'];

// In this order, so that where room is short every finding still has its script for curl, which its issue repeats.
const columns = ['curl', 'issue', 'awsCli', 'boto3', 'paws', 'javascript'] as const;

/** A finding with its scripts and the text of an issue about it. */
export interface Reproduced {
  readonly finding: Finding;
  readonly texts: Reproductions & { readonly issue: string };
}

/**
 * The findings in the order given, under the faults that they belong to, each with an anchor of its own, and a filter that
 * works where scripts run. `share` is how much of each value's usual room it may take, 1 for all of it.
 */
export function findingList(
  record: RunRecord,
  faults: readonly Cause[],
  findings: readonly Reproduced[],
  share: number,
  program: string,
): Markup {
  if (findings.length === 0) return noFindings;
  const anchors = findingAnchors(record.findings);
  const all = columns.flatMap((column) =>
    findings.map(({ texts }) => ({ text: texts[column], isRead: column !== 'issue' })),
  );
  const { texts, packed } = packTexts(all, share);
  const textAt = (column: (typeof columns)[number], index: number): PageText =>
    texts[columns.indexOf(column) * findings.length + index] ?? { kind: 'cut', excerpt: '' };
  const standings = baselineStandings(gateOf(record));
  const isLong = findings.length > mostWhole;
  const cards: string[] = [];
  const place = (details: Markup): Markup => {
    if (!isLong) return details;
    cards.push(details.markup);
    return html`<div data-card="${cards.length - 1}"></div>`;
  };
  const entries = new Map(
    findings.map(({ finding }, index) => [
      finding.id,
      findingCard(finding, {
        anchor: anchors.get(finding.id) ?? '',
        scripts: clients.map((client) => ({ client, script: textAt(client, index) })),
        issue: textAt('issue', index),
        share,
        standing: standings.get(finding.id),
        place,
      }),
    ]),
  );
  const groups = faults.map((fault) => causeGroup(fault, entries, !isLong));
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<p class="lead">${plural(findings.length, 'deviation')}, each counted once however many cases showed it, grouped by cause.</p>
<p class="note no-script">The filter, the scripts and, on a long page, requests and answers need JavaScript here. <code>${issueCommandLine(record, program)}</code> prints those of one finding.</p>
${filterForm(record, [...standings.values()])}
<div id="finding-list">${groups}</div>
<p id="nothing" hidden>No finding matches the filter.</p>
${packedBlock('packed', { ...packed, cards })}
</section>`;
}

// More than these are too many to scroll past, and their details too much for a page that is to open at once.
const mostWhole = 30;

function causeGroup(fault: Cause, entries: ReadonlyMap<string, Markup>, open: boolean): Markup {
  const { says, findings } = fault;
  return html`<details class="fault" id="${faultAnchor(fault)}"${open ? trusted(' open') : null}>
<summary><h3>${says}</h3><span class="count">${plural(findings.length, 'finding')}</span></summary>
${findings.map(({ id }) => entries.get(id) ?? null)}</details>`;
}

const noFindings = html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<p class="lead">None.</p>
</section>`;

function filterForm({ findings }: RunRecord, standings: readonly Standing[]): Markup {
  const beside = [...new Set(standings.map(({ word }) => word))];
  const kinds = deviationKinds
    .filter((kind) => findings.some((finding) => finding.kind === kind))
    .toSorted((left, right) => kindRanks[left] - kindRanks[right]);
  const members = [...new Set(findings.map(({ member }) => topLevelOf(member)))].toSorted();
  const phases = [...new Set(findings.map(({ phase }) => phase))];
  const levels = (['must', 'should', 'may'] as const).filter((level) => findings.some((each) => each.level === level));
  return html`<form id="filter" hidden role="search" aria-label="Filter the findings">
<label class="wide">Search <input type="search" id="f-text" placeholder="member, sentence, value" autocomplete="off"></label>
${filterSelect('level', 'Level', levels)}
${filterSelect('kind', 'Kind', kinds)}
${filterSelect('member', 'Member', members)}
${filterSelect('phase', 'Phase', phases)}
${beside.length === 0 ? null : filterSelect('baseline', 'Baseline', beside)}
<p role="status" id="shown"></p>
<button type="button" id="all">Open all</button>
</form>`;
}

function filterSelect(name: string, label: string, values: readonly string[]): Markup {
  const options = values.map(
    (value) => html`<option value="${value}">${value === '' ? '(whole request)' : value}</option>`,
  );
  return html`<label>${label} <select id="f-${name}"><option value="*">all</option>${options}</select></label>`;
}
