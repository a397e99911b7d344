import type { Phase, RawContent, Step } from '../../generators/cases/case.ts';
import type { Basis, ClauseId } from '../../specs/clause.ts';
import type { EditionDate } from '../../specs/edition.ts';
import type { Evidence, Level } from '../../specs/evidence.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';

/** The product of a run, as read back from its JSON Lines file. Every report is a view of it. */
export interface RunRecord {
  /** The file that it is in; absent for a record that is only in memory. */
  readonly path?: string;
  /** The line of that file on which each finding stands, by its id and from 1; absent where `path` is. */
  readonly findingLines?: ReadonlyMap<string, number>;
  readonly header: RecordHeader;
  /** What the target was found to have; absent in records of earlier versions. */
  readonly probe?: ProbeLine;
  /** The pools that the cases ran on; absent in records of earlier versions. */
  readonly pools?: Iterable<PoolLine>;
  /** To be read in one pass after another, not by place: they may be in a file, and more than memory should hold. */
  readonly cases: Iterable<CaseLine>;
  readonly findings: readonly Finding[];
  readonly footer: RecordFooter;
  /** Absent until the gate was evaluated. */
  readonly gate?: GateLine;
}

export interface RecordHeader {
  readonly line: 'header';
  readonly format: 'poolproof-record';
  /** How the lines are written in the file: since 2 without repetition. */
  readonly version: 1 | 2;
  readonly tool: { readonly name: 'poolproof'; readonly version: string };
  readonly target: TargetIdentity;
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly seed: number;
  readonly region: string;
  readonly phases: readonly Phase[];
  /** Fuzz cases that were asked for. */
  readonly cases: number;
  /** The filter, or null. */
  readonly only: string | null;
  /** Set where only clauses that were seen on the live operation were judged. */
  readonly confirmedOnly?: true;
  /** Updates of one pool at one moment, and the folder of kept requests; absent where none were asked for. */
  readonly burst?: number;
  readonly corpus?: string;
  /** Which pools and fixtures were met besides new ones, in the words of the command line. */
  readonly poolOptions?: readonly string[];
  /** How the target was started and reached, besides its address; absent where nothing was set. */
  readonly connection?: TargetConnection;
  /** Which part of a run this is, counted from 1; null for a whole one. */
  readonly shard: Shard | null;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** One of so many parts of a run: `1/3` is the first of three. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What it takes to start and reach a target again. Secrets are left out. */
export interface TargetConnection {
  /** The command of --start, and milliseconds to wait for it where that is not the default. */
  readonly start?: string;
  readonly readyTimeout?: number;
  /** Names of further headers. */
  readonly headers?: readonly string[];
  /** The file of --ca. */
  readonly ca?: string;
  readonly insecure?: true;
}

export interface TargetIdentity {
  /** What it is, or is called by --target-name, not how it was reached: `mock`, `cognito-local`, `127.0.0.1:9229`. */
  readonly id: string;
  readonly kind: 'mock' | 'endpoint' | 'aws' | 'record';
  /** URL, or null for the embedded mock. */
  readonly endpoint: string | null;
  /** The version of the target, as --target-version, its package or its answers say; absent where nothing does. */
  readonly version?: string;
}

/** What a target has, asked before anything was judged. */
export interface ProbeLine {
  readonly line: 'probe';
  /** How errors are reported: by name with HTTP 400, or by the numbers 480 to 490. "unknown" where nothing was refused. */
  readonly dialect: 'aws-json' | 'openapi' | 'unknown';
  /** Whether DescribeUserPool shows what was made: "hidden" shows nothing, "none" shows a pool for any id. */
  readonly pools: 'kept' | 'hidden' | 'none';
  /** Operations that the target says it does not have. */
  readonly missing: readonly string[];
  /** What the target calls itself in the header `server`; absent where it does not. */
  readonly server?: string;
  /** Set where each operation has a path of its own, as in OpenAPI conversions; absent: all are at the root. */
  readonly route?: 'openapi';
}

/** A new pool, written before the first case that ran on it. */
export interface PoolLine {
  readonly line: 'pool';
  readonly lane: string;
  /** The first case that ran on it; those after it in the lane did too, up to the next pool. */
  readonly from: string;
  readonly id: string;
  /** Whether DescribeUserPool shows it. */
  readonly readable: boolean;
  /** What it showed, our own tag included. */
  readonly members: JsonObject;
  /** What it showed when it was new, our own tag left out, where it is not any more: the lane comes back to it. */
  readonly fresh?: JsonObject;
  /** Set where it is no new pool but somebody's, as it was found, with the factors that it had. */
  readonly existing?: true;
  readonly factors?: JsonObject;
}

/** One case with what came of it. */
export interface CaseLine {
  readonly line: 'case';
  readonly id: string;
  readonly phase: Phase;
  /** One user pool and the cases that ran on it in order. */
  readonly lane: string;
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly breaks: readonly ClauseId[];
  /** The body as sent: the parsed object, or the text where it is not a JSON object. */
  readonly request: JsonObject | string;
  /** The requests of a sequence up to the one in question, or those that were sent at one moment. */
  readonly steps?: readonly Step[];
  readonly expectation: ExpectationLine;
  readonly answer: AnswerLine;
  readonly verdict: Verdict;
  /** Top-level members of the pool that differ from what the case before left; null for one that is gone. */
  readonly changed: Readonly<Record<string, JsonValue>>;
  /** What was done to the pool before the case was sent: members as they then were, and factors that had been set. */
  readonly prepared?: { readonly members: Readonly<Record<string, JsonValue>>; readonly factors?: JsonObject };
  /** The contract is silent, and the target accepted a request that differs from this one in no respect that matters. */
  readonly twin?: 'accepted';
  /** A member that the case is not about, for whose sake the target refused it though the contract allows what it held. */
  readonly spoiledBy?: MemberPath;
}

/** What the oracle said, short enough to keep for every case. */
export type ExpectationLine =
  | { readonly kind: 'accepted' }
  /** In doubt: those of the errors that only something on which the sources are silent could earn. */
  | { readonly kind: 'rejected'; readonly errors: readonly string[]; readonly inDoubt?: readonly string[] }
  | { readonly kind: 'open'; readonly why: string };

/** What came back, or why nothing came. */
export type AnswerLine =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The error by name, read from `__type`, `code`, the header or the OpenAPI number; null for a success. */
      readonly error: string | null;
      readonly message: string | null;
      /** The body, cut at 2,000 characters. */
      readonly body: string;
      /** Only the headers that the contract mentions. */
      readonly headers: Readonly<Record<string, string>>;
      readonly ms: number;
      /** Seconds by which the Date header was off, where they were more than five minutes. */
      readonly clockSkew?: number;
    }
  | {
      readonly kind: 'unanswered';
      readonly why: 'timeout' | 'reset' | 'refused' | 'too-large' | 'not-sent';
      readonly detail: string;
      readonly ms: number;
    };

