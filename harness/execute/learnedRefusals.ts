import { type Case, poolPlaceholder, requestWithPoolId } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { childrenOf, type Member, type MemberPath, topLevelOf } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import { clauseAt } from '../findings/clauseAt.ts';
import { isRefusal } from '../findings/reviseVerdict.ts';
import { expectationOf } from '../oracle/expectation.ts';
import type { Deviation } from '../record/record.ts';
import { isAccepted } from '../transport/answer.ts';
import { requestsFor } from '../transport/countedTransport.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { runCase } from './runCase.ts';
import type { ScratchPool } from './scratchPool.ts';
import { withNewPool } from './withNewPool.ts';

/** Why a target refuses what the contract allows: the member that is refused, and the run of a request with only that member. */
export interface RefusalCause {
  readonly member: MemberPath;
  readonly deviation: Deviation;
  readonly outcome: CaseOutcome;
}

/** A place in a request, and how to build a request that has only a value at that place. */
interface Place {
  readonly path: MemberPath;
  readonly shape: Shape;
  readonly requestWith: (value: JsonValue) => JsonObject;
}

/** Members that are as well sent one by one as together. */
const fewMembers = 2;

/** Upper bound on requests for one search. */
const maximumProbes = 40;

/**
 * Finds the member because of which a target refuses requests, by sending it alone to new pools. Results are cached for all
 * lanes and do not depend on which lane asks first.
 */
export class LearnedRefusals {
  private readonly setting: CaseSetting;
  /** The first new pool, as it was when it was new. */
  private first: ScratchPool | undefined;
  private readonly asked = new Map<string, Promise<CaseOutcome | undefined>>();

  constructor(setting: CaseSetting) {
    this.setting = { ...setting, ignoresAccepted: true, transport: requestsFor(setting.transport, 'causes') };
  }

  /** The member that is refused in the same way when sent alone; undefined if there is none or if every request is refused. */
  async causeOf(request: JsonObject, symptom: string, subject: MemberPath): Promise<RefusalCause | undefined> {
    const search = new CauseSearch((place, value) => this.ask(place, value), symptom);
    const nothing: Place = { path: '', shape: this.setting.contract.edition.input, requestWith: () => ({}) };
    if ((await search.refused(nothing, {})) !== undefined) return undefined;
    return search.among(this.candidates(request, subject), request, nothing);
  }

  private candidates(request: JsonObject, subject: MemberPath): readonly Member[] {
    const own = topLevelOf(subject);
    return childrenOf('', this.setting.contract.edition.input).filter(({ path }) => {
      const value = request[path];
      const isOther = path !== 'UserPoolId' && path !== own && value !== undefined;
      return isOther && this.mayAsk({ UserPoolId: poolPlaceholder, [path]: value });
    });
  }

  private ask(place: Place, value: JsonValue): Promise<CaseOutcome | undefined> {
    const { contract } = this.setting;
    const clause = clauseAt(contract, place.path, value)?.id ?? 'wire.success-status';
    const request = { UserPoolId: poolPlaceholder, ...place.requestWith(value) };
    const key = JSON.stringify([clause, request]);
    const cached = this.asked.get(key) ?? this.send({ clause, member: place.path, request });
    this.asked.set(key, cached);
    return cached;
  }

  private send(about: Pick<Case, 'clause' | 'member' | 'request'>): Promise<CaseOutcome | undefined> {
    const testCase: Case = { id: 'learned', phase: 'fuzz', breaks: [], ...about };
    if (!this.mayAsk(about.request)) return Promise.resolve(undefined);
    const run = (pool: ScratchPool) => {
      this.first ??= { ...pool };
      return runCase(this.setting, pool, testCase);
    };
    return withNewPool(this.setting, run, this.first);
  }

  /** Whether a request is valid on a new pool, as far as one is known. */
  private mayAsk(request: JsonObject): boolean {
    if (this.first === undefined) return true;
    const { contract, region } = this.setting;
    const { id, fresh } = this.first;
    const named = requestWithPoolId(request, id);
    return expectationOf({ contract, region, request: named, prior: fresh, fresh }).kind === 'accepted';
  }
}

class CauseSearch {
  private readonly ask: (place: Place, value: JsonValue) => Promise<CaseOutcome | undefined>;
  private readonly symptom: string;
  private left = maximumProbes;

  constructor(ask: CauseSearch['ask'], symptom: string) {
    this.ask = ask;
    this.symptom = symptom;
  }

