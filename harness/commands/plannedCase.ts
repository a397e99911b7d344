import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { readCorpus } from '../corpus/corpusFolder.ts';
import { corpusLanes } from '../corpus/corpusLanes.ts';
import type { Lane } from '../plan/plan.ts';
import type { RunRecord } from '../record/record.ts';
import { didYouMean } from '../settings/nearest.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { UserError } from '../userError.ts';
import { lanesFor } from './runCommand.ts';

/** What a run was told besides its plan, and has to be told again before such cases are sent. */
export type ToldAgain = Pick<RunSettings, 'burst' | 'corpus'>;

/** The case of a record by its id, from the plan of the run, or from the corpus folder that the run was given. */
export function plannedCase(record: RunRecord, id: string, told: ToldAgain): Case {
  return id.startsWith('corpus/') ? keptCase(record, id, told) : caseOfPlan(record, id, told);
}

function caseOfPlan({ header, cases }: RunRecord, id: string, { burst }: ToldAgain): Case {
  const updates = burstOf(id);
  if (updates !== undefined) requireBurst(updates, burst);
  const lanes = lanesFor({ ...header, burst, only: header.only ?? undefined, target: header.target.kind });
  const found = caseIn(lanes, id);
  if (found !== undefined) return found;
  throw new UserError(
    'no-such-case',
    `The record has no case "${id}".`,
    `Its cases are the lines with "line":"case".${didYouMean(
      id,
      [...cases].map((one) => one.id),
    )}`,
  );
}

function keptCase({ header }: RunRecord, id: string, { corpus }: ToldAgain): Case {
  const usual = header.corpus ?? '<folder>';
  if (corpus === undefined) {
    throw new UserError(
      'missing-option',
      `The case "${id}" comes from a corpus folder, and none was given.`,
      `Give --corpus ${usual}.`,
    );
  }
  const entries = readCorpus(corpus);
  const lanes = corpusLanes(entries, contractOf(header.edition, header.basis), { phases: header.phases });
  const found = caseIn(lanes, id);
  if (found !== undefined) return found;
  const known = entries.map(({ name }) => `corpus/${name}`);
  throw new UserError(
    'no-such-case',
    `The corpus "${corpus}" has no case "${id}" for the phases of the record.`,
    `Give the folder that the run had with --corpus.${didYouMean(id, known)}`,
  );
}

function caseIn(lanes: readonly Lane[], id: string): Case | undefined {
  for (const lane of lanes) for (const one of lane.cases) if (one.id === id) return one;
  return undefined;
}

/** How many updates a case sends at one moment by its id; undefined for one that is no burst. */
export function burstOf(id: string): number | undefined {
  const updates = /^errors\/burst\/(\d+)$/.exec(id)?.[1];
  return updates === undefined ? undefined : Number(updates);
}

/** Many updates at one moment are sent to nobody who does not ask for just that. */
export function requireBurst(updates: number, burst: number): void {
  if (burst === updates) return;
  throw new UserError(
    'missing-option',
    `The case is a burst of ${updates} updates, and ${burst === 0 ? 'no --burst was given' : `--burst says ${burst}`}.`,
    `Give --burst ${updates}.`,
  );
}
