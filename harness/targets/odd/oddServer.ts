import type { RequestListener } from 'node:http';
import type { ClauseId } from '../../../specs/clause.ts';
import type { Level } from '../../../specs/evidence.ts';
import type { JsonObject } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { Alteration } from '../mutants/mutant.ts';

/** The kinds of oddities, in the order of the table. */
export const oddGroups = ['open-rule', 'open-state', 'answer', 'shown', 'policy', 'connection'] as const;

export type OddGroup = (typeof oddGroups)[number];

/** The mock with one unusual behaviour that the contract allows: a run has to be silent about it. */
export interface OddServer {
  /** Built from names: `open-state/policies.empty/fresh`. */
  readonly id: string;
  readonly group: OddGroup;
  /** The member that the oddity is about; `''` where it is about answers or pools as a whole. */
  readonly member: MemberPath;
  /** The clause that leaves room for it; `''` where none is about it. */
  readonly clause: ClauseId | '';
  /** What is unusual, in one sentence. */
  readonly says: string;
  /** Why it is allowed, in one sentence. */
  readonly allowed: string;
  readonly alteration: OddAlteration;
  /** Findings that it deserves all the same, because a clause on weak evidence speaks against it. */
  readonly earned?: readonly Earned[];
}

/** Findings of a clause, up to a level. */
export interface Earned {
  readonly clause: ClauseId;
  readonly level: Exclude<Level, 'must'>;
}

/** Where the mock is taken apart: as for a mutant, but for every operation, and in how it is served. */
export interface OddAlteration extends Alteration {
  /** What new pools show. */
  readonly fresh?: (usual: JsonObject) => JsonObject;
  /** How requests over the network are answered; absent: an oddity that needs no network. */
  readonly listener?: (fetch: Fetch) => RequestListener;
}
