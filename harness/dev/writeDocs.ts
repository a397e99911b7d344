import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './docs/documents.ts';
import { fillGenerated } from './docs/generatedParts.ts';
import { root } from './sourceFiles.ts';

// `npm run docs`: rewrites the generated parts of every page.
for (const { path, text } of documents()) writeFileSync(join(root, path), fillGenerated(text));
