import type { BoardEntry, TargetFacts } from '../../reports/board/index.ts';
import type { RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { compressRecord } from './compressRecord.ts';
import type { PreparedTarget } from './prepareTarget.ts';
import type { TargetRun } from './runTarget.ts';

/** What the board knows about a target and its run; the record stays in its file, a compressed copy is made beside it. */
export function boardEntry({ target, version, newest }: PreparedTarget, run: TargetRun): BoardEntry {
  const { name, licence, homepage, byHand, address, builtOn, note } = target;
  const facts: TargetFacts = {
    name,
    version,
    newest,
    licence,
    homepage,
    byHand,
    address,
    builtOn: builtOn ?? null,
    note: note ?? null,
  };
  if (run.kind === 'failed') return { facts, kind: 'not-tested', reason: run.reason };
  const record = readRecord(run.record);
  const noted = { ...facts, note: noteOn(record, facts.note) };
  return { facts: noted, kind: 'tested', record, file: compressRecord(run.record, name) };
}

function noteOn({ footer }: RunRecord, note: string | null): string | null {
  if (footer.interrupted === null) return note;
  const ended = `Its run was ended by hand after ${footer.cases} cases, so some of its scripts are longer than need be.`;
  return note === null ? ended : `${note} ${ended}`;
}
