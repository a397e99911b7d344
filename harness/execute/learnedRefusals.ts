import { type Case, poolPlaceholder } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { childrenOf, type Member, type MemberPath, topLevelOf } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import { clauseAt } from '../findings/clauseAt.ts';
import type { Deviation } from '../record/record.ts';
import { runAny } from './runByForm.ts';
import type { CaseOutcome, CaseSetting } from './runUpdate.ts';
import { onNewPool } from './withNewPool.ts';

/** What a target refuses though the contract allows it: the member to blame, and the request of that member alone. */
export interface Culprit {
  readonly member: MemberPath;
  readonly deviation: Deviation;
  readonly outcome: CaseOutcome;
}

/** A place in a request, and how a request is made that has nothing but a value there. */
interface Place {
  readonly path: MemberPath;
  readonly shape: Shape;
  readonly alone: (value: JsonValue) => JsonObject;
}

/** Most requests that the search for one culprit takes. */
const mostAsked = 40;

/**
 * Finds the member for whose sake a target refuses requests, by asking for it alone on new pools. What was asked once is
 * known to all lanes; the answer is the same whoever asks first.
 */
export class Ground {
  private readonly setting: CaseSetting;
  private readonly asked = new Map<string, Promise<CaseOutcome | undefined>>();

  constructor(setting: CaseSetting) {
    this.setting = setting;
  }

  /** The member of a request that alone earns the same refusal; undefined where none does, or where everything does. */
  async culprit(request: JsonObject, symptom: string, subject: MemberPath): Promise<Culprit | undefined> {
    const search = new Search((place, value) => this.ask(place, value), symptom);
    const nothing: Place = { path: '', shape: this.setting.contract.edition.input, alone: () => ({}) };
    if ((await search.refused(nothing, {})) !== undefined) return undefined;
    return search.below(this.candidates(request, subject), request);
  }

  private candidates(request: JsonObject, subject: MemberPath): readonly Member[] {
    const own = topLevelOf(subject);
    return childrenOf('', this.setting.contract.edition.input).filter(
      ({ path }) => path !== 'UserPoolId' && path !== own && request[path] !== undefined,
    );
  }

  private ask(place: Place, value: JsonValue): Promise<CaseOutcome | undefined> {
    const { contract } = this.setting;
    const clause = clauseAt(contract, place.path, value)?.id ?? 'wire.success-status';
    const request = { UserPoolId: poolPlaceholder, ...place.alone(value) };
    const key = JSON.stringify([clause, request]);
    const known = this.asked.get(key) ?? this.send({ clause, member: place.path, request });
    this.asked.set(key, known);
    return known;
  }

  private send(about: Pick<Case, 'clause' | 'member' | 'request'>): Promise<CaseOutcome | undefined> {
    const one: Case = { id: 'ground', phase: 'fuzz', breaks: [], ...about };
    return onNewPool(this.setting, (pool) => runAny(this.setting, pool, one));
  }
}

class Search {
  private readonly ask: (place: Place, value: JsonValue) => Promise<CaseOutcome | undefined>;
  private readonly symptom: string;
  private left = mostAsked;

  constructor(ask: Search['ask'], symptom: string) {
    this.ask = ask;
    this.symptom = symptom;
  }

  /** The refusal of a valid value, if it has the symptom. */
  async refused(place: Place, value: JsonValue): Promise<Culprit | undefined> {
    if (this.left <= 0) return undefined;
    this.left -= 1;
    const outcome = await this.ask(place, value);
    if (outcome?.expectation.kind !== 'accepted' || outcome.verdict.kind !== 'deviates') return undefined;
    const deviation = outcome.verdict.deviations.find(
      ({ kind, answerClass }) => isRefusal(kind) && answerClass === this.symptom,
    );
    return deviation === undefined ? undefined : { member: place.path, deviation, outcome };
  }

  /** The first of some members that is refused alone, followed down to the part of it that is. */
  async below(
    members: readonly Member[],
    holder: JsonObject,
    base: JsonObject = {},
    of?: Place,
  ): Promise<Culprit | undefined> {
    for (const { path, shape } of members) {
      const name = path.slice(path.lastIndexOf('.') + 1);
      const value = holder[name];
      const place: Place = {
        path,
        shape,
        alone: (one) => of?.alone({ ...base, [name]: one }) ?? { [name]: one },
      };
      const found = value === undefined ? undefined : await this.refused(place, value);
      if (found !== undefined && value !== undefined) return (await this.within(place, value)) ?? found;
    }
    return undefined;
  }

  private within(place: Place, value: JsonValue): Promise<Culprit | undefined> {
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

  private async inStructure(place: Place, required: readonly string[], value: JsonValue): Promise<Culprit | undefined> {
    if (!isJsonObject(value)) return undefined;
    const base = Object.fromEntries(Object.entries(value).filter(([name]) => required.includes(name)));
    const hasBase = Object.keys(base).length > 0;
    // What has to be there cannot be left out, so nothing beside it is to blame where it is refused by itself.
    if (hasBase && (await this.refused(place, base)) !== undefined) return undefined;
    const members = childrenOf(place.path, place.shape).filter(({ required: must }) => !must);
    return this.below(members, value, base, place);
  }

  private async inList(place: Place, shape: Shape, value: JsonValue): Promise<Culprit | undefined> {
    const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
    const item: Place = { path: `${place.path}[]`, shape, alone: (one) => place.alone([one]) };
    for (const one of items) {
      const found = await this.refused(item, one);
      if (found !== undefined) return (await this.within(item, one)) ?? found;
    }
    return undefined;
  }

  private async inMap(
    place: Place,
    { key, value }: { readonly key: Shape; readonly value: Shape },
    map: JsonValue,
  ): Promise<Culprit | undefined> {
    if (!isJsonObject(map)) return undefined;
    for (const [name, content] of Object.entries(map)) {
      const inValue: Place = {
        path: `${place.path}{value}`,
        shape: value,
        alone: (one) => place.alone({ [name]: one }),
      };
      const found = await this.refused(inValue, content);
      if (found === undefined) continue;
      const inKey: Place = {
        path: `${place.path}{key}`,
        shape: key,
        alone: (one) => place.alone({ [String(one)]: 'x' }),
      };
      return (await this.refused(inKey, name)) ?? found;
    }
    return undefined;
  }
}

/** Whether a deviation may be the doing of something else that the request carried. */
export function isRefusal(kind: Deviation['kind']): boolean {
  return kind === 'rejected-valid' || kind === 'wrong-error' || kind === 'server-fault';
}
