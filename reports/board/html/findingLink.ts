import type { Level } from '../../../specs/evidence.ts';
import { html, type Markup } from '../../html/markup.ts';
import { findingAnchor } from '../anchors.ts';

/** A level that links to the finding that it is of; the text follows the level. */
export function findingLink(
  target: string,
  { level, finding }: { readonly level: Level | null; readonly finding: string | null },
  text: string,
): Markup {
  if (level === null || finding === null) return html`${text}`;
  return html`<span class="level ${level}">${level}</span><a href="#${findingAnchor(target, finding)}">${text}</a>`;
}
