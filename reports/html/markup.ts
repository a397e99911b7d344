import { deflateRawSync } from 'node:zlib';
import { escapeInvisible } from '../../harness/figures/visibleText.ts';

/** A piece of a page that is HTML already. Only `html` and `trusted` make one, so nothing else goes in unescaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a page: text is escaped and made visible, markup is taken as it is, null leaves nothing. */
export type Content = string | number | Markup | null | readonly Content[];

/** A template whose values cannot leave their place: `` html`<b title="${text}">${text}</b>` ``. Quote attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: String.raw({ raw: strings }, ...values.map(renderContent)) };
}

/** Text of our own that is HTML already. Never for anything that a record holds. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Data for the page's script: JSON, deflated, in base 64, which the script unpacks. */
export function packedBlock(id: string, data: unknown): Markup {
  const packed = deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return { markup: `<script type="application/octet-stream" id="${id}">${packed}</script>` };
}

/** A text between tags, where quotation marks need no escape, which are a tenth of a page of JSON. */
export function textContent(text: string): Markup {
  return { markup: escapeInvisible(text).replace(/[&<>]/g, (character) => entities[character] ?? '') };
}

function renderContent(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string')
    return escapeInvisible(content).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  return isMarkup(content) ? content.markup : content.map(renderContent).join('');
}

function isMarkup(content: Markup | readonly Content[]): content is Markup {
  return 'markup' in content;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
