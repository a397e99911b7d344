import type { ClauseId } from '../../specs/clause.ts';
import type { MemberPath } from '../../specs/member.ts';

/** Whether cases about a clause of a member are asked for; without a clause, about any clause of the member. */
export type CaseFilter = (member: MemberPath, clause?: ClauseId) => boolean;

/** Every case is asked for. */
export const everyCase: CaseFilter = () => true;
