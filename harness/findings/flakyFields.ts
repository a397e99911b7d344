import type { Deviation, Finding } from '../record/record.ts';
import type { Repetition } from './confirmRepeats.ts';
import { findingId } from './findingId.ts';

/** What a finding says of a flaky deviation, which the same request on the same state shows only some of the time: it is `unstable`. */
export function flakyFields(deviation: Deviation, { times, of }: Repetition): Pick<Finding, 'id' | 'kind' | 'actual'> {
  const kind = 'unstable';
  const actual = `${deviation.actual} The same request on the same state showed this ${times} of ${of} times.`;
  return { id: findingId({ ...deviation, kind }), kind, actual };
}
