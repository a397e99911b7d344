import { markdownText } from '../text/markdownText.ts';
import type { Board, Movement } from './board.ts';
import { movementText } from './movementText.ts';
import { testedRows } from './testedRows.ts';

/** What has to be looked at: wrong controls and targets that moved, as the text of an issue; '' if there is nothing. */
export function movementMarkdown(board: Board): string {
  const controls = board.controls
    .filter(({ passed }) => !passed)
    .map(
      ({ name, expected }) =>
        `- Control ${name}: expected ${expected}, came out otherwise. The board was not published.`,
    );
  const moved = testedRows(board)
    .filter(({ movement }) => isMove(movement))
    .map(
      ({ name, version, movement }) =>
        `- ${markdownText(`${name} ${version ?? ''}`)}: ${movementText(movement)}${idLines(movement)}`,
    );
  const gone = board.gone.map((name) => `- ${markdownText(name)}: gone`);
  const lines = [...controls, ...moved, ...gone];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function isMove({ kind }: Movement): boolean {
  return kind !== 'first' && kind !== 'unchanged';
}

const mostIds = 20;

function idLines({ added, removed }: Movement): string {
  return [
    ...added.slice(0, mostIds).map((id) => `\n  - new: ${markdownText(id)}`),
    ...removed.slice(0, mostIds).map((id) => `\n  - gone: ${markdownText(id)}`),
  ].join('');
}