  /** The refusal of a valid value, if it shows the same symptom. */
  async refused(place: Place, value: JsonValue): Promise<RefusalCause | undefined> {
    if (this.left <= 0) return undefined;
    this.left -= 1;
    const outcome = await this.ask(place, value);
    if (outcome?.expectation.kind !== 'accepted' || outcome.verdict.kind !== 'deviates') return undefined;
    const deviation = outcome.verdict.deviations.find(
      ({ kind, answerClass }) => isRefusal(kind) && answerClass === this.symptom,
    );
    return deviation === undefined ? undefined : { member: place.path, deviation, outcome };
  }

  /** The first member at the top that is refused alone: in no part of the request that is accepted, for its members are so together. */
  async among(members: readonly Member[], request: JsonObject, nothing: Place): Promise<RefusalCause | undefined> {
    if (members.length <= fewMembers || this.left <= 0) return this.below(members, request);
    this.left -= 1;
    const part = Object.fromEntries(members.map(({ path }) => [path, request[path] ?? null]));
    const outcome = await this.ask({ ...nothing, requestWith: () => part }, part);
    if (outcome !== undefined && isAccepted(outcome.answer)) return undefined;
    const half = members.length >> 1;
    return (
      (await this.among(members.slice(0, half), request, nothing)) ?? this.among(members.slice(half), request, nothing)
    );
  }

  /** The first member that is refused alone, narrowed down to the smallest part that is. */
  async below(
    members: readonly Member[],
    holder: JsonObject,
    base: JsonObject = {},
    of?: Place,
  ): Promise<RefusalCause | undefined> {
    for (const { path, shape } of members) {
      const name = path.slice(path.lastIndexOf('.') + 1);
      const value = holder[name];
      const place: Place = {
        path,
        shape,
        requestWith: (item) => of?.requestWith({ ...base, [name]: item }) ?? { [name]: item },
      };
      const found = value === undefined ? undefined : await this.refused(place, value);
      if (found !== undefined && value !== undefined) return (await this.within(place, value)) ?? found;
    }
    return undefined;
  }

  private within(place: Place, value: JsonValue): Promise<RefusalCause | undefined> {
    const { shape } = place;
    switch (shape.type) {
      case 'structure':
        return this.inStructure(place, shape.required, value);
      case 'list':
        return this.inList(place, shape.item, value);
      case 'map':
        return this.inMap(place, shape, value);
      case 'string':
      case 'integer':
      case 'boolean':
        return Promise.resolve(undefined);
    }
  }

  private async inStructure(
    place: Place,
    required: readonly string[],
    value: JsonValue,
  ): Promise<RefusalCause | undefined> {
    if (!isJsonObject(value)) return undefined;
    const base = Object.fromEntries(Object.entries(value).filter(([name]) => required.includes(name)));
    const hasBase = Object.keys(base).length > 0;
    // Required members cannot be left out, so no optional member is the cause if they are refused alone.
    if (hasBase && (await this.refused(place, base)) !== undefined) return undefined;
    const members = childrenOf(place.path, place.shape).filter(({ required: must }) => !must);
    return this.below(members, value, base, place);
  }

  private async inList(place: Place, shape: Shape, value: JsonValue): Promise<RefusalCause | undefined> {
    const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
    const itemPlace: Place = { path: `${place.path}[]`, shape, requestWith: (item) => place.requestWith([item]) };
    for (const item of items) {
      const found = await this.refused(itemPlace, item);
      if (found !== undefined) return (await this.within(itemPlace, item)) ?? found;
    }
    return undefined;
  }

  private async inMap(
    place: Place,
    { key, value }: { readonly key: Shape; readonly value: Shape },
    map: JsonValue,
  ): Promise<RefusalCause | undefined> {
    if (!isJsonObject(map)) return undefined;
    for (const [name, content] of Object.entries(map)) {
      const inValue: Place = {
        path: `${place.path}{value}`,
        shape: value,
        requestWith: (item) => place.requestWith({ [name]: item }),
      };
      const found = await this.refused(inValue, content);
      if (found === undefined) continue;
      const inKey: Place = {
        path: `${place.path}{key}`,
        shape: key,
        requestWith: (item) => place.requestWith({ [String(item)]: 'x' }),
      };
      return (await this.refused(inKey, name)) ?? found;
    }
    return undefined;
  }
}
