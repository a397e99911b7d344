import type { Standing } from '../../harness/figures/baselineStandings.ts';
import type { AnswerLine, Finding } from '../../harness/record/record.ts';
import { topLevelOf } from '../../specs/member.ts';
import { testedOperation } from '../../specs/operation.ts';
import { grouped, plural } from '../../specs/plural.ts';
import type { Reproductions } from '../reproduce.ts';
import { expectedResult } from '../text/expectedResult.ts';
import { jsonText } from '../text/jsonText.ts';
import { shownRequest } from '../text/shownRequest.ts';
import { evidenceList } from './evidenceList.ts';
import { lengthNote } from './lengthNote.ts';
import { html, type Markup, textContent } from './markup.ts';
import type { PageText } from './packTexts.ts';
import { scriptTabs } from './scriptTabs.ts';
import { shortTexts } from './shortTexts.ts';
import { stateTable } from './stateTable.ts';
import { type Trim, trimmer } from './trimmer.ts';

/** What a card needs besides its finding. */
export interface CardParts {
  readonly anchor: string;
  readonly scripts: readonly { readonly client: keyof Reproductions; readonly script: PageText }[];
  /** The text that "Copy as issue" copies. */
  readonly issue: PageText;
  /** How much of each value's usual room it may take, 1 for all of it. */
  readonly share: number;
  /** Whether the baseline knows it; undefined without a baseline. */
  readonly standing: Standing | undefined;
  /** Puts what stands between the comparison and the ids where it belongs, and gives what the page has in its place. */
  readonly place: (details: Markup) => Markup;
}

/** One finding: a summary line, and a card with everything the record holds about it. */
export function findingCard(finding: Finding, { anchor, scripts, issue, share, standing, place }: CardParts): Markup {
  const trim = trimmer(share);
  const { id, clause, member, kind, level, phase, count, says, actual } = finding;
  return html`<details class="finding" id="${anchor}" data-level="${level}" data-kind="${kind}" data-member="${topLevelOf(member)}" data-phase="${phase}"${standing === undefined ? null : html` data-baseline="${standing.word}"`}>
<summary><span class="level ${level}">${level}</span><h4><span class="where"><code>${member === '' ? 'whole request' : trim(member, 300)}</code> <span class="kind">${kind}</span>${standing === undefined ? null : html` <span class="standing ${standing.word}">${standing.word}</span>`}</span><span class="says">${trim(says, 300)}</span></h4><span class="count">${plural(count, 'case')}</span></summary>
<div class="card">${standing === undefined || standing.says === '' ? null : html`<p class="note">Baseline: ${standing.says}.</p>`}
<dl class="compare"><div><dt>Expected</dt><dd>${trim(expectedResult(finding), 400)}</dd></div><div><dt>Actual</dt><dd>${trim(actual, 400)}</dd></div></dl>
${place(html`${requestBlocks(finding, trim)}
${stateTable(finding, trim)}
${answerBlock(finding.answer, trim)}
${evidenceList(finding, trim)}
<h5>Reproduce it</h5>
${scriptTabs(anchor, scripts)}`)}
<p class="ids">${issueButton(issue)} <span>finding <a href="#${anchor}"><code>${trim(id, 300)}</code></a></span>${id.startsWith(`${clause}/`) ? null : html` <span>clause <code>${trim(clause, 300)}</code></span>`} <span>phase ${phase}</span></p>
</div>
</details>`;
}

// A text that is only copied is packed, or left out where the page has no room for it.
function issueButton(issue: PageText): Markup | null {
  return issue.kind === 'packed'
    ? html`<button type="button" class="issue" data-script="${issue.index}">Copy as issue</button>`
    : null;
}

function requestBlocks(finding: Finding, trim: Trim): Markup {
  const { prior, last, parallel, raw } = finding;
  const request = shownRequest(finding.request);
  const smallest = last === undefined ? 'Smallest request' : `Then ${stepName(last)} with`;
  return html`${prior.update === undefined ? null : codeBlock(`First ${testedOperation} with`, trim(jsonText(shortTexts(prior.update)), 500))}
${prior.mfa === undefined ? null : codeBlock('First SetUserPoolMfaConfig with', trim(jsonText(shortTexts(prior.mfa)), 500))}
${(prior.steps ?? []).map((step) => codeBlock(`First ${stepName(step)} with`, trim(jsonText(shortTexts(step.body)), 500)))}
${typeof request === 'string' ? codeBlock('Smallest request, as text', trim(request, 1_000)) : html`${codeBlock(smallest, trim(jsonText(shortTexts(request)), 1_000))}${lengthNote(request)}`}
${(parallel ?? []).slice(1).map((step) => codeBlock(`At the same time ${stepName(step)} with`, trim(jsonText(shortTexts(step.body)), 500)))}
${formBlock(raw, trim)}`;
}

function formBlock(raw: Finding['raw'], trim: Trim): Markup | null {
  const form = JSON.stringify({ ...raw, body: undefined, bytes: undefined });
  return form === '{}' ? null : codeBlock('How it is sent', trim(form, 500));
}

function stepName({ operation, pool }: NonNullable<Finding['last']>): string {
  return pool === 1 ? operation : `${operation} on another pool`;
}

function codeBlock(title: string, text: string): Markup {
  return html`<h5>${title}</h5><pre tabindex="0"><code>${textContent(text)}</code></pre>`;
}

// They say something of the connection, nothing of the deviation.
const idleHeaders: ReadonlySet<string> = new Set(['date', 'content-length', 'connection', 'keep-alive', 'server']);

function answerBlock(answer: AnswerLine, trim: Trim): Markup {
  switch (answer.kind) {
    case 'answered': {
      const headers = Object.entries(answer.headers)
        .filter(([name]) => !idleHeaders.has(name))
        .map(([name, value]) => trim(`${name}: ${value}`, 120));
      const head = [`HTTP ${answer.status}${answer.error === null ? '' : ` ${answer.error}`}`, ...headers.slice(0, 4)];
      return codeBlock('Answer', `${head.join('\n')}\n\n${trim(answer.body, 500)}`);
    }
    case 'unanswered':
      return html`<h5>Answer</h5><p>None after ${grouped(Math.round(answer.ms))} ms: ${trim(answer.detail, 200)}.</p>`;
  }
}
