import { brokenLinks } from './brokenLinks.ts';
import { type Document, documents } from './documents.ts';
import { fillGenerated } from './generatedParts.ts';
import { missingPaths } from './missingPaths.ts';
import { wrongCommands } from './wrongCommands.ts';

/** The largest README: what is longer belongs into docs/. Bytes. */
const readmeLimit = 6 * 1024;

/** What is wrong with the pages: stale generated parts, dead links, missing files, commands that are none. */
export function docsProblems(pages: readonly Document[] = documents()): readonly string[] {
  return pages.flatMap((page) => [
    ...(fillGenerated(page.text) === page.text
      ? []
      : [`${page.path}: its generated parts are stale; run npm run docs`]),
    ...brokenLinks(page),
    ...missingPaths(page),
    ...wrongCommands(page),
    ...(page.path === 'README.md' && Buffer.byteLength(page.text) > readmeLimit
      ? [`README.md has ${Buffer.byteLength(page.text)} bytes, more than ${readmeLimit}`]
      : []),
  ]);
}
