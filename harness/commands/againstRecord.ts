import { join, resolve } from 'node:path';
import { plural } from '../../specs/plural.ts';
import { chosenFrom } from '../plan/caseList.ts';
import type { Lane } from '../plan/plan.ts';
import { type AnswerDifference, against, type Comparison } from '../record/against.ts';
import type { RunRecord } from '../record/record.ts';
import { readRecord, writeWhole } from '../record/recordFile.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { UserError } from '../userError.ts';
import { printResult } from './print.ts';

/** A recorded run whose cases are sent to another target. */
export interface Recording {
  readonly record: RunRecord;
  readonly path: string;
}

/** The recording that the settings name; undefined where they name none. Its own file must not be written over. */
export function recordingFor({ against: path, out }: RunSettings): Recording | undefined {
  if (path === undefined) return undefined;
  if (resolve(path) === resolve(out, 'record.jsonl')) {
    throw new UserError(
      'wrong-setting',
      `The run would write its record over "${path}".`,
      'Give another folder with --out.',
    );
  }
  return { record: readRecord(path), path };
}

/** The settings by which the recorded run planned its cases, over those of this one. */
export function settingsOf({ record: { header } }: Recording, settings: RunSettings): RunSettings {
  const { edition, basis, seed, region, phases, cases, only } = header;
  return { ...settings, edition, basis, seed, region, phases, cases, only: only ?? undefined };
}

/** The planned cases that the recording has, in their lanes. */
export function lanesOfRecording({ record }: Recording, lanes: readonly Lane[]): readonly Lane[] {
  const ids = new Set<string>();
  for (const { id } of record.cases) ids.add(id);
  return lanes
    .map((lane) => ({ ...lane, cases: chosenFrom(lane.cases, ({ id }) => ids.has(id)) }))
    .filter(({ cases }) => cases.length > 0);
}

/** Compares the run in the out folder with the recording, and tells; 1 where the recording decides against the target. */
export function compareWithRecording({ record, path }: Recording, { out }: RunSettings): 0 | 1 {
  const comparison = against(record, readRecord(join(out, 'record.jsonl')));
  writeWhole(join(out, 'against.json'), `${JSON.stringify({ recording: path, ...comparison }, undefined, 2)}\n`);
  const decided = comparison.differences.filter(({ decidedBy }) => decidedBy === 'recording');
  printResult(toldOf(comparison, decided, `${path} (${record.header.target.id})`));
  return decided.length === 0 ? 0 : 1;
}

/** Differences that are printed; against.json has them all. */
const most = 20;

function toldOf(
  { alike, differences, incomparable, unplanned }: Comparison,
  decided: readonly AnswerDifference[],
  name: string,
): string {
  const lines = decided.slice(0, most).map(differenceLine);
  return [
    '',
    `Against ${name}: ${plural(alike, 'case')} alike.`,
    `${plural(differences.length - decided.length, 'difference')} where the contract decides: the findings tell who is right.`,
    `${plural(decided.length, 'difference')} where the contract is silent, so that the recording decides.`,
    ...lines,
    ...(decided.length > most ? [`  and ${decided.length - most} more in against.json`] : []),
    ...(incomparable === 0 ? [] : [`${plural(incomparable, 'case')} cannot be compared: one side gave no answer.`]),
    ...(unplanned === 0 ? [] : [`${plural(unplanned, 'recorded case')} are not planned by this version.`]),
  ].join('\n');
}

function differenceLine({ case: id, recorded, here, state }: AnswerDifference): string {
  if (state.length === 0) return `  ${id}: ${recorded} there, ${here} here`;
  return `  ${id}: ${here} on both, and then unlike in ${state.map(({ member }) => member).join(', ')}`;
}
