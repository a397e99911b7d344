import type { Clause, ClauseId } from '../../../specs/clause.ts';
import type { MemberPath } from '../../../specs/member.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { PoolService } from '../mock/poolService.ts';
import type { Wire } from '../mock/wire.ts';
import type { Steps } from '../mock/world.ts';

/** The kinds of faults, in the order of the kill table. */
export const mutantGroups = [
  'constraint',
  'rule',
  'state',
  'text',
  'wire',
  'pools',
  'stateful',
  'examples',
  'boundary',
  'fuzz',
  'form',
  'sequence',
  'race',
  'errors',
] as const;

export type MutantGroup = (typeof mutantGroups)[number];

/** The embedded mock with exactly one thing broken. */
export interface Mutant {
  /** Built from names: `constraint/Policies.PasswordPolicy.MinimumLength/max/dropped`. */
  readonly id: string;
  readonly group: MutantGroup;
  /** The member that is treated wrongly; `''` where it is the answer or the pool as a whole. */
  readonly member: MemberPath;
  /** The clause that it breaks. */
  readonly clause: ClauseId;
  /** What is broken, in one sentence. */
  readonly says: string;
  readonly alteration: Alteration;
  /** Why no request can tell it from the original; absent where one can. */
  readonly equivalent?: string;
}

/** Where the mock is taken apart. What is absent stays as it is. */
export interface Alteration {
  /** The rules and effects that it follows. */
  readonly clauses?: readonly Clause[];
  readonly steps?: (usual: Steps) => Partial<Steps>;
  /** How answers to UpdateUserPool are put on the wire. */
  readonly wire?: (usual: Wire) => Wire;
  /** What becomes of UpdateUserPool requests on their way. */
  readonly fetch?: (usual: Fetch) => Fetch;
  /** Wrapped again for every mutant that is built, so that what it remembers is its own. */
  readonly service?: (usual: PoolService) => PoolService;
}
