import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { childrenOf, type Member, type MemberPath } from '../../specs/member.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { CaseLine, RecordHeader } from '../record/record.ts';
import type { Collector } from './collector.ts';
import type { Dimension } from './dimensionNames.ts';
import { dimensionsOf } from './dimensions.ts';

/** Collects what the cases of a run tried, as "dimension item". */
export function exploration(header: RecordHeader): Collector<ReadonlySet<string>> {
  const walk = new ExplorationCollector(header);
  return { take: (line) => walk.take(line), result: () => walk.all() };
}

class ExplorationCollector {
  private readonly seen = new Map<Dimension, Set<string>>();
  /** Pairs of members at the top, each as one number: a request with many has hundreds. */
  private readonly pairs = new Set<number>();
  private readonly tops: readonly Member[];
  private readonly clausesAt: ReadonlyMap<MemberPath, readonly string[]>;
  private readonly root: ReturnType<typeof dimensionsOf>;

  constructor(header: RecordHeader) {
    this.root = dimensionsOf(header);
    this.tops = childrenOf('', this.root.input);
    this.clausesAt = this.root.clausesAt;
  }

  take({ verdict, request, steps, clause, breaks, changed, prepared }: CaseLine): void {
    if (verdict.kind === 'skipped' || verdict.kind === 'errored') return;
    for (const id of breaks) this.add('broken', id);
    if (!breaks.includes(clause)) this.add('kept', clause);
    if (isJsonObject(request)) this.request(request, breaks);
    for (const step of steps ?? []) {
      if (step.operation === testedOperation) this.request(step.body, []);
      this.add('states', `after ${step.operation}`);
    }
    this.state(changed);
    if (prepared !== undefined) this.state(prepared.members);
    if (prepared?.factors !== undefined) this.add('states', 'after SetUserPoolMfaConfig');
  }

  private request(request: JsonObject, breaks: readonly string[]): void {
    const count = this.tops.length;
    const there = this.tops.flatMap(({ path }, index) =>
      path !== 'UserPoolId' && request[path] !== undefined ? [index] : [],
    );
    for (const [at, one] of there.entries()) {
      for (const other of there.slice(at + 1)) this.pairs.add(one * count + other);
    }
    this.members(this.tops, request, breaks);
  }

  private members(members: readonly Member[], holder: JsonObject, breaks: readonly string[]): void {
    for (const { path, shape } of members) {
      const value = holder[path.slice(path.lastIndexOf('.') + 1)];
      if (value === undefined) this.add('absent', path);
      else this.value({ path, shape }, value, breaks);
    }
  }

  private value({ path, shape }: Pick<Member, 'path' | 'shape'>, value: JsonValue, breaks: readonly string[]): void {
    this.add('members', path);
    this.add('present', path);
    for (const id of this.clausesAt.get(path) ?? []) if (!breaks.includes(id)) this.add('kept', id);
    this.bounds(path, shape, value, breaks);
    const children = childrenOf(path, shape);
    if (shape.type === 'structure' && isJsonObject(value)) this.members(children, value, breaks);
    const [first, second] = children;
    if (shape.type === 'list' && first !== undefined && Array.isArray(value)) {
      for (const item of value) this.value(first, item, breaks);
    }
    if (shape.type === 'map' && first !== undefined && second !== undefined && isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        this.value(first, key, breaks);
        this.value(second, item, breaks);
      }
    }
  }

  private bounds(path: MemberPath, shape: Member['shape'], value: JsonValue, breaks: readonly string[]): void {
    const size = boundedSize(value);
    for (const { id, bound } of this.root.boundsAt.get(path) ?? []) {
      if (size === bound && !breaks.includes(id)) this.add('kept', id);
    }
    if ('min' in shape && shape.min !== undefined && size === shape.min) this.add('bounds', `${path} min at`);
    if ('min' in shape && shape.min !== undefined && size === shape.min - 1) this.add('bounds', `${path} min under`);
    if ('max' in shape && shape.max !== undefined && size === shape.max) this.add('bounds', `${path} max at`);
    if ('max' in shape && shape.max !== undefined && size === shape.max + 1) this.add('bounds', `${path} max over`);
  }

  private state(members: JsonObject): void {
    for (const { path, names, values } of this.root.enumerated) {
      const value = names.reduce<JsonValue | undefined>(ownMember, members);
      const listed = values.find((each) => each === value);
      if (listed !== undefined) this.add('states', `${path} ${listed}`);
    }
    for (const name of Object.keys(members)) if (members[name] !== null) this.add('states', `${name} set`);
  }

  private add(dimension: Dimension, item: string): void {
    const seen = this.seen.get(dimension) ?? new Set();
    this.seen.set(dimension, seen.add(item));
  }

  /** What was seen, as "dimension item". */
  all(): ReadonlySet<string> {
    const count = this.tops.length;
    const nameAt = (index: number) => this.tops[index]?.path ?? '';
    for (const pair of this.pairs) this.add('pairs', `${nameAt(Math.floor(pair / count))} and ${nameAt(pair % count)}`);
    return new Set([...this.seen].flatMap(([dimension, seen]) => [...seen].map((item) => `${dimension} ${item}`)));
  }
}

function boundedSize(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return codePointCount(value);
  return Array.isArray(value) ? value.length : undefined;
}

/** Counted without taking a long text to pieces: most have no surrogates, and units are as many as code points there. */
function codePointCount(text: string): number {
  return /[\uDC00-\uDFFF]/.test(text) ? [...text].length : text.length;
}