/** What became of a case: a closed union. */
export type Verdict =
  | { readonly kind: 'conforms' }
  | { readonly kind: 'deviates'; readonly deviations: readonly Deviation[] }
  | { readonly kind: 'undecided'; readonly why: string }
  | { readonly kind: 'inconclusive'; readonly why: string }
  | { readonly kind: 'unsupported'; readonly why: string }
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'errored'; readonly why: string };

export const deviationKinds = [
  'accepted-invalid',
  'rejected-valid',
  'wrong-error',
  'wrong-status',
  'wrong-state',
  'not-atomic',
  'leaked-state',
  'malformed-answer',
  'server-fault',
  'no-answer',
  'unstable',
] as const;

export type DeviationKind = (typeof deviationKinds)[number];

/** One way in which one answer deviates from one clause. */
export interface Deviation {
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly kind: DeviationKind;
  readonly level: Level;
  /** A sentence: what the contract asks. */
  readonly expected: string;
  /** A sentence: what the target did. */
  readonly actual: string;
  /** The symptom in a word or two, part of the finding's id: `200`, `ValidationException`, `absent`. */
  readonly answerClass: string;
}

/** One deviation, deduplicated by clause, kind and answer. */
export interface Finding extends Omit<Deviation, 'answerClass'> {
  readonly line: 'finding';
  /** Clause, kind and answer class: `pool-name.max/accepted-invalid/200`. */
  readonly id: string;
  /** The case that shows it best: the fewest breaches, the shortest request. */
  readonly case: string;
  readonly phase: Phase;
  /** How many cases showed it. */
  readonly count: number;
  /** What the clause says. */
  readonly says: string;
  /** The smallest request that still shows it; `{UserPoolId}` stands for the id of the user's own pool. */
  readonly request: JsonObject | string;
  /** How the request is sent, where no SDK would send it like that. */
  readonly raw?: RawContent;
  /** Of a race: what was sent at one moment; the request is the first of it. */
  readonly parallel?: readonly Step[];
  /** Of a sequence: what the request was sent as, where that follows from no other member. */
  readonly last?: Pick<Step, 'operation' | 'pool'>;
  /** What has to be sent first, as UpdateUserPool and SetUserPoolMfaConfig requests without UserPoolId. */
  readonly prior: { readonly update?: JsonObject; readonly mfa?: JsonObject; readonly steps?: readonly Step[] };
  /** What the pool has to be created with, besides its name; absent where any pool shows it. */
  readonly creation?: JsonObject;
  /** The answer to the smallest request. */
  readonly answer: AnswerLine;
  /** Members whose value is in question: before, after, and what was expected, null where not shown. */
  readonly state: readonly StateDifference[];
  /** Whether the deviation showed again on a new pool after the run. */
  readonly reproduced: boolean;
  readonly evidence: readonly Evidence[];
  /** The date of the newest evidence for the clause; absent in records of earlier versions. */
  readonly confirmed?: string;
}

