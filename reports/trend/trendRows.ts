import { oneLine } from '../../harness/figures/visibleText.ts';
import { percent } from '../../specs/plural.ts';
import type { TrendPoint } from './buildTrend.ts';

/** The heads of the columns that `trendRows` fills. */
export const trendHeads = ['Run', 'Version', 'Coverage', 'Divergence', 'Findings', 'New', 'Gone'] as const;

/** A row of words for each point. */
export function trendRows(points: readonly TrendPoint[]): readonly (readonly string[])[] {
  return points.map(({ startedAt, version, coverage, divergence, findings, appeared, gone }) => [
    startedAt.slice(0, 16).replace('T', ' '),
    oneLine(version, 30),
    shareText(coverage),
    shareText(divergence),
    String(findings),
    appeared === null ? '' : String(appeared),
    gone === null ? '' : String(gone),
  ]);
}

function shareText(part: number | null): string {
  return part === null ? '–' : percent(part, 1);
}
