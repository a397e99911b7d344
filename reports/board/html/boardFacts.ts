import { testedOperation } from '../../../specs/operation.ts';
import { plural } from '../../../specs/plural.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Board } from '../board.ts';
import { boardMemory, boardTime } from '../effortText.ts';
import { testedRows } from '../testedRows.ts';

/** The head of the page: what was tested, when, and on what. */
export function boardFacts(board: Board): Markup {
  const { generatedAt, tool, edition, basis, seed, machine, targets } = board;
  const memory = boardMemory(board);
  const facts: readonly (readonly [string, string])[] = [
    ['Date', generatedAt.slice(0, 10)],
    ['poolproof', tool.version],
    ['Contract', `${edition}, ${basis}`],
    ['Seed', String(seed)],
    [
      'Machine',
      `${machine.processor}, ${plural(machine.cores, 'core')}, ${machine.memory} GiB, ${machine.system}, Node ${machine.node}`,
    ],
    ['Time', boardTime(board)],
    ...(memory === null ? [] : [['Memory', memory] as const]),
  ];
  return html`<header class="masthead"><p class="brand">poolproof <span>conformance of ${testedOperation}</span></p>
<h1>Which Cognito emulators behave like Cognito?</h1>
<p class="verdict">${plural(testedRows(board).length, 'emulator')} of ${targets.length} were tested with the same cases. Find yours below: its worst cause links to a script that shows it.</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>`;
}
