import type { Verdict } from '../../harness/record/record.ts';
import { html, type Markup, trusted } from './markup.ts';

/** What an icon can say; every icon stands beside a word that says it too. */
export type IconName = Verdict['kind'] | 'not-tested';

// Drawn on a 16 by 16 grid and distinguished by shape, not by colour.
const paths: Readonly<Record<IconName, string>> = {
  conforms: '<circle cx="8" cy="8" r="7"/><path d="m4.8 8.3 2.2 2.2 4.2-4.6"/>',
  deviates: '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/><path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"/>',
  undecided:
    '<circle cx="8" cy="8" r="7"/><path d="M6 6.2C6 5 6.9 4.3 8 4.3s2 .7 2 1.8c0 1.5-2 1.7-2 3.1"/><path d="M8 11.6v.1"/>',
  inconclusive: '<circle cx="8" cy="8" r="7"/><path d="M8 4.2V8l2.6 1.6"/>',
  unsupported: '<circle cx="8" cy="8" r="7"/><path d="M3.2 12.8 12.8 3.2"/>',
  skipped: '<circle cx="8" cy="8" r="7"/><path d="M5 5.2 8 8l-3 2.8M9 5.2 12 8l-3 2.8"/>',
  errored: '<path d="M8 1.2 15.2 14.4H.8z"/><path d="M8 6v4M8 12v.1"/>',
  'not-tested': '<circle cx="8" cy="8" r="7" stroke-dasharray="2 2.4"/>',
};

/** The drawings, once for each page. */
export const iconSheet: Markup = trusted(
  `<svg class="sheet" aria-hidden="true">${Object.entries(paths)
    .map(([name, path]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${path}</symbol>`)
    .join('')}</svg>`,
);

/** A drawing of the sheet. Readers of the page aloud hear the word beside it instead. */
export function icon(name: IconName): Markup {
  return html`<svg class="i ${name}" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
