import { join, resolve } from 'node:path';
import { plural } from '../../specs/plural.ts';
import { filterCases } from '../plan/caseList.ts';
import type { Lane } from '../plan/plan.ts';
import { type AnswerDifference, type Comparison, compareAnswers } from '../record/compareAnswers.ts';
import type { RunRecord } from '../record/record.ts';
import { readRecord, readWholeRecord, writeFileAtomically } from '../record/recordFile.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { UserError } from '../userError.ts';
import { printResult } from './print.ts';

/** A recorded run whose cases are sent to another target. */
export interface Recording {
  readonly record: RunRecord;
  readonly path: string;
}

/** The recording that the settings name; undefined where they name none. Refuses to overwrite the recording itself. */
export function recordingFor({ against: path, out }: RunSettings): Recording | undefined {
  if (path === undefined) return undefined;
  if (resolve(path) === resolve(out, 'record.jsonl')) {
    throw new UserError(
      'wrong-setting',
      `The run would overwrite "${path}" with its own record.`,
      'Choose another folder with --out.',
    );
  }
  return { record: readWholeRecord(path), path };
}

/** The settings of this run, with those that the recorded run planned its cases by. */
export function settingsOfRecording({ record: { header } }: Recording, settings: RunSettings): RunSettings {
  const { edition, basis, seed, region, phases, cases, only } = header;
  return { ...settings, edition, basis, seed, region, phases, cases, only: only ?? undefined };
}

/** The planned cases that the recording has, in their lanes. */
export function lanesOfRecording({ record }: Recording, lanes: readonly Lane[]): readonly Lane[] {
  const ids = new Set<string>();
  for (const { id } of record.cases) ids.add(id);
  return lanes
    .map((lane) => ({ ...lane, cases: filterCases(lane.cases, ({ id }) => ids.has(id)) }))
    .filter(({ cases }) => cases.length > 0);
}

/**
 * Compares the run in the out folder with the recording and prints the result; 1 where the recording decides against the target.
 * `given` are the settings without those of the recording, and `leftOut` counts the planned cases that the recording does not have.
 */
export function compareWithRecording(
  { record, path }: Recording,
  { out }: RunSettings,
  given: RunSettings,
  leftOut: number,
): 0 | 1 {
  const comparison = compareAnswers(record, readRecord(join(out, 'record.jsonl')));
  writeFileAtomically(
    join(out, 'against.json'),
    `${JSON.stringify({ recording: path, ...comparison }, undefined, 2)}\n`,
  );
  const decided = comparison.differences.filter(({ decidedBy }) => decidedBy === 'recording');
  printResult(recordingComparisonText(comparison, decided, `${path} (${record.header.target.id})`));
  for (const line of [
    ...contractLines(record.header, given),
    ...choiceLines(record.header, given),
    ...leftOutLines(leftOut),
  ])
    printResult(line);
  return decided.length === 0 ? 0 : 1;
}

/** How many differences are printed; against.json holds all. */
const maxPrinted = 20;

function recordingComparisonText(
  { alike, differences, incomparable, unplanned }: Comparison,
  decided: readonly AnswerDifference[],
  name: string,
): string {
  const lines = decided.slice(0, maxPrinted).map(differenceLine);
  return [
    '',
    `Compared with ${name}: ${plural(alike, 'case')} the same.`,
    `${plural(differences.length - decided.length, 'difference')} where the contract decides: see the findings of both.`,
    `${plural(decided.length, 'difference')} where the contract is silent and the recording decides.`,
    ...lines,
    ...(decided.length > maxPrinted ? [`  and ${decided.length - maxPrinted} more in against.json`] : []),
    ...(incomparable === 0 ? [] : [`${plural(incomparable, 'case')} cannot be compared: one side gave no answer.`]),
    ...(unplanned === 0 ? [] : [`${plural(unplanned, 'recorded case')} are not planned by this version.`]),
  ].join('\n');
}

// Figures of runs that are judged by two contracts differ for that reason alone.
function contractLines({ edition, basis }: RunRecord['header'], given: RunSettings): readonly string[] {
  if (edition === given.edition && basis === given.basis) return [];
  return [
    `The recording was judged by edition ${edition} and basis ${basis}, and so was this run, not by edition ${given.edition} and basis ${given.basis}: its figures differ from those of other runs for that reason alone.`,
  ];
}

// A choice of cases that is given beside a recording would else be ignored in silence.
function choiceLines(header: RunRecord['header'], { only, phases }: RunSettings): readonly string[] {
  const lacking = header.phases.filter((phase) => !phases.includes(phase));
  const options = [
    ...(only === undefined || only === header.only ? [] : [`--only ${only}`]),
    ...(lacking.length === 0 ? [] : [`--phases ${phases.join(',')}`]),
  ];
  if (options.length === 0) return [];
  return [`All cases of the recording were sent: ${options.join(' and ')} does not choose among them.`];
}

function leftOutLines(leftOut: number): readonly string[] {
  return leftOut === 0 ? [] : [`${plural(leftOut, 'planned case')} left out: the recording does not have them.`];
}

function differenceLine({ case: id, recorded, here, state }: AnswerDifference): string {
  if (state.length === 0) return `  ${id}: ${recorded} in the recording, ${here} now`;
  return `  ${id}: ${here} on both, but the resulting state differs in ${state.map(({ member }) => member).join(', ')}`;
}
