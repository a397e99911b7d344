import { testedOperation } from '../../specs/operation.ts';
import { htmlPage } from '../html/htmlPage.ts';
import { iconSheet } from '../html/icon.ts';
import { html } from '../html/markup.ts';
import { styles } from '../html/styles.ts';
import type { Board } from './board.ts';
import { boardScript } from './boardScript.ts';
import type { ScriptedFinding } from './boardScripts.ts';
import { boardStyles } from './boardStyles.ts';
import { boardFacts } from './html/boardFacts.ts';
import { controlSection } from './html/controlSection.ts';
import { errorSection } from './html/errorSection.ts';
import { groupSection } from './html/groupSection.ts';
import { memberSection } from './html/memberSection.ts';
import { movementSection } from './html/movementSection.ts';
import { omissionSection } from './html/omissionSection.ts';
import { overviewSection } from './html/overviewSection.ts';
import { targetSections } from './html/targetSections.ts';

/** The board as a page that opens from disk and needs no network. `scripts` are by the target's name. */
export function boardHtml(board: Board, scripts: ReadonlyMap<string, readonly ScriptedFinding[]>): string {
  const title = `Cognito emulators: conformance of ${testedOperation}`;
  return htmlPage(
    { title, styles: `${styles}${boardStyles}`, script: boardScript },
    html`<a class="skip" href="#targets">Skip to the targets</a>
${iconSheet}
<main>
${boardFacts(board)}
<nav aria-label="Parts of the board"><a href="#targets">Targets</a><a href="#groups">Clauses</a><a href="#members">Members</a><a href="#errors">Errors</a><a href="#omitted">Reset or kept</a><a href="#movement">Movement</a><a href="#controls">Controls</a><a href="#findings">Findings</a></nav>
${overviewSection(board)}
${groupSection(board)}
${memberSection(board)}
${errorSection(board)}
${omissionSection(board)}
${movementSection(board)}
${controlSection(board)}
${targetSections(board, scripts)}
</main>
<footer><p>Made by poolproof ${board.tool.version} from the records of ${board.targets.length} targets. This page needs no network.</p></footer>`,
  );
}
