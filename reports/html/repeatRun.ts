import { worstFirst } from '../../harness/figures/worstFirst.ts';
import type { RunRecord } from '../../harness/record/record.ts';
import { replayCommandLine, runArguments } from '../text/commands.ts';
import { html, type Markup } from './markup.ts';

/** The commands that give the same cases again and that send one finding again. */
export function repeatRun(record: RunRecord, program: string): Markup {
  const [worst] = worstFirst(record.findings);
  const again = [program, ...runArguments(record.header)].join(' \\\n  ');
  return html`<section id="repeat" aria-labelledby="repeat-title">
<h2 id="repeat-title">Run it again</h2>
<p class="lead">The same seed, edition and target give the same cases.</p>
<div class="command"><button type="button" class="copy">Copy</button><pre tabindex="0"><code>${again}</code></pre></div>
${
  worst === undefined
    ? null
    : html`<p>The worst finding alone; the id of any other stands at its end:</p>
<div class="command"><button type="button" class="copy">Copy</button><pre tabindex="0"><code>${replayCommandLine(worst, record, program)}</code></pre></div>`
}
</section>`;
}
