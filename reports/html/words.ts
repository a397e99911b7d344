import type { RunRecord } from '../../harness/record/record.ts';
import { verdictWord } from '../text/verdictWord.ts';
import { type IconName, icon } from './icon.ts';
import { html, type Markup } from './markup.ts';

const meanings: Readonly<Record<Exclude<IconName, 'not-tested'>, string>> = {
  conforms: 'the answer and the state after it are what the contract asks',
  deviates: 'the target did what the contract does not allow',
  undecided: 'the contract is silent or its sources contradict each other',
  inconclusive: 'throttled, or the target changed during the case',
  unsupported: 'the target says that it does not have this',
  skipped: 'not sent, for a reason that the record gives',
  errored: 'something failed on the side of poolproof',
};

/** What the words of the page mean, and what made it. */
export function words({ header: { tool } }: RunRecord): Markup {
  const entries = (Object.keys(meanings) as (keyof typeof meanings)[]).map(
    (name) => html`<div><dt>${icon(name)}${verdictWord(name, 1)}</dt><dd>${meanings[name]}</dd></div>`,
  );
  return html`<footer>
<details><summary>What the words mean</summary>
<dl class="words">${entries}
<div><dt>must, should, may</dt><dd>how sure a clause is: the model or a measurement; documentation or several reports; one report or an inference. Only must shuts the gate, unless the run asked for more</dd></div>
<div><dt>coverage</dt><dd>how many members of the request have any effect on the target</dd></div>
<div><dt>divergence</dt><dd>how many of the clauses that could be judged the target breaks</dd></div>
</dl></details>
<p>Made by ${tool.name} ${tool.version} from the record of the run. This page needs no network.</p>
</footer>`;
}
