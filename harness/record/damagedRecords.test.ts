import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import {
  buildMatrix,
  buildTrend,
  compareRecords,
  comparisonText,
  matrixHtml,
  matrixMarkdown,
  reporters,
  trendHtml,
  trendMarkdown,
  trendTerminal,
} from '../../reports/index.ts';
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import { newMock, recordRun } from '../dev/recordRun.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { UserError } from '../userError.ts';
import { compareAnswers } from './compareAnswers.ts';
import { mergeRecords } from './mergeRecords.ts';
import { publicRecord } from './publicRecord.ts';
import type { PoolLine, RunRecord } from './record.ts';
import { readRecord, writeRecord } from './recordFile.ts';
import { rejudge } from './rejudge.ts';

const path = join(temporaryFolder(), 'damaged.jsonl');

/** Does with a record all that commands do offline. */
function useEverywhere(record: RunRecord, sound: RunRecord): void {
  for (const reporter of Object.values(reporters)) reporter.render(record, { color: false, width: 80 });
  const matrix = buildMatrix([record, sound]);
  const trend = buildTrend([record, sound]);
  void [matrixHtml(matrix), matrixMarkdown(matrix), trendHtml(trend), trendMarkdown(trend), trendTerminal(trend)];
  comparisonText(compareRecords(sound, record));
  compareAnswers(record, sound);
  writeRecord(`${path}.public`, publicRecord(record).record);
  void [...rejudge(record).record.cases];
}

/** Merges it with a sound shard, or is told why they are not of one run. */
function useMerged(record: RunRecord, sound: RunRecord): void {
  const shard = (from: RunRecord, index: number) => ({
    path: `shard-${index}`,
    record: { ...from, header: { ...from.header, shard: from.header.shard ?? { index, of: 2 } } },
  });
  const cases = [...sound.cases].map((line) => ({ ...line, lane: `other-${line.lane}` }));
  try {
    mergeRecords([shard(record, 1), shard({ ...sound, cases }, 2)]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** What came of a damaged file; anything but a sentence for the user is thrown on. */
function outcomeOf(content: string | Buffer, sound: RunRecord): string {
  writeFileSync(path, content);
  try {
    const record = readRecord(path);
    useEverywhere(record, sound);
    useMerged(record, sound);
    return 'fine';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.status).to.equal(2);
    expect(error.message)
      .to.match(/\.$/)
      .and.not.match(/\n\s+at |\[object|undefined/);
    return error.code;
  }
}

type Place = readonly (string | number)[];

/** The places in a value, itself not included; within requests and states no deeper than their members. */
function placesIn(value: JsonValue, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null || place.length > 4) return [];
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([name, member]) => [[...place, name], ...placesIn(member, [...place, name])]);
}

/** The value with another in one place; undefined takes the member out. */
function replaced(value: JsonValue, [name, ...rest]: Place, by: JsonValue | undefined): JsonValue | undefined {
  if (name === undefined) return by;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (index === name ? (replaced(item, rest, by) ?? []) : [item]));
  }
  if (!isJsonObject(value)) return value;
  const { [name]: old = null, ...others } = value;
  const changed = replaced(old, rest, by);
  return changed === undefined ? others : { ...others, [name]: changed };
}

const wrong: readonly (JsonValue | undefined)[] = [
  undefined,
  null,
  true,
  -1,
  0.5,
  1e308,
  '',
  'unheard-of',
  [],
  [null],
  {},
  { $ref: 99 },
  { kind: 'unheard-of' },
  { index: 1, of: 1e12 },
  { constructor: 1, toString: null },
];

/** The lines with one wrong value, once for each place of the first two lines of a kind. */
function wrongTypes(lines: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return lines.flatMap((text, number) => {
    const line = parsedJson(text) ?? null;
    const kind = isJsonObject(line) ? String(line.line) : '';
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if ((seen.get(kind) ?? 0) > 2) return [];
    return placesIn(line).flatMap((place) => {
      const [value] = fc.sample(fc.constantFrom(...wrong), { seed: number * 1000 + place.join().length, numRuns: 1 });
      return lines.with(number, JSON.stringify(replaced(line, place, value))).join('\n');
    });
  });
}

/** Damage that does not look at what the lines say: cut, swapped, doubled, lost, overwritten. */
function tornTexts(lines: readonly string[]): readonly (string | Buffer)[] {
  const text = `${lines.join('\n')}\n`;
  const line = fc.nat(lines.length - 1);
  const damage = fc.oneof(
    fc.nat(text.length).map((end) => text.slice(0, end)),
    fc.nat(text.length).map((start) => text.slice(start)),
    line.map((at) => lines.with(at, (lines[at] ?? '').slice(0, 20)).join('\n')),
    line.map((at) => lines.toSpliced(at, 1).join('\n')),
    fc.tuple(line, line).map(([at, to]) => lines.toSpliced(to, 0, lines[at] ?? '').join('\n')),
    fc.tuple(line, line).map(([a, b]) =>
      lines
        .with(a, lines[b] ?? '')
        .with(b, lines[a] ?? '')
        .join('\n'),
    ),
    fc.tuple(line, fc.json()).map(([at, json]) => lines.with(at, json).join('\n')),
    fc
      .tuple(fc.nat(text.length), fc.uint8Array({ maxLength: 9 }))
      .map(([at, bytes]) =>
        Buffer.concat([Buffer.from(text.slice(0, at)), bytes, Buffer.from(text.slice(at + bytes.length))]),
      ),
  );
  const extremes = ['', '\n', 'null', '[]', '{}', '"', 'PK\u0003\u0004', '[{"line":"header"}]', '['.repeat(100_000)];
  return [...extremes, `\u{feff}${text}`, text + text, ...fc.sample(damage, { seed: 17, numRuns: 120 })];
}

function withPool(lane: string, from: string): PoolLine {
  const members: JsonObject = { Id: 'us-east-1_a', Name: 'poolproof', UserPoolTags: { poolproof: 'a' } };
  return { line: 'pool', lane, from, id: 'us-east-1_a', readable: true, members };
}

/** The record made by hand, with a line of every kind. */
function fullRecord(): RunRecord {
  const [first] = fixtureRecord.cases;
  const none = { expired: [], fixed: [], notTested: [], vanished: [], missingErrors: [], against: [] };
  return {
    ...fixtureRecord,
    probe: { line: 'probe', dialect: 'aws-json', pools: 'kept', missing: [] },
    pools: [withPool('lane-1', first?.id ?? '')],
    gate: { line: 'gate', passed: true, reasons: [], failOn: 'must', baseline: null, new: [], known: [], ...none },
  };
}

describe('a damaged record', () => {
  it('reads fine or is refused in a sentence, whatever the damage', () => {
    const record = fullRecord();
    writeRecord(path, record);
    const packed = readFileSync(path, 'utf8').trimEnd().split('\n');
    const { header, probe, pools, cases, findings, footer, gate } = record;
    const plain = [header, probe, ...(pools ?? []), ...cases, ...findings, footer, gate].map((line) =>
      JSON.stringify(line),
    );
    const damaged = [...wrongTypes(plain), ...tornTexts(plain), ...tornTexts(packed)];
    const outcomes = damaged.map((content) => outcomeOf(content, record));
    expect(damaged.length).to.be.greaterThan(250);
    expect(outcomes).to.include.members(['fine', 'damaged-record', 'foreign-record', 'torn-record']);
  });

  it('of a run against the mock reads fine undamaged', async () => {
    const { record } = await recordRun(newMock(), 'PoolName');
    useEverywhere(record, record);
  });
});
