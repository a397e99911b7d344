import type { Clause, ClauseId, Effect, Examples, StateConstraint } from './clause.ts';
import type { EditionDate } from './edition.ts';
import type { Evidence } from './evidence.ts';
import type { JsonObject } from './json.ts';
import type { MemberPath } from './member.ts';

/** What one part of the request adds to what its shape says. A new member of the API usually needs one of these. */
export interface Topic {
  /** Valid requests that together send every member of the part, each with a value that a new pool does not show. */
  readonly samples?: readonly JsonObject[];
  /** Notes on model clauses, by clause id. Where editions differ in a number, one note for each. */
  readonly model?: Readonly<Record<ClauseId, ModelNote | readonly ModelNote[]>>;
  /** Notes on what becomes of members. */
  readonly state?: readonly StateNote[];
  /** Clauses that no shape implies. */
  readonly clauses?: readonly Clause[];
}

/** Hand-picked examples of a model clause, and what was seen of it beside the model. */
export interface ModelNote {
  readonly examples: Examples;
  readonly evidence?: readonly Evidence[];
  readonly since?: EditionDate;
  readonly until?: EditionDate;
}

/** What becomes of a member for one way of sending it; replaces the default effect ("open" or "stored"). */
export interface StateNote {
  /** The end of the clause's id; absent: the way of sending. */
  readonly name?: string;
  readonly member: MemberPath;
  readonly when: StateConstraint['when'];
  readonly parent?: 'sent' | 'omitted';
  readonly observed: Effect;
  readonly documented: Effect;
  readonly evidence: readonly Evidence[];
  /** Absent: made from the samples. */
  readonly examples?: Examples;
  readonly since?: EditionDate;
  readonly until?: EditionDate;
}
