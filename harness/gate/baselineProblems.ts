import { phases } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';

/** Every problem of a parsed baseline file, each with its place; empty if it is valid. */
export function baselineProblems(value: JsonValue): readonly string[] {
  if (!isJsonObject(value)) return ['The file must contain a JSON object.'];
  if (value.format !== 'poolproof-baseline') return ['"format" must be "poolproof-baseline".'];
  if (value.version !== 1) return [`"version" is ${JSON.stringify(value.version)}; only version 1 is supported.`];
  return [
    ...listProblems('findings', value.findings, findingProblems),
    ...listProblems('cases', value.cases, caseListProblems),
    ...duplicateProblems('findings', value.findings, ['target', 'finding']),
    ...duplicateProblems('cases', value.cases, ['edition', 'basis', 'phase']),
  ];
}

type Problems = (item: JsonObject, place: string) => readonly string[];

function listProblems(name: string, value: JsonValue | undefined, problemsOf: Problems): readonly string[] {
  if (!Array.isArray(value)) return [`"${name}" must be a list.`];
  return value.flatMap((item, index) => {
    const place = `${name}[${index}]`;
    return isJsonObject(item) ? problemsOf(item, place) : [`${place} must be an object.`];
  });
}

function findingProblems(item: JsonObject, place: string): readonly string[] {
  return [
    ...['target', 'finding', 'case'].flatMap((name) =>
      typeof item[name] === 'string' && item[name] !== '' ? [] : [`${place}.${name} must be a non-empty string.`],
    ),
    ...['reason', 'ticket'].flatMap((name) =>
      typeof item[name] === 'string' ? [] : [`${place}.${name} must be a string; "" is allowed.`],
    ),
    ...['firstSeen', 'lastSeen'].flatMap((name) => dayProblems(item[name], `${place}.${name}`)),
    ...(item.expires === undefined ? [] : dayProblems(item.expires, `${place}.expires`)),
  ];
}

function dayProblems(value: JsonValue | undefined, place: string): readonly string[] {
  return isDay(value) ? [] : [`${place} must be a date such as 2027-01-31, not ${JSON.stringify(value) ?? 'absent'}.`];
}

function isDay(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  // Date.parse accepts the 30th of February as a day of March.
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
      values.some((value) => value === item[name]) ? [] : [`${place}.${name} must be one of ${values.join(', ')}.`],
    ),
    ...(areIds ? [] : [`${place}.ids must be a list of case ids.`]),
  ];
}

function duplicateProblems(name: string, value: JsonValue | undefined, keys: readonly string[]): readonly string[] {
  const items = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const key = keys.map((name) => String(item[name])).join(' · ');
    const isDuplicate = seen.has(key);
    seen.add(key);
    return isDuplicate ? [`${name} contains ${key} twice.`] : [];
  });
}
