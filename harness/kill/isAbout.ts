import type { ClauseId } from '../../specs/clause.ts';
import { isAtOrBelow, type MemberPath } from '../../specs/member.ts';

/** What a row of the tables is called by. */
interface Row {
  readonly id: string;
  readonly clause: ClauseId | '';
  readonly member: MemberPath;
}

/** Whether a row is asked for: by the beginning of its id, by its clause, or by its member or one around it. */
export function isAbout({ id, clause, member }: Row, only: string): boolean {
  if (id.startsWith(only) || clause === only) return true;
  return isAtOrBelow(clause, only) || isAtOrBelow(member, only);
}
