import type { RunRecord } from '../../harness/record/record.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import type { Board, TargetFacts } from './board.ts';
import type { BoardEntry } from './boardEntry.ts';
import { type BoardParts, buildBoard } from './buildBoard.ts';

/** A target of the fixture. */
export const facts: TargetFacts = {
  name: 'alpha',
  version: '1.0.0',
  newest: '1.1.0',
  licence: 'MIT',
  homepage: 'https://example.com/alpha',
  byHand: 'npm install alpha@1.0.0\nalpha',
  address: 'http://127.0.0.1:9229',
  builtOn: null,
  note: null,
};
const file = { file: 'alpha.jsonl.gz', sha256: 'a'.repeat(64), bytes: 10 };

/** The fixture's record as a target's run. */
export function tested(change: Partial<TargetFacts> = {}, record: RunRecord = fixtureRecord): BoardEntry {
  return { facts: { ...facts, ...change }, kind: 'tested', record, file };
}

/** A board of some runs. */
export function boardOf(
  entries: readonly BoardEntry[],
  previous: Board | null = null,
  parts: Partial<BoardParts> = {},
): Board {
  return buildBoard({
    tool: { name: 'poolproof', version: '0.1.0' },
    edition: '2026-11-13',
    basis: 'observed',
    seed: 42,
    phases: ['examples'],
    generatedAt: '2026-11-28T00:00:00.000Z',
    entries,
    controls: [{ name: 'mock', expected: 'no finding', findings: 0, passed: true }],
    machine: { system: 'Linux 6.1', processor: 'a processor', cores: 2, memory: 24, node: '24.21.0' },
    durationMs: 1000,
    memoryPeak: 300 * 2 ** 20,
    previous,
    ...parts,
  });
}
