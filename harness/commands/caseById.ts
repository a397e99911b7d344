import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { corpusLanes } from '../corpus/corpusLanes.ts';
import { readCorpus } from '../corpus/readCorpus.ts';
import type { Lane } from '../plan/plan.ts';
import type { RunRecord } from '../record/record.ts';
import { planLanes } from '../session/planLanes.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { UserError } from '../userError.ts';

/** Options of a run that its record does not hold, so that they have to be given again. */
export type RepeatedOptions = Pick<RunSettings, 'burst' | 'corpus'>;

/** The case of a record by its id, from the plan of the run or from its corpus folder. */
export function caseById(record: RunRecord, id: string, options: RepeatedOptions): Case {
  return id.startsWith('corpus/') ? corpusCase(record, id, options) : regeneratedCase(record, id, options);
}

function regeneratedCase({ header, cases }: RunRecord, id: string, { burst }: RepeatedOptions): Case {
  const updates = burstOf(id);
  if (updates !== undefined) requireBurst(updates, burst);
  const lanes = planLanes({ ...header, burst, only: header.only ?? undefined, target: header.target.kind });
  const found = caseInLanes(lanes, id);
  if (found !== undefined) return found;
  throw new UserError(
    'no-such-case',
    `The record has no case "${id}".`,
    `Its cases are the lines with "line":"case".${didYouMean(
      id,
      [...cases].map((line) => line.id),
    )}`,
  );
}

function corpusCase({ header }: RunRecord, id: string, { corpus }: RepeatedOptions): Case {
  const folder = header.corpus ?? '<folder>';
  if (corpus === undefined) {
    throw new UserError(
      'missing-option',
      `The case "${id}" comes from a corpus folder, and none was given.`,
      `Give --corpus ${folder}.`,
    );
  }
  const entries = readCorpus(corpus);
  const lanes = corpusLanes(entries, contractOf(header.edition, header.basis), { phases: header.phases });
  const found = caseInLanes(lanes, id);
  if (found !== undefined) return found;
  const known = entries.map(({ name }) => `corpus/${name}`);
  throw new UserError(
    'no-such-case',
    `The corpus "${corpus}" has no case "${id}" for the phases of the record.`,
    `Give the folder that the run had with --corpus.${didYouMean(id, known)}`,
  );
}

function caseInLanes(lanes: readonly Lane[], id: string): Case | undefined {
  for (const lane of lanes) for (const testCase of lane.cases) if (testCase.id === id) return testCase;
  return undefined;
}

/** How many updates a case sends at once, read from its id; undefined for a case that is not a burst. */
export function burstOf(id: string): number | undefined {
  const updates = /^errors\/burst\/(\d+)$/.exec(id)?.[1];
  return updates === undefined ? undefined : Number(updates);
}

/** Throws a UserError unless the burst was asked for explicitly: it may throttle the target. */
export function requireBurst(updates: number, burst: number): void {
  if (burst === updates) return;
  throw new UserError(
    'missing-option',
    `The case is a burst of ${updates} updates, and ${burst === 0 ? 'no --burst was given' : `--burst is ${burst}`}.`,
    `Give --burst ${updates}.`,
  );
}
