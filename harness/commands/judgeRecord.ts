import { dirname, join, resolve } from 'node:path';
import type { Basis } from '../../specs/clause.ts';
import { plural } from '../../specs/plural.ts';
import type { RunRecord, Verdict } from '../record/record.ts';
import { appendGate, readRecord, writeRecord } from '../record/recordFile.ts';
import { type Rejudged, rejudge, type VerdictChange } from '../record/rejudge.ts';
import { openGate } from '../session/openGate.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { printError } from './print.ts';

/** A record that was judged again, where it was written, and a summary of the changes. */
export interface JudgedRecord {
  readonly record: RunRecord;
  readonly out: string;
  readonly summary: string;
}

/** Judges the record that is the target again, offline, with the current oracle; nothing is sent, and the file is not changed. */
export function judgeRecord(settings: RunSettings, basis: Basis | undefined): JudgedRecord {
  const gate = openGate(settings, printError);
  const source = renameTarget(readRecord(settings.target), settings.targetName);
  const judged = rejudge(
    source,
    basis ?? source.header.basis,
    settings.confirmedOnly || source.header.confirmedOnly === true,
  );
  const beside = resolve(settings.out) === resolve(dirname(settings.target));
  const out = beside ? join(settings.out, 'judged-again') : settings.out;
  const path = join(out, 'record.jsonl');
  writeRecord(path, judged.record);
  const written = readRecord(path);
  const line = gate(written, true);
  appendGate(path, line);
  return { record: { ...written, gate: line }, out, summary: rejudgeSummary(judged) };
}

function renameTarget(record: RunRecord, name: string | undefined): RunRecord {
  const { header } = record;
  return name === undefined ? record : { ...record, header: { ...header, target: { ...header.target, id: name } } };
}

/** How many changes are printed; the record holds all. */
const maxPrinted = 20;

function rejudgeSummary({ changes, carriedOver, record }: Rejudged): string {
  const count = `${plural(record.footer.cases - carriedOver, 'case')} judged again`;
  const rest =
    carriedOver === 0 ? '' : `, ${carriedOver} kept as they were, because a record does not hold all that they need`;
  const result = changes.length === 0 ? 'no verdict changes' : `${plural(changes.length, 'verdict')} changed`;
  const title = `${count} by basis ${record.header.basis}${rest}: ${result}.`;
  const more = changes.length > maxPrinted ? [`  and ${changes.length - maxPrinted} more`] : [];
  return [title, ...changes.slice(0, maxPrinted).map(verdictChangeLine), ...more].join('\n');
}

function verdictChangeLine({ case: id, before, after }: VerdictChange): string {
  return `  ${id}: ${verdictText(before)} before, ${verdictText(after)} now`;
}

function verdictText(verdict: Verdict): string {
  if (verdict.kind !== 'deviates') return verdict.kind;
  const [first, ...others] = verdict.deviations;
  return `deviates (${first?.clause ?? ''} ${first?.kind ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`})`;
}
