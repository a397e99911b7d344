import type { RunRecord } from '../record/record.ts';
import { clauseFigures } from './clauseFigures.ts';
import { divergenceOf } from './divergence.ts';
import { gateOf } from './gate.ts';
import { leftOutFindings } from './notImplemented.ts';

/**
 * Whether a record conforms: the target conforms; it deviates or lacks members, and the gate lets that pass; the gate is shut; or nothing was
 * judged. Exit status, first line, badge and every report are views of this one value, so that none is greener than another.
 */
export type Conformance = 'conforms' | 'tolerated' | 'fails' | 'not-judged';

/** The conformance that a record shows. */
export function conformanceOf(record: RunRecord): Conformance {
  if (!gateOf(record).passed) return 'fails';
  const { deviating, judged } = divergenceOf(record, clauseFigures(record));
  if (deviating > 0 || leftOutFindings(record).length > 0) return 'tolerated';
  return judged > 0 ? 'conforms' : 'not-judged';
}
