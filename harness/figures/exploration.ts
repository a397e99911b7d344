import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { CaseLine, RecordHeader } from '../record/record.ts';
import type { Collector } from './collector.ts';
import type { Dimension } from './dimensionNames.ts';
import { type Dimensions, dimensionsOf } from './dimensions.ts';
import { type ExploredPlace, exploredPlaces } from './exploredPlaces.ts';

/** What was tried in each dimension. */
export type Explorations = Readonly<Record<Dimension, ReadonlySet<string>>>;

/** Collects what the cases of a run tried. */
export function exploration(header: RecordHeader): Collector<Explorations> {
  const walk = new ExplorationCollector(header);
  return { take: (line) => walk.take(line), result: () => walk.all() };
}

class ExplorationCollector {
  private readonly present = new Set<string>();
  private readonly absent = new Set<string>();
  private readonly kept = new Set<string>();
  private readonly broken = new Set<string>();
  private readonly bounds = new Set<string>();
  private readonly states = new Set<string>();
  /** Pairs of members at the top, each as one number: a request with many has hundreds. */
  private readonly pairs = new Set<number>();
  private readonly tops: readonly ExploredPlace[];
  /** The places in that list of the members that a request may have or not. */
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly enumerated: Dimensions['enumerated'];

  constructor(header: RecordHeader) {
    this.tops = exploredPlaces(header);
    const indexes = this.tops.map(({ path }, index) => [path, index] as const);
    this.indexes = new Map(indexes.filter(([path]) => path !== 'UserPoolId'));
    this.enumerated = dimensionsOf(header).enumerated;
  }

  take({ verdict, request, steps, clause, breaks, changed, prepared }: CaseLine): void {
    if (verdict.kind === 'skipped' || verdict.kind === 'errored') return;
    for (const id of breaks) this.broken.add(id);
    if (!breaks.includes(clause)) this.kept.add(clause);
    if (isJsonObject(request)) this.request(request, breaks);
    for (const step of steps ?? []) {
      if (step.operation === testedOperation) this.request(step.body, []);
      this.states.add(`after ${step.operation}`);
    }
    this.state(changed);
    if (prepared !== undefined) this.state(prepared.members);
    if (prepared?.factors !== undefined) this.states.add('after SetUserPoolMfaConfig');
  }

  private request(request: JsonObject, breaks: readonly string[]): void {
    const count = this.tops.length;
    const there = Object.keys(request).flatMap((name) => this.indexes.get(name) ?? []);
    for (const one of there) for (const other of there) if (one < other) this.pairs.add(one * count + other);
    this.members(this.tops, request, breaks);
  }

  private members(places: readonly ExploredPlace[], holder: JsonObject, breaks: readonly string[]): void {
    for (const place of places) {
      const value = holder[place.name];
      if (value === undefined) this.absent.add(place.path);
      else this.value(place, value, breaks);
    }
  }

  private value(place: ExploredPlace, value: JsonValue, breaks: readonly string[]): void {
    const { path, type, children } = place;
    this.present.add(path);
    if (place.clauses.length > 0) this.keep(place, breaks);
    if (place.sizes.length > 0) this.size(place, value, breaks);
    if (type === 'structure' && isJsonObject(value)) this.members(children, value, breaks);
    const [first, second] = children;
    if (type === 'list' && first !== undefined && Array.isArray(value)) {
      for (const item of value) this.value(first, item, breaks);
    }
    if (type === 'map' && first !== undefined && second !== undefined && isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        this.value(first, key, breaks);
        this.value(second, item, breaks);
      }
    }
  }

  private keep(place: ExploredPlace, breaks: readonly string[]): void {
    for (const id of place.clauses) if (!breaks.includes(id)) this.kept.add(id);
    place.clauses = place.clauses.filter((id) => !this.kept.has(id));
  }

  private size(place: ExploredPlace, value: JsonValue, breaks: readonly string[]): void {
    const tried = place.sizes.filter(({ size, item }) => !breaks.includes(item) && hasSize(value, size));
    for (const { dimension, item } of tried) this[dimension].add(item);
    if (tried.length > 0) place.sizes = place.sizes.filter((one) => !tried.includes(one));
  }

  private state(members: JsonObject): void {
    for (const { path, top, names, values } of this.enumerated) {
      if (!Object.hasOwn(members, top)) continue;
      const value = names.reduce<JsonValue | undefined>(ownMember, members);
      const listed = values.find((each) => each === value);
      if (listed !== undefined) this.states.add(`${path} ${listed}`);
    }
    for (const name of Object.keys(members)) if (members[name] !== null) this.states.add(`${name} set`);
  }

  all(): Explorations {
    const count = this.tops.length;
    const nameAt = (index: number) => this.tops[index]?.path ?? '';
    const { present, absent, kept, broken, bounds, states } = this;
    const pairs = [...this.pairs].map((pair) => `${nameAt(Math.floor(pair / count))} and ${nameAt(pair % count)}`);
    return { members: present, present, absent, kept, broken, bounds, states, pairs: new Set(pairs) };
  }
}

function hasSize(value: JsonValue, size: number): boolean {
  if (typeof value === 'number') return value === size;
  if (typeof value === 'string') return hasCodePoints(value, size);
  return Array.isArray(value) && value.length === size;
}

/** Counts only where the units, one or two for each, could be so many; most texts have no surrogates, and are not taken to pieces. */
function hasCodePoints(text: string, count: number): boolean {
  const { length } = text;
  if (length < count || length > 2 * count) return false;
  return (/[\uDC00-\uDFFF]/.test(text) ? [...text].length : length) === count;
}
