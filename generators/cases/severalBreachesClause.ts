import type { ClauseId } from '../../specs/clause.ts';

/** What a request that breaks several clauses, each at a place of its own, is about. */
export const severalBreachesClause: ClauseId = 'request.several-faults';
