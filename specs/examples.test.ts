import { expect } from 'chai';
import { RE2JS } from 're2js';
import type { Clause, ClauseId, Example, ModelConstraint } from './clause.ts';
import type { Condition } from './condition.ts';
import { contractOf } from './contract.ts';
import { editionDates } from './edition.ts';
import { isJsonObject, type JsonObject, type JsonValue, jsonEqual } from './json.ts';
import type { MemberPath } from './member.ts';

// Read plainly and apart from the oracle, so that a slip of the one does not hide in the other.

const region = 'us-east-1';

const newPool: JsonObject = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] }, PasswordPolicy: { MinimumLength: 8 } },
  MfaConfiguration: 'OFF',
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
  UserPoolTier: 'ESSENTIALS',
  DeletionProtection: 'INACTIVE',
};

describe('examples', () => {
  for (const date of editionDates) {
    const { clauses } = contractOf(date, 'observed');

    it(`stand on both sides of every limit of ${date}`, () => {
      for (const { id, constraint, examples } of clauses) {
        if (!['min', 'max', 'enum', 'pattern'].includes(constraint.kind)) continue;
        expect(examples.keeps, id).not.to.be.empty;
        // The pattern (?s).* takes every text.
        if (constraint.kind !== 'pattern' || constraint.pattern !== '(?s).*')
          expect(examples.breaks, id).not.to.be.empty;
      }
    });

    it(`keep and break the limits of ${date}`, () => {
      for (const { id, constraint, examples } of clauses) {
        if (constraint.kind === 'rule' || constraint.kind === 'state' || constraint.kind === 'wire') continue;
        for (const { value } of examples.keeps)
          expect(keeps(constraint, value), `${id} keeps ${text(value)}`).to.equal(true);
        for (const { value } of examples.breaks)
          expect(keeps(constraint, value), `${id} breaks ${text(value)}`).to.equal(false);
      }
    });

    it(`reach the bounds of ${date} exactly, and go one beyond`, () => {
      for (const { id, constraint, examples } of clauses) {
        if (constraint.kind !== 'min' && constraint.kind !== 'max') continue;
        const sizes = (side: readonly Example[]) => side.map(({ value }) => sizeOf(constraint, value));
        // No id of one character fits the pattern.
        if (id !== 'user-pool-id.min') expect(sizes(examples.keeps), id).to.include(constraint.bound);
        expect(sizes(examples.breaks), id).to.include(constraint.bound + (constraint.kind === 'min' ? -1 : 1));
      }
    });

    for (const basis of ['observed', 'documented'] as const) {
      it(`break one rule of ${date} and keep the others (${basis})`, () => {
        const contract = contractOf(date, basis);
        for (const clause of contract.clauses.filter(({ constraint }) => constraint.kind === 'rule')) {
          expect(clause.examples.keeps, clause.id).not.to.be.empty;
          expect(clause.examples.breaks, clause.id).not.to.be.empty;
          for (const example of clause.examples.keeps)
            expect(
              brokenBy(example, contract.clauses, basis),
              `${clause.id} keeps ${text(example.value)}`,
            ).not.to.include(clause.id);
          for (const example of clause.examples.breaks) {
            const broken = brokenBy(example, contract.clauses, basis);
            expect(broken, `${clause.id} breaks ${text(example.value)}`).to.include(clause.id);
            const refusing = broken.filter((id) => refuses(contract.byId.get(id)));
            expect(refusing, text(example.value)).to.deep.equal(refuses(clause) ? [clause.id] : []);
          }
        }
      });
    }
  }

  it('send every member that can be sent, in every edition', () => {
    for (const date of editionDates) {
      for (const { id, examples, constraint } of contractOf(date, 'observed').clauses) {
        if (constraint.kind === 'state') expect(examples.keeps, `${date} ${id}`).not.to.be.empty;
      }
    }
  });
});

function text(value: JsonValue): string {
  return JSON.stringify(value).slice(0, 120);
}

function refuses(clause: Clause | undefined): boolean {
  return clause?.constraint.kind === 'rule' && clause.constraint.outcome === 'rejected';
}

function sizeOf(constraint: ModelConstraint & { kind: 'min' | 'max' }, value: JsonValue): number {
  if (constraint.of === 'value') return typeof value === 'number' ? value : Number.NaN;
  return typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : Number.NaN;
}

