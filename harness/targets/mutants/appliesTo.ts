import type { StateConstraint } from '../../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import { dottedAt, parentOf } from './atMember.ts';

/** Whether a request leaves a member out, or sends it as null, empty or with a value, as a clause on its state says. */
export function appliesTo(member: MemberPath, { when, parent }: StateConstraint, body: JsonObject): boolean {
  const sent = dottedAt(body, member);
  const around = parentOf(member) === '' || dottedAt(body, parentOf(member)) !== undefined ? 'sent' : 'omitted';
  switch (when) {
    case 'sent':
      return sent !== undefined && sent !== null && !isEmptyObject(sent);
    case 'empty':
      return sent !== undefined && isEmptyObject(sent);
    case 'null':
      return sent === null;
    case 'omitted':
      return sent === undefined && (parent === undefined || parent === around);
  }
}

function isEmptyObject(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
