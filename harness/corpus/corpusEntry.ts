import { type Phase, poolPlaceholder, type RawContent, type Step } from '../../generators/cases/case.ts';
import type { Basis, ClauseId } from '../../specs/clause.ts';
import type { EditionDate } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, parsedJson } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Finding, RecordHeader } from '../record/record.ts';
import { reasonNotKept } from './reasonNotKept.ts';

/** The smallest request that showed a finding, as a corpus folder keeps it; `corpus.schema.json` says the same to other tools. */
export interface CorpusEntry {
  readonly format: 'poolproof-corpus';
  readonly version: 1;
  /** The id of the finding. */
  readonly finding: string;
  /** Where it was found. */
  readonly target: string;
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly phase: Phase;
  readonly clause: ClauseId;
  readonly member: MemberPath;
  /** `{UserPoolId}` stands for the id of the pool that the request is sent to. */
  readonly request: JsonObject;
  readonly prior?: { readonly update?: JsonObject; readonly mfa?: JsonObject };
  /** How the request goes over the wire, where it is none that an SDK sends. */
  readonly raw?: RawContent;
  /** Of a sequence: all that is sent, the request in question last. */
  readonly steps?: readonly Step[];
  /** Of a race: what is sent at one moment. */
  readonly parallel?: readonly Step[];
}

/** A finding as a corpus keeps it; undefined for one that no request of a client shows by itself. */
export function corpusEntry(finding: Finding, { target, edition, basis }: RecordHeader): CorpusEntry | undefined {
  const { id, phase, clause, member, raw, parallel } = finding;
  if (reasonNotKept(finding) !== undefined) return undefined;
  const request = requestOf(finding);
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
    ...priorOf(finding),
    ...(raw === undefined ? {} : { raw }),
    ...(parallel === undefined ? {} : { parallel }),
    ...stepsOf(finding, request),
  };
}

// What was sent as text has the id of a pool that is gone.
function requestOf({ request, raw, member }: Finding): JsonObject | undefined {
  const value = typeof request === 'string' ? parsedJson(request) : request;
  if (!isJsonObject(value)) return raw?.body === undefined && raw?.bytes === undefined ? undefined : {};
  const isAboutId = member === 'UserPoolId' || !Object.hasOwn(value, 'UserPoolId');
  return isAboutId ? value : { ...value, UserPoolId: poolPlaceholder };
}

function priorOf({ prior: { update, mfa } }: Finding): Pick<CorpusEntry, 'prior'> {
  if (update === undefined && mfa === undefined) return {};
  return { prior: { ...(update === undefined ? {} : { update }), ...(mfa === undefined ? {} : { mfa }) } };
}

function stepsOf({ prior, last }: Finding, request: JsonObject): Pick<CorpusEntry, 'steps'> {
  if (last === undefined) return {};
  const { UserPoolId: _named, ...body } = request;
  return { steps: [...(prior.steps ?? []), { ...last, body }] };
}
