import { type RecordFooter, type RequestPurpose, requestPurposes } from '../../harness/record/record.ts';
import { grouped } from '../../specs/plural.ts';

/**
 * How many requests a run has sent, and what for, the most frequent purpose first, of so many: "9: 5 cases, 3 reading back,
 * 1 other".
 */
export function requestsSentence(
  { requests, requestsBy, cutOff }: Pick<RecordFooter, 'requests' | 'requestsBy' | 'cutOff'>,
  most = Number.POSITIVE_INFINITY,
): string {
  if (cutOff) return 'not known';
  if (requestsBy === undefined) return grouped(requests);
  const purposes = (Object.entries(requestsBy) as [RequestPurpose, number][])
    .filter(([, count]) => count > 0)
    .toSorted(([, left], [, right]) => right - left);
  const named = purposes.slice(0, most).map(([purpose, count]) => `${grouped(count)} ${requestPurposes[purpose]}`);
  const others = purposes.slice(most).reduce((sum, [, count]) => sum + count, 0);
  const parts = others === 0 ? named : [...named, `${grouped(others)} ${others === 1 ? 'other' : 'others'}`];
  return [grouped(requests), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(': ');
}
