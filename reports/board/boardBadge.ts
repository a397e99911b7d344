import { testedOperation } from '../../specs/operation.ts';
import { percent } from '../../specs/plural.ts';
import type { TestedRow } from './board.ts';

/** The badge of a target, for an endpoint badge of shields.io. */
export function boardBadge({ name, version, divergence }: TestedRow): string {
  const { judged, deviating } = divergence;
  const label = `${testedOperation}, ${name} ${version ?? ''}`.trim();
  const message = judged === 0 ? 'not judged' : `${percent(judged - deviating, judged)} of ${judged} clauses`;
  const color = judged === 0 ? 'lightgrey' : deviating === 0 ? 'brightgreen' : 'red';
  return `${JSON.stringify({ schemaVersion: 1, label, message, color, ...(deviating > 0 ? { isError: true } : {}) })}\n`;
}
