import { hostname } from 'node:os';
import type { JsonValue } from '../../specs/json.ts';
import type { RunRecord } from './record.ts';
import { type Redaction, redactText } from './redactText.ts';

/** A record to be shown in public, and what was replaced in it, which is complete once the record has been read to its end. */
export interface PublicRecord {
  readonly record: RunRecord;
  readonly redactions: () => readonly Redaction[];
}

/** A record without account ids, ARNs of accounts, local paths and private hosts. Everything else is as it was. */
export function publicRecord(record: RunRecord): PublicRecord {
  const found = new Map<string, Redaction>();
  const hosts = privateHosts(record);
  const redact = <T>(value: T): T =>
    redactValue(value as unknown as JsonValue, (text) =>
      redactText(text, hosts, (redaction) => found.set(`${redaction.kind} ${redaction.found}`, redaction)),
    ) as unknown as T;
  const { path: _local, cases, pools, ...rest } = record;
  const lazily = <T>(lines: Iterable<T>): Iterable<T> => ({
    *[Symbol.iterator]() {
      for (const line of lines) yield redact(line);
    },
  });
  return {
    record: { ...redact(rest), cases: lazily(cases), ...(pools === undefined ? {} : { pools: lazily(pools) }) },
    redactions: () => [...found.values()],
  };
}

// The name of this machine may stand in what a target printed of itself.
function privateHosts({ header }: RunRecord): readonly string[] {
  const { endpoint } = header.target;
  const host = endpoint !== null && URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  const isOwn = host !== '' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);
  const machine = hostname();
  return [...(isOwn ? [host] : []), ...(machine.length > 3 && machine !== 'localhost' ? [machine] : [])];
}

function redactValue(value: JsonValue, redact: (text: string) => string): JsonValue {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => redactValue(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [redact(name), redactValue(child, redact)]));
}
