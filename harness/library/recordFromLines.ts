import type { RunRecord } from '../record/record.ts';
import type { RecordLine } from '../record/recordLine.ts';

type Kind = RecordLine['line'];

/** A record of the lines that a run wrote, from header to footer. Throws where a run ended without either. */
export function recordFromLines(lines: readonly RecordLine[]): RunRecord {
  const [header] = linesOf(lines, 'header');
  const [footer] = linesOf(lines, 'footer');
  if (header === undefined || footer === undefined) throw new Error('A run ended without header or footer.');
  const [probe] = linesOf(lines, 'probe');
  const pools = linesOf(lines, 'pool');
  return {
    header,
    ...(probe === undefined ? {} : { probe }),
    ...(pools.length === 0 ? {} : { pools }),
    cases: linesOf(lines, 'case'),
    findings: linesOf(lines, 'finding'),
    footer,
  };
}

function linesOf<K extends Kind>(lines: readonly RecordLine[], kind: K): readonly Extract<RecordLine, { line: K }>[] {
  return lines.filter((line): line is Extract<RecordLine, { line: K }> => line.line === kind);
}
