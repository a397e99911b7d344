import { targetTitle } from '../../harness/figures/targetTitle.ts';
import { oneLine } from '../../harness/figures/visibleText.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { verdictWord } from '../text/verdictWord.ts';
import { type IconName, icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

const meanings: Readonly<Record<Exclude<IconName, 'not-tested'>, string>> = {
  conforms: 'the answer and the state after it are what the contract asks',
  deviates: 'the target did something the contract does not allow',
  undecided: 'the contract is silent or its sources contradict each other',
  inconclusive: 'throttled, or the target changed during the case',
  unsupported: 'the target says that it does not support this',
  skipped: 'not sent, for a reason that the record gives',
  errored: 'poolproof itself failed',
};

/** What the words of the page mean, and what made it. */
export function glossary(record: RunRecord): Markup {
  const { tool } = record.header;
  const entries = (Object.keys(meanings) as (keyof typeof meanings)[]).map(
    (name) => html`<div><dt>${icon(name)}${verdictWord(name, 1)}</dt><dd>${meanings[name]}</dd></div>`,
  );
  return html`<footer>
<details><summary>What the words mean</summary>
<dl class="words">${entries}
<div><dt>must, should, may</dt><dd>how well a clause is known: from the model or a measurement; from documentation or several reports; from one report or an inference. Only must fails the gate, unless the run asks for more</dd></div>
<div><dt>coverage</dt><dd>the share of the members of the request that have an effect on the target</dd></div>
<div><dt>divergence</dt><dd>the share of the judged clauses that the target breaks</dd></div>
</dl></details>
<p id="about">Made by ${tool.name} ${tool.version} from the record of a run on ${oneLine(targetTitle(record))}, contract of ${record.header.edition}, ${record.header.startedAt.slice(0, 10)}. This page needs no network.</p>
</footer>`;
}
