// The board is made from a checkout alone, so it has an entry of its own and stays out of the package.
export type { Board, ControlRow, Machine, RecordFile, TargetFacts } from './board.ts';
export { boardBadge } from './boardBadge.ts';
export type { BoardEntry } from './boardEntry.ts';
export { boardHtml } from './boardHtml.ts';
export { boardMarkdown } from './boardMarkdown.ts';
export { boardScripts } from './boardScripts.ts';
export { buildBoard } from './buildBoard.ts';
export { boardEffort } from './effortText.ts';
export { movementMarkdown } from './movementMarkdown.ts';
