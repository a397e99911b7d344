import type { Phase, Prior } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Verdict } from '../record/record.ts';
import type { Answer } from '../transport/answer.ts';
import type { CaseTarget } from './caseTarget.ts';

/** An answer of a client of your own; header names in lower case. */
export interface OwnAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Absent: the headers are not judged. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as text. */
  readonly text: string;
}

/** A case, sent and judged. */
export interface JudgedCase {
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/** A request with what the contract says of it. */
export interface ContractCase {
  /** Stable over runs and versions: `boundary/PoolName/max/over`. */
  readonly id: string;
  readonly phase: Phase;
  /** The clause that the case is about. */
  readonly clause: ClauseId;
  readonly member: MemberPath;
  /** The clauses that the request breaks; none for a valid one. */
  readonly breaks: readonly ClauseId[];
  /** The request; `{UserPoolId}` stands for the id of the pool. */
  readonly request: JsonObject;
  /** What has to be done to the pool first; undefined for a case on a pool in any state. */
  readonly prior: Prior | undefined;
  /**
   * Sends the request to a pool and resolves to the raw answer, whatever it is. Nothing is prepared and nothing is judged.
   * Rejects with a TypeError for a case that is not one plain request; `run` sends those.
   */
  readonly send: (target: CaseTarget, userPoolId: string) => Promise<Answer>;
  /**
   * Compares an answer, and the pool before and after it as DescribeUserPool shows it, with the contract. null: there is no such
   * pool. The pool before has to be in the state that `prior` asks for.
   */
  readonly judge: (answer: Answer | OwnAnswer, before: JsonObject | null, after: JsonObject | null) => Verdict;
  /** Creates a pool, prepares it, sends the case, judges it and deletes the pool. Rejects where no pool can be created. */
  readonly run: (target: CaseTarget) => Promise<JudgedCase>;
}
