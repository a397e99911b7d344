import { Buffer } from 'node:buffer';
import { type Summary, summaryOf } from '../harness/figures/summary.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { testedOperation } from '../specs/operation.ts';
import { charts } from './html/charts.ts';
import { errorTable } from './html/errorTable.ts';
import { exploredTable } from './html/exploredTable.ts';
import { faultList } from './html/faultList.ts';
import { findingList } from './html/findingList.ts';
import { glossary } from './html/glossary.ts';
import { htmlPage } from './html/htmlPage.ts';
import { iconSheet } from './html/icon.ts';
import { type Markup, html as markup } from './html/markup.ts';
import { masthead } from './html/masthead.ts';
import { memberTree } from './html/memberTree.ts';
import { repeatRun } from './html/repeatRun.ts';
import { resetTable } from './html/resetTable.ts';
import { script } from './html/script.ts';
import { styles } from './html/styles.ts';
import { issueText } from './issue.ts';
import type { RenderOptions, Reporter } from './reporter.ts';
import { reproduce } from './reproduce.ts';
import { defaultProgram } from './text/commands.ts';

/** report.html: one file that opens from disk, needs no network, and can be read without scripts. */
export const html: Reporter = {
  description: 'report.html: one self-contained page for people',
  fileName: 'report.html',
  render,
};

// A page that people mail, attach and open on a phone.
const largestPage = 1_000_000;
const pageShares: readonly number[] = [1, 0.7, 0.4, 0.15];

function render(record: RunRecord, { program = defaultProgram }: RenderOptions): string {
  const summary = summaryOf(record);
  const inOrder = summary.causes.flatMap(({ findings }) => findings);
  const repro = inOrder.map((finding) => {
    const scripts = reproduce(finding, record, program);
    const issue = issueText(record, { finding, cause: null }, program, scripts.curl);
    return { finding, texts: { ...scripts, issue } };
  });
  let page = '';
  for (const share of pageShares) {
    page = reportPage(record, summary, findingList(record, summary.causes, repro, share, program), program);
    if (Buffer.byteLength(page) <= largestPage) break;
  }
  return page;
}

function reportPage(record: RunRecord, summary: Summary, findings: Markup, program: string): string {
  const title = `${record.header.target.id}: ${testedOperation} conformance`;
  return htmlPage(
    { title, styles, script },
    markup`<a class="skip" href="#findings">Skip to the findings</a>
${iconSheet}
<main>
${masthead(record, summary)}
<nav aria-label="Parts of the report">${summary.causes.length === 0 ? null : markup`<a href="#faults">What is wrong</a>`}<a href="#errors">Errors</a><a href="#request">The request</a><a href="#omitted">Reset or kept</a><a href="#findings">Findings</a><a href="#answers">Answers</a><a href="#tried">What was tested</a><a href="#repeat">Run again</a></nav>
${faultList(summary.causes, record.findings.length)}
${errorTable(summary.errors)}
${memberTree(record, summary.members)}
${resetTable(record)}
${findings}
${charts(record)}
${exploredTable(summary.explored)}
${repeatRun(record, program)}
</main>
${glossary(record)}`,
  );
}
