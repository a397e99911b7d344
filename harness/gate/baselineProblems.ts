import { phases } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';

/** Everything that keeps a parsed file from being a baseline, each with its place; none where it is one. */
export function baselineProblems(value: JsonValue): readonly string[] {
  if (!isJsonObject(value)) return ['It has to hold a JSON object.'];
  if (value.format !== 'poolproof-baseline') return ['"format" has to be "poolproof-baseline".'];
  if (value.version !== 1) return [`"version" is ${JSON.stringify(value.version)}; this program reads 1.`];
  return [
    ...listProblems('findings', value.findings, findingProblems),
    ...listProblems('cases', value.cases, caseListProblems),
    ...doubles('findings', value.findings, ['target', 'finding']),
    ...doubles('cases', value.cases, ['edition', 'basis', 'phase']),
  ];
}

type Problems = (item: JsonObject, place: string) => readonly string[];

function listProblems(name: string, value: JsonValue | undefined, problemsOf: Problems): readonly string[] {
  if (!Array.isArray(value)) return [`"${name}" has to be a list.`];
  return value.flatMap((item, index) => {
    const place = `${name}[${index}]`;
    return isJsonObject(item) ? problemsOf(item, place) : [`${place} has to be an object.`];
  });
}

function findingProblems(item: JsonObject, place: string): readonly string[] {
  return [
    ...['target', 'finding', 'case'].flatMap((name) =>
      typeof item[name] === 'string' && item[name] !== ''
        ? []
        : [`${place}.${name} has to be a text that is not empty.`],
    ),
    ...['reason', 'ticket'].flatMap((name) =>
      typeof item[name] === 'string' ? [] : [`${place}.${name} has to be a text; "" will do.`],
    ),
    ...['firstSeen', 'lastSeen'].flatMap((name) => dateProblems(item[name], `${place}.${name}`)),
    ...(item.expires === undefined ? [] : dateProblems(item.expires, `${place}.expires`)),
  ];
}

function dateProblems(value: JsonValue | undefined, place: string): readonly string[] {
  return isDay(value)
    ? []
    : [`${place} has to be a date such as 2027-01-31, not ${JSON.stringify(value) ?? 'absent'}.`];
}

function isDay(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  // The 30th of February is read as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const listKeys: Readonly<Record<string, readonly string[]>> = {
  edition: editionDates,
  basis: ['observed', 'documented'],
  phase: phases,
};

function caseListProblems(item: JsonObject, place: string): readonly string[] {
  const { ids } = item;
  const areIds = Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  return [
    ...Object.entries(listKeys).flatMap(([name, values]) =>
      values.some((one) => one === item[name]) ? [] : [`${place}.${name} has to be one of ${values.join(', ')}.`],
    ),
    ...(areIds ? [] : [`${place}.ids has to be a list of case ids.`]),
  ];
}

function doubles(name: string, value: JsonValue | undefined, keys: readonly string[]): readonly string[] {
  const items = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const key = keys.map((one) => String(item[one])).join(' · ');
    const isDouble = seen.has(key);
    seen.add(key);
    return isDouble ? [`${name} has ${key} twice.`] : [];
  });
}
