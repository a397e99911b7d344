import type { RunRecord } from '../record/record.ts';
import { serverProduct } from './serverProduct.ts';

/**
 * The version of a record's target: as given to the run or found by it, else what its server calls itself, if
 * that is not the name of a web framework, else "unknown".
 */
export function targetVersion({ header, probe }: Pick<RunRecord, 'header' | 'probe'>): string {
  return header.target.version ?? serverProduct(probe?.server ?? '') ?? 'unknown';
}
