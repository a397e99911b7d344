import type { ClauseId } from '../../specs/clause.ts';
import type { Level } from '../../specs/evidence.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';

/** What DescribeUserPool should show of one member after a request. `undefined` among the values: not shown. */
export interface StateExpectation {
  readonly member: MemberPath;
  readonly clause: ClauseId;
  readonly level: Level;
  readonly demands:
    | { readonly kind: 'one-of'; readonly values: readonly (JsonValue | undefined)[] }
    /** Shown with these entries, whatever others there are. */
    | { readonly kind: 'holds'; readonly entries: JsonObject }
    | { readonly kind: 'not'; readonly value: JsonValue | undefined };
}
