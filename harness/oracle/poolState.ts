import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { ownTags } from '../../specs/ownTags.ts';
import { withPartsOf } from './sharedParts.ts';

/** A pool as DescribeUserPool shows it, its members under the names that a request gives them. */
export interface PoolState {
  readonly members: JsonObject;
  /** Factors set by SetUserPoolMfaConfig, which DescribeUserPool does not show. */
  readonly factors: JsonObject;
  /** What no update can touch, the dates, status and number of users. */
  readonly fixed: JsonObject;
  /** Numbers that the answer writes with a fraction or an exponent, as written, by their place; absent: none is known. */
  readonly fractions?: ReadonlyMap<MemberPath, string>;
  /** Set where the new pool of a run is an existing pool with settings of its own: its values are no defaults. */
  readonly existing?: true;
  /** Set where the target does not show the pool that it made: the members in which earlier updates may have left anything. */
  readonly unseen?: ReadonlySet<string>;
}

/** Members of a described pool that UpdateUserPool has no say in. */
export const untouchable = [
  'Id',
  'Arn',
  'SchemaAttributes',
  'AliasAttributes',
  'UsernameAttributes',
  'UsernameConfiguration',
  'Domain',
  'CustomDomain',
  // Shown by GetUserPoolMfaConfig, and read where a case has set them.
  'WebAuthnConfiguration',
  'SoftwareTokenMfaConfiguration',
  'EmailMfaConfiguration',
] as const;

/** What a pool shows that no update sets and that yet may change. */
const changing = ['CreationDate', 'LastModifiedDate', 'EstimatedNumberOfUsers', 'Status'] as const;

/** Reads the pool of a DescribeUserPool answer. What is as in an earlier state is taken from there. */
export function poolStateOf(
  edition: Edition,
  described: JsonObject,
  factors: JsonObject = {},
  earlier?: PoolState,
): PoolState {
  const members = shownAmong(namesIn(edition), (name) => shownMember(described, name));
  const fixed = shownAmong(fixedNames, (name) => described[name]);
  if (earlier === undefined) return { members, factors, fixed };
  return { members: withPartsOf(earlier.members, members), factors, fixed: withPartsOf(earlier.fixed, fixed) };
}

const namesIn = memoizeByObject(({ input }: Edition) =>
  Object.keys(input.members).filter((name) => name !== 'UserPoolId'),
);

const fixedNames = [...untouchable, ...changing];

function shownMember(described: JsonObject, name: string): JsonValue | undefined {
  const value = described[name === 'PoolName' ? 'Name' : name];
  return name === 'UserPoolTags' && isJsonObject(value) ? ownTags(value) : value;
}

function shownAmong(names: readonly string[], shownAs: (name: string) => JsonValue | undefined): JsonObject {
  const shown: Record<string, JsonValue> = {};
  for (const name of names) {
    const value = shownAs(name) ?? null;
    if (value !== null) shown[name] = value;
  }
  return shown;
}
