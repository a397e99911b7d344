import { beginningOf } from '../../specs/beginningOf.ts';
import type { JsonValue } from '../../specs/json.ts';

const longestShown = 160;

/** A value as a report shows it: JSON, cut, or "nothing". */
export function shownValue(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  const isLongText = typeof value === 'string' && value.length > longestShown;
  const text = JSON.stringify(isLongText ? value.slice(0, longestShown) : value);
  if (isLongText) return `${text.slice(0, -1)}… (${value.length} characters)`;
  return text.length > longestShown ? `${beginningOf(text, longestShown)}… (${text.length} characters)` : text;
}
