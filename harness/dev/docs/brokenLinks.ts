import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '../sourceFiles.ts';
import type { Document } from './documents.ts';

/** The links of a page to files, folders and headings of the repository that are not there. */
export function brokenLinks({ path, text }: Document): readonly string[] {
  return [...text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(path, target))
    .map((target) => `${path}: the link ${target} leads nowhere`);
}

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const place = join(root, file === '' ? from : normalize(join(dirname(from), file)));
  if (!existsSync(place)) return false;
  if (anchor === undefined) return true;
  return statSync(place).isFile() && headingsOf(readFileSync(place, 'utf8')).includes(anchor);
}

/** The anchors that GitHub gives to headings. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
