import type { Movement } from './board.ts';

/** A movement in a few words: `better: 3 gone`. */
export function movementText({ kind, added, removed }: Movement): string {
  switch (kind) {
    case 'first':
      return 'first board';
    case 'new':
      return 'new on the board';
    case 'unchanged':
      return 'unchanged';
    case 'better':
      return `better: ${removed.length} gone`;
    case 'worse':
      return `worse: ${added.length} new`;
    case 'mixed':
      return `${added.length} new, ${removed.length} gone`;
  }
}
