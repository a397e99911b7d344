import type { Finding, RunRecord } from '../../harness/record/record.ts';
import { reproduce } from '../reproduce.ts';
import type { TestedRow } from './board.ts';

/** A finding that a cell of the board links to, with a script that shows it. */
export interface ScriptedFinding {
  readonly finding: Finding;
  /** For bash with curl. */
  readonly script: string;
}

/**
 * The findings that the cells of a row link to, in the order of the record's worst cause. Their scripts are sent to the target's usual
 * address, and say how it is started there: the command of the run names folders that a reader does not have.
 */
export function boardScripts(row: TestedRow, record: RunRecord): readonly ScriptedFinding[] {
  const linked = new Set(
    [...row.causes, ...row.groups, ...row.members].flatMap(({ finding }) => (finding === null ? [] : finding)),
  );
  const target = { ...record.header.target, endpoint: row.address };
  const connection = { ...record.header.connection, start: row.byHand.split('\n').join(' && ') };
  const header = { ...record.header, target, connection };
  const byId = new Map(record.findings.map((finding) => [finding.id, finding]));
  return [...linked].flatMap((id) => {
    const finding = byId.get(id);
    return finding === undefined ? [] : [{ finding, script: reproduce(finding, { ...record, header }).curl }];
  });
}
