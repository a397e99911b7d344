import { oneLine } from '../../harness/figures/visibleText.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { Scenario } from './buildScenario.ts';
import { type ClientHabits, findObstacles } from './findObstacles.ts';

const shown = 5;

/**
 * The comment that stands in place of a script where a client would refuse the finding's request or change it; null
 * where it sends all of the scenario as it stands. `sign` begins a comment line of the client's language.
 */
export function unsendable(scenario: Scenario, client: ClientHabits, sign: string): string | null {
  const { before, request, input } = scenario;
  const updates = before.filter(({ operation }) => operation === testedOperation).map(({ body }) => body);
  const obstacles = [request, ...updates].flatMap((body) => findObstacles(body, input, client));
  if (obstacles.length === 0) return null;
  const lines = [
    'This client cannot send the request unchanged:',
    ...obstacles.slice(0, shown).map((obstacle) => `- ${oneLine(obstacle)}`),
    ...(obstacles.length > shown ? [`And ${obstacles.length - shown} more.`] : []),
    'The script for curl sends it.',
  ];
  return `${lines.map((line) => `${sign} ${line}`).join('\n')}\n`;
}
