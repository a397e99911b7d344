import { dirname, join, resolve } from 'node:path';
import type { Basis } from '../../specs/clause.ts';
import { plural } from '../../specs/plural.ts';
import type { RunRecord, Verdict } from '../record/record.ts';
import { appendGate, readRecord, writeRecord } from '../record/recordFile.ts';
import { type Rejudged, rejudge, type VerdictChange } from '../record/rejudge.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { openGate } from './openGate.ts';

/** A record that was judged again, where it was written, and what changed in words. */
export interface JudgedRecord {
  readonly record: RunRecord;
  readonly out: string;
  readonly told: string;
}

/** Judges the record that is the target again, offline, with today's oracle; nothing is sent, and the record stays as it is. */
export function judgeRecord(settings: RunSettings, basis: Basis | undefined): JudgedRecord {
  const gate = openGate(settings);
  const source = renamed(readRecord(settings.target), settings.targetName);
  const judged = rejudge(source, basis ?? source.header.basis);
  const beside = resolve(settings.out) === resolve(dirname(settings.target));
  const out = beside ? join(settings.out, 'judged-again') : settings.out;
  const path = join(out, 'record.jsonl');
  writeRecord(path, judged.record);
  const written = readRecord(path);
  const line = gate(written, true);
  appendGate(path, line);
  return { record: { ...written, gate: line }, out, told: toldOf(judged) };
}

function renamed(record: RunRecord, name: string | undefined): RunRecord {
  const { header } = record;
  return name === undefined ? record : { ...record, header: { ...header, target: { ...header.target, id: name } } };
}

/** Changes that are printed; the record has them all. */
const most = 20;

function toldOf({ changes, takenOver, record }: Rejudged): string {
  const count = `${plural(record.footer.cases - takenOver, 'case')} judged again`;
  const rest = takenOver === 0 ? '' : `, ${takenOver} taken over as they were, for a record does not hold all of them`;
  const result = changes.length === 0 ? 'no verdict changes' : `${plural(changes.length, 'verdict')} changed`;
  const title = `${count} by basis ${record.header.basis}${rest}: ${result}.`;
  const more = changes.length > most ? [`  and ${changes.length - most} more`] : [];
  return [title, ...changes.slice(0, most).map(changeLine), ...more].join('\n');
}

function changeLine({ case: id, before, after }: VerdictChange): string {
  return `  ${id}: ${inWords(before)} before, ${inWords(after)} now`;
}

function inWords(verdict: Verdict): string {
  if (verdict.kind !== 'deviates') return verdict.kind;
  const [first, ...others] = verdict.deviations;
  return `deviates (${first?.clause ?? ''} ${first?.kind ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`})`;
}
