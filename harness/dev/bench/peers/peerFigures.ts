import { type BenchFigure, quantile } from '../benchFigure.ts';
import type { PeerRun } from './peerRun.ts';

/** The runs of both tools on the same mutants, in the same order. */
export interface PeerRuns {
  readonly ours: readonly PeerRun[];
  readonly theirs: readonly PeerRun[];
  /** How much each said of the faultless server. */
  readonly faultless: { readonly ours: number; readonly theirs: number };
  /** `Schemathesis 4.32.5`. */
  readonly peer: string;
}

/** Both tools side by side, then what ours costs over what the peer costs, with the marks. */
export function peerFigures({ ours, theirs, faultless, peer }: PeerRuns): readonly BenchFigure[] {
  const ratio = (what: Cost) => total(ours, what) / total(theirs, what);
  const over = `poolproof over ${peer}`;
  return [
    row('poolproof: findings on the faultless server', faultless.ours, '', { kind: 'at most', value: 0 }),
    row('poolproof: mutants told apart', shareOf(ours, 'toldApart'), ` % of ${ours.length}`, {
      kind: 'at least',
      value: 100,
    }),
    ...toolRows('poolproof', ours),
    row(`${peer}: findings on the faultless server`, faultless.theirs, ''),
    row(`${peer}: mutants told apart`, shareOf(theirs, 'toldApart'), ` % of ${theirs.length}`),
    ...toolRows(peer, theirs),
    row(`requests, ${over}`, ratio('requests'), '', { kind: 'at most', value: 1 }),
    row(`wall time, ${over}`, ratio('wallMs'), '', { kind: 'at most', value: 0.5 }),
  ];
}

type Cost = 'requests' | 'wallMs';

function toolRows(who: string, runs: readonly PeerRun[]): readonly BenchFigure[] {
  return [
    row(`${who}: mutants whose member a finding names`, shareOf(runs, 'named'), ` % of ${runs.length}`),
    row(`${who}: requests, all mutants`, total(runs, 'requests'), ''),
    row(`${who}: requests, median`, median(runs, 'requests'), ''),
    row(`${who}: wall time, all mutants`, total(runs, 'wallMs') / 1000, ' s'),
    row(`${who}: wall time, median`, median(runs, 'wallMs') / 1000, ' s'),
  ];
}

function shareOf(runs: readonly PeerRun[], what: 'toldApart' | 'named'): number {
  return (runs.filter((run) => run[what]).length / runs.length) * 100;
}

function median(runs: readonly PeerRun[], what: Cost): number {
  const costs = runs.map((run) => run[what]);
  return quantile(costs, 0.5);
}

function row(what: string, value: number, unit: string, mark: BenchFigure['mark'] = null): BenchFigure {
  return { bench: 'peers', what, value, unit, mark };
}

function total(runs: readonly PeerRun[], what: Cost): number {
  return runs.reduce((sum, run) => sum + run[what], 0);
}