export interface StateDifference {
  readonly member: MemberPath;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly expected: string;
}

/** What a run could not put in order at its end; each is absent where there is none. */
export interface LeftBehind {
  /** Ids of pools that the run created and could not delete. */
  readonly notDeleted?: readonly string[];
  /** The target has no DeleteUserPool, so that the remaining pools are not the fault of the run. */
  readonly undeletable?: true;
  /** The existing pool that could not be restored, and the file with its saved copy. */
  readonly notRestored?: { readonly pool: string; readonly copy: string };
}

/** What the requests of a run are for, each with its name in reports, in the order in which reports tell it. */
export const requestPurposes = {
  cases: 'cases',
  reading: 'reading back',
  prior: 'prior states',
  twins: 'comparing',
  pools: 'creating pools',
  probing: 'probing',
  causes: 'looking for causes',
  shrinking: 'shrinking',
  confirming: 'confirming',
  cleanUp: 'clean-up',
} as const;

export type RequestPurpose = keyof typeof requestPurposes;

/** How many requests a run has sent for each purpose. */
export type RequestCounts = Readonly<Record<RequestPurpose, number>>;

export interface RecordFooter extends LeftBehind {
  readonly line: 'footer';
  readonly cases: number;
  readonly findings: number;
  /** HTTP requests of every kind. */
  readonly requests: number;
  /** The same by what they were for; absent in records of earlier versions. */
  readonly requestsBy?: RequestCounts;
  readonly durationMs: number;
  readonly phases: readonly { readonly phase: Phase; readonly durationMs: number }[];
  /** Why the run ended early, or null. */
  readonly interrupted: string | null;
  /** Set where the record has no footer, since the run was killed: this one is made from its cases. */
  readonly cutOff?: true;
  /** Set where the run was asked to stop at the first deviation, and did. */
  readonly failedFast?: true;
  /** What a filter has left out: clauses that it is not about, with the number of cases that deviate from each. */
  readonly outsideFilter?: readonly OutsideFilter[];
}

/** A clause that a filter was not about, and how many cases deviate from it all the same. */
export interface OutsideFilter {
  readonly clause: ClauseId;
  readonly cases: number;
}

/** The reasons for which the gate fails. */
export const gateReasons = ['findings', 'expired', 'missing-errors', 'stale-baseline', 'incomplete-run'] as const;

export type GateReason = (typeof gateReasons)[number];

/** The outcome of the gate; the line comes after the footer. */
export interface GateLine {
  readonly line: 'gate';
  readonly passed: boolean;
  /** Why it failed; empty if it passed. */
  readonly reasons: readonly GateReason[];
  /** The weakest level whose findings count. */
  readonly failOn: Level;
  /** The baseline file that was compared with, or null. */
  readonly baseline: string | null;
  /** Ids of findings that the baseline does not know. */
  readonly new: readonly string[];
  readonly known: readonly string[];
  /** Known, but not accepted any longer. */
  readonly expired: readonly string[];
  /** The baseline's entries for the known and the expired ones; absent in records of earlier versions. */
  readonly accepted?: readonly Acceptance[];
  /** Ids that the baseline knows, and whose case no longer shows them. */
  readonly fixed: readonly string[];
  /** Ids that the baseline knows, and whose case this run did not try. */
  readonly notTested: readonly string[];
  /** Ids of cases that the baseline lists and the run no longer has. */
  readonly vanished: readonly string[];
  /** Names of errors that were required and that no answer matched. */
  readonly missingErrors: readonly string[];
  /** What the run left behind, in a sentence; absent if nothing. */
  readonly leftBehind?: string;
  /** Ids of findings left out of divergence and gate, as the target does not implement their member; absent if none. */
  readonly notImplemented?: readonly string[];
  /** Ids of the findings for which the gate fails. */
  readonly against: readonly string[];
}

/** What a baseline says of a finding that it knows. */
export interface Acceptance {
  readonly finding: string;
  /** YYYY-MM-DD, as is the other date. */
  readonly firstSeen: string;
  readonly reason: string;
  readonly ticket: string;
  /** The last day on which it is accepted; absent: for good. */
  readonly expires?: string;
}
