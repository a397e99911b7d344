import { testedOperation } from '../../specs/operation.ts';
import { htmlPage } from './htmlPage.ts';
import { iconSheet } from './icon.ts';
import { type Content, html } from './markup.ts';
import { styles } from './styles.ts';

/** A page of its own without scripts, in the style of report.html; it needs no network. */
export function plainPage(title: string, ...content: readonly Content[]): string {
  return htmlPage(
    { title, styles },
    html`${iconSheet}
<main>
<header class="masthead"><p class="brand">poolproof <span>conformance of ${testedOperation}</span></p>
<h1>${title}</h1></header>
${content}
</main>
<footer><p>Made by poolproof from the records of runs. This page needs no network.</p></footer>`,
  );
}
