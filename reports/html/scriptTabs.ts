import type { Reproductions } from '../reproduce.ts';
import { html, type Markup, textContent } from './markup.ts';
import type { PageText } from './packTexts.ts';

const titles: Readonly<Record<keyof Reproductions, string>> = {
  curl: 'curl',
  awsCli: 'AWS CLI',
  boto3: 'boto3',
  paws: 'paws (R)',
  javascript: 'JavaScript',
};

interface ClientScript {
  readonly client: keyof Reproductions;
  readonly script: PageText;
}

/** The scripts of one finding, one open at a time, each with a button that copies the whole of it. */
export function scriptTabs(anchor: string, scripts: readonly ClientScript[]): Markup {
  const places = scripts.map(({ script }) => (script.kind === 'packed' ? script.index : -1));
  // Most scripts are packed: the page's script makes their tabs when the finding is opened.
  return places.every((place) => place >= 0)
    ? html`<div class="tabs" data-scripts="${places.join(' ')}"></div>`
    : html`<div class="tabs">${scripts.map((each) => tab(anchor, each))}</div>`;
}

function tab(anchor: string, { client, script }: ClientScript): Markup {
  return html`<details name="${anchor}"><summary>${titles[client]}</summary>${tabContent(script)}</details>`;
}

function tabContent(script: PageText): Markup {
  switch (script.kind) {
    case 'whole':
      return html`${copy}<pre tabindex="0"><code>${textContent(script.text)}</code></pre>`;
    case 'packed':
      return html`${copy}<pre tabindex="0" data-script="${script.index}"><code></code></pre>`;
    case 'cut':
      return html`<pre tabindex="0"><code>${textContent(script.excerpt)}</code></pre><p class="note">Too long for this page: report.json has all of it.</p>`;
  }
}

const copy = html`<button type="button" class="copy">Copy</button>`;