function keeps(constraint: ModelConstraint, value: JsonValue): boolean {
  switch (constraint.kind) {
    case 'type':
      return typeOf(value).includes(constraint.type);
    case 'required':
      return true;
    case 'enum':
      return typeof value === 'string' && constraint.values.includes(value);
    case 'min':
      return sizeOf(constraint, value) >= constraint.bound;
    case 'max':
      return sizeOf(constraint, value) <= constraint.bound;
    case 'pattern':
      return typeof value === 'string' && matches(constraint.pattern, value);
  }
}

function typeOf(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return ['list'];
  if (typeof value === 'number') return ['integer'];
  return typeof value === 'object' ? ['structure', 'map'] : [typeof value];
}

function brokenBy(
  { value, prior, mfa }: Example,
  clauses: readonly Clause[],
  basis: 'observed' | 'documented',
): readonly ClauseId[] {
  const request = value as JsonObject;
  const before = { ...newPool, ...prior };
  const after: JsonObject = { ...afterOmission(before, request, clauses, basis), ...mfa, ...request };
  return clauses
    .filter(
      ({ constraint }) =>
        constraint.kind === 'rule' && holds(constraint.breach, { request, result: merged(after, before, request) }),
    )
    .map(({ id }) => id);
}

/** Policies keeps the half that is not sent; every other structure is taken as it is sent. */
function merged(after: JsonObject, before: JsonObject, request: JsonObject): JsonObject {
  if (!isJsonObject(request.Policies) || !isJsonObject(before.Policies)) return after;
  return { ...after, Policies: { ...before.Policies, ...request.Policies } };
}

function afterOmission(
  before: JsonObject,
  request: JsonObject,
  clauses: readonly Clause[],
  basis: 'observed' | 'documented',
): JsonObject {
  const left = Object.entries(before).filter(([name]) => {
    const clause = clauses.find(
      ({ member, constraint }) => member === name && constraint.kind === 'state' && constraint.when === 'omitted',
    );
    const effect = clause?.constraint.kind === 'state' ? clause.constraint[basis].kind : 'kept';
    return Object.hasOwn(request, name) || effect === 'kept' || jsonEqual(before[name], newPool[name]);
  });
  const restored = Object.entries(newPool).filter(([name]) => !left.some(([other]) => other === name));
  return Object.fromEntries([...left, ...restored]);
}

interface Scene {
  readonly request: JsonObject;
  readonly result: JsonObject;
}

function holds(condition: Condition, scene: Scene): boolean {
  if (condition.kind === 'all') return condition.of.every((part) => holds(part, scene));
  if (condition.kind === 'any') return condition.of.some((part) => holds(part, scene));
  if (condition.kind === 'not') return !holds(condition.of, scene);
  if (condition.kind === 'region') return condition.names.includes(region);
  const source = scene[condition.reads];
  const value = at(source, condition.at);
  switch (condition.kind) {
    case 'present':
      return value !== undefined && value !== null;
    case 'is':
      return value !== undefined && condition.values.some((one) => jsonEqual(one, value));
    case 'above':
      return (typeof value === 'number' ? value : Object.keys(value ?? {}).length) > condition.bound;
    case 'holds':
      return listOf(value).some((item) => condition.values.some((one) => jsonEqual(one, item)));
    case 'exceeds':
      return listOf(value).some((item) => !listOf(at(source, condition.of)).includes(item));
    case 'differs': {
      const other = at(source, condition.from);
      return value !== undefined && other !== undefined && value !== other;
    }
    case 'repeats': {
      const named = listOf(value).map((item) => text(at(item, condition.member) ?? null));
      return new Set(named).size < named.length;
    }
    case 'matches':
      return (isJsonObject(value) ? Object.keys(value) : typeof value === 'string' ? [value] : listOf(value)).some(
        (one) => typeof one === 'string' && matches(condition.pattern, one),
      );
    case 'elsewhere': {
      if (typeof value !== 'string') return false;
      const named = value.includes(':') ? value.split(':')[3] : value;
      return named !== '' && named !== region;
    }
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function at(value: JsonValue | undefined, path: MemberPath): JsonValue | undefined {
  if (path === '') return value;
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => at(item, path) ?? []);
  if (!isJsonObject(value)) return undefined;
  const name = path.split(/[.{]/, 1)[0] ?? path;
  const rest = path.slice(name.length);
  const child = Object.hasOwn(value, name) ? value[name] : undefined;
  if (rest.startsWith('{value}')) return at(Object.values(child ?? {}), rest.slice(8));
  return at(child, rest.slice(1));
}

const compiled = new Map<string, RE2JS>();

function matches(pattern: string, value: string): boolean {
  const regex = compiled.get(pattern) ?? RE2JS.compile(pattern);
  compiled.set(pattern, regex);
  return regex.matches(value);
}
