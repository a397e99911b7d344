import { type Content, html, trusted } from './markup.ts';
import { pagePolicy } from './pagePolicy.ts';

/** What a page is made of besides its body. */
export interface PageParts {
  readonly title: string;
  /** CSS of our own. */
  readonly styles: string;
  /** JavaScript of our own, if the page has any. */
  readonly script?: string;
}

/**
 * A whole HTML document that opens from disk and needs no network. Should a value ever leave its place, the browser still runs nothing
 * but the page's own script.
 */
export function htmlPage({ title, styles, script }: PageParts, ...body: readonly Content[]): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(styles, script)}">
<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
${body}${
  script === undefined
    ? null
    : html`
<script>${trusted(script)}</script>`
}
</body>
</html>
`;
  return page.markup;
}
