import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../specs/json.ts';

type Fields = Readonly<Record<string, fc.Arbitrary<JsonValue>>>;

/**
 * A record whose optional members are there as often as `presence` says, in hundredths. Shrinking takes members out first. An
 * arbitrary of its own, since a choice for each of thirty members of each request costs more than all that is drawn.
 */
export function optionalMembers(
  fields: Fields,
  required: readonly string[],
  presence: number,
): fc.Arbitrary<JsonObject> {
  return new OptionalMembers(fields, new Set(required), presence);
}

interface Drawn {
  readonly name: string;
  readonly value: fc.Value<JsonValue>;
}

class OptionalMembers extends fc.Arbitrary<JsonObject> {
  readonly #fields: Fields;
  readonly #names: readonly string[];
  readonly #required: ReadonlySet<string>;
  readonly #presence: number;

  constructor(fields: Fields, required: ReadonlySet<string>, presence: number) {
    super();
    this.#fields = fields;
    this.#names = Object.keys(fields);
    this.#required = required;
    this.#presence = presence;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<JsonObject> {
    const drawn: Drawn[] = [];
    for (const name of this.#names) {
      const isThere = this.#required.has(name) || random.nextInt(1, 100) <= this.#presence;
      const value = isThere ? this.#fields[name]?.generate(random, biasFactor) : undefined;
      if (value !== undefined) drawn.push({ name, value });
    }
    return assembleObject(drawn);
  }

  // The drawn values are only in the context.
  override canShrinkWithoutContext(_value: unknown): _value is JsonObject {
    return false;
  }

  override shrink(_value: JsonObject, context: unknown): fc.Stream<fc.Value<JsonObject>> {
    return isDrawn(context) ? fc.stream(this.#smaller(context)) : fc.Stream.nil();
  }

  *#smaller(drawn: readonly Drawn[]): Generator<fc.Value<JsonObject>, void> {
    for (const [index, { name }] of drawn.entries()) {
      if (!this.#required.has(name)) yield assembleObject(drawn.toSpliced(index, 1));
    }
    for (const [index, { name, value }] of drawn.entries()) {
      const simpler = this.#fields[name]?.shrink(value.value, value.context) ?? [];
      for (const one of simpler) yield assembleObject(drawn.with(index, { name, value: one }));
    }
  }
}

function assembleObject(drawn: readonly Drawn[]): fc.Value<JsonObject> {
  const members: Record<string, JsonValue> = {};
  for (const { name, value } of drawn) members[name] = value.value;
  return new fc.Value(members, drawn);
}

function isDrawn(context: unknown): context is readonly Drawn[] {
  return Array.isArray(context);
}
