import { type Phase, poolPlaceholder, type RawContent, type Step } from '../../generators/cases/case.ts';
import type { Basis, ClauseId } from '../../specs/clause.ts';
import type { EditionDate } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, parsedJson } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Finding, RecordHeader } from '../record/record.ts';
import { reasonNotSaved } from './reasonNotSaved.ts';

/** The smallest request that showed a finding, as saved in a corpus folder; `corpus.schema.json` is its published schema. */
export interface CorpusEntry {
  readonly format: 'poolproof-corpus';
  readonly version: 1;
  /** The id of the finding. */
  readonly finding: string;
  /** The id of the target on which it was found. */
  readonly target: string;
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phase: Phase;
  readonly clause: ClauseId;
  readonly member: MemberPath;
  /** `{UserPoolId}` is replaced with the id of the pool that the request is sent to. */
  readonly request: JsonObject;
  readonly prior?: { readonly update?: JsonObject; readonly mfa?: JsonObject };
  /** The wire form of a request that no SDK would send. */
  readonly raw?: RawContent;
  /** Of a sequence: all requests in order; the last one shows the finding. */
  readonly steps?: readonly Step[];
  /** Of a race: the requests that are sent at the same time. */
  readonly parallel?: readonly Step[];
}

/** Converts a finding to a corpus entry; undefined if no client request alone can reproduce it. */
export function corpusEntry(finding: Finding, { target, edition, basis }: RecordHeader): CorpusEntry | undefined {
  const { id, phase, clause, member, raw, parallel } = finding;
  if (reasonNotSaved(finding) !== undefined) return undefined;
  const request = savedRequest(finding);
  if (request === undefined) return undefined;
  return {
    format: 'poolproof-corpus',
    version: 1,
    finding: id,
    target: target.id,
    edition,
    basis,
    phase,
    clause,
    member,
    request,
    ...savedPrior(finding),
    ...(raw === undefined ? {} : { raw }),
    ...(parallel === undefined ? {} : { parallel }),
    ...savedSteps(finding, request),
  };
}

// A request sent as text contains the id of a deleted pool.
function savedRequest({ request, raw, member }: Finding): JsonObject | undefined {
  const value = typeof request === 'string' ? parsedJson(request) : request;
  if (!isJsonObject(value)) return raw?.body === undefined && raw?.bytes === undefined ? undefined : {};
  const keepsId = member === 'UserPoolId' || !Object.hasOwn(value, 'UserPoolId');
  return keepsId ? value : { ...value, UserPoolId: poolPlaceholder };
}

function savedPrior({ prior: { update, mfa } }: Finding): Pick<CorpusEntry, 'prior'> {
  if (update === undefined && mfa === undefined) return {};
  return { prior: { ...(update === undefined ? {} : { update }), ...(mfa === undefined ? {} : { mfa }) } };
}

function savedSteps({ prior, last }: Finding, request: JsonObject): Pick<CorpusEntry, 'steps'> {
  if (last === undefined) return {};
  const { UserPoolId: _named, ...body } = request;
  return { steps: [...(prior.steps ?? []), { ...last, body }] };
}
