import { oneLine } from '../../harness/figures/visibleText.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { grouped } from '../../specs/plural.ts';
import { html, type Markup } from './markup.ts';

// What fits a line can be counted by eye.
const long = 60;
const shown = 3;

/** How long the long texts of a request are, for nobody counts them; nothing where there are none. */
export function lengthNote(request: JsonValue): Markup | null {
  const lengths = longTexts('', request).slice(0, shown);
  return lengths.length === 0 ? null : html`<p class="note">${lengths.join(', ')}.</p>`;
}

function longTexts(path: string, value: JsonValue): readonly string[] {
  if (typeof value === 'string') {
    const count = value.length <= long ? 0 : Array.from(value).length;
    return count > long ? [`${oneLine(path, 100)} has ${grouped(count)} characters`] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => longTexts(`${path}[]`, item));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => longTexts(path === '' ? name : `${path}.${name}`, child));
}
