import { testedOperation } from '../../specs/operation.ts';
import { iconSheet } from './icon.ts';
import { type Content, html, trusted } from './markup.ts';
import { pagePolicy } from './pagePolicy.ts';
import { styles } from './styles.ts';

/** A page of its own without scripts, in the style of report.html; it needs no network. */
export function plainPage(title: string, ...content: readonly Content[]): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
${iconSheet}
<main>
<header class="masthead"><p class="brand">poolproof <span>conformance of ${testedOperation}</span></p>
<h1>${title}</h1></header>
${content}
</main>
<footer><p>Made by poolproof from the records of runs. This page needs no network.</p></footer>
</body>
</html>
`;
  return page.markup;
}

const policy = pagePolicy(styles);
