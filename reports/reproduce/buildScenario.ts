import { oneLine } from '../../harness/figures/visibleText.ts';
import type { Finding, RecordHeader, RunRecord, TargetConnection } from '../../harness/record/record.ts';
import { contractOf } from '../../specs/contract.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { isJsonObject, type JsonObject, parsedJson } from '../../specs/json.ts';
import { createOperation, testedOperation } from '../../specs/operation.ts';
import type { StructureShape } from '../../specs/shape.ts';
import { shellQuote } from '../../specs/shellQuote.ts';
import { replayCommandLine } from '../text/commands.ts';
import { expectedResult } from '../text/expectedResult.ts';
import { jsonText } from '../text/jsonText.ts';
import { apiNeeded } from './apiNeeded.ts';
import type { Check } from './check.ts';
import { checkSentence } from './checkSentence.ts';
import { findingCheck } from './findingCheck.ts';
import { shortenRuns } from './shortenRuns.ts';

/** Stand in a body for what the script learns from the target: the id of its pool, that of a second one, and the ARN of its pool. */
export const poolPlaceholder = '{UserPoolId}';
export const otherPoolPlaceholder = '{OtherPoolId}';
export const arnPlaceholder = '{UserPoolArn}';

/** Stands for the id of the script's pool with its letters in the other case. */
export const otherCasePlaceholder = '{uSERpOOLiD}';

/** What every script does, whatever its language: make a pool, bring it into the prior state, send one request, look, delete. */
export interface Scenario {
  /** Comment lines for the top: one line each, without a comment sign. */
  readonly notes: readonly string[];
  /** Further ones for clients that know the API's members by name. */
  readonly clientNotes: readonly string[];
  readonly endpoint: string;
  readonly region: string;
  /** What the run added to requests, and which certificates it trusted. */
  readonly connection: TargetConnection;
  /** Whether the target is AWS itself, which takes no made-up credentials. */
  readonly aws: boolean;
  /** Where the target has its operations: all at the root, or each at a path of its own. */
  readonly route: 'root' | 'openapi';
  /** The body of CreateUserPool; null for a target that keeps no pools. */
  readonly creation: JsonObject | null;
  /** Whether DescribeUserPool shows pools. */
  readonly describes: boolean;
  /** What has to be sent first, and what comes with the request at the same time. */
  readonly before: readonly ScriptStep[];
  readonly question: Question;
  /** What has to be sent before the pool can be deleted. */
  readonly after: readonly ScriptStep[];
  /** What decides whether the finding is shown; null where one run cannot decide it. */
  readonly check: Check | null;
  /** The error that the answer named in the run; empty where it named none. */
  readonly answer: string;
  /** How often the script tries: more than once for what comes and goes. */
  readonly attempts: number;
  /** Seconds after which an answer is given up. */
  readonly patience: number;
  /** The bodies as the scripts hold them. */
  readonly bodies: ScriptBodies;
  /** The shape of UpdateUserPool's request in the run's edition. */
  readonly input: StructureShape;
}

/** How a request goes over the wire, where it is none that an SDK sends. */
export type RawContent = NonNullable<Finding['raw']>;

type Step = NonNullable<Finding['parallel']>[number];

/** One request besides the one in question. */
export interface ScriptStep extends Step {
  /** The whole body, with placeholders. */
  readonly body: JsonObject;
}

/** The request in question. */
export interface Question {
  readonly operation: Step['operation'];
  /** An object, or text that is sent as it stands; for bytes the text is base64. */
  readonly body: JsonObject | string;
  /** How it goes over the wire, where it is none that an SDK sends. */
  readonly raw: RawContent | null;
}

/** Bodies as texts with long runs written as `<20001 times a>`, where `runs` is true. */
export interface ScriptBodies {
  readonly creation: string;
  readonly before: readonly string[];
  readonly request: string;
  readonly after: readonly string[];
  readonly runs: boolean;
}

/** What a finding is reproduced from. */
export type ScenarioRecord = Pick<RunRecord, 'header' | 'path' | 'probe'>;

const attemptsOfUnstable = 20;
const usualPatience = 60;

// Longer bodies of an unusual form are what they are for the sake of their length or depth.
const longestPlain = 5_000;

/** What has to be done to see a finding again. `program` is how poolproof is started. */
export function buildScenario(finding: Finding, record: ScenarioRecord, program: string): Scenario {
  const { header, probe } = record;
  const { target, region, edition, basis } = header;
  const before = [
    ...optionalStep(testedOperation, finding.prior.update),
    ...optionalStep('SetUserPoolMfaConfig', finding.prior.mfa),
    ...(finding.prior.steps ?? []).map(wholeStep),
  ];
  const after = setsDeletionProtection(finding)
    ? optionalStep(testedOperation, { DeletionProtection: 'INACTIVE' })
    : [];
  const question = questionOf(finding);
  const check = finding.parallel === undefined ? findingCheck(finding, contractOf(edition, basis)) : null;
  const creation =
    probe?.pools === 'none'
      ? null
      : { PoolName: 'poolproof-scratch', UserPoolTags: { poolproof: 'scratch' }, ...finding.creation };
  return {
    notes: [...startNotes(header, program), ...findingNotes(finding, check, record, program)],
    clientNotes: clientNotes(finding, header),
    endpoint: oneLine(scriptEndpoint(target, region).replace(/\/+$/, ''), 500),
    region: /^[\w-]+$/.test(region) ? region : 'us-east-1',
    connection: header.connection ?? {},
    aws: target.kind === 'aws',
    route: probe?.route ?? 'root',
    creation,
    describes: creation !== null && probe?.pools !== 'hidden',
    before,
    question,
    after,
    check,
    answer: finding.answer.kind === 'answered' ? (finding.answer.error ?? '') : '',
    attempts: finding.kind === 'unstable' ? attemptsOfUnstable : 1,
    patience: secondsToWait(finding),
    bodies: scriptBodies(creation, before, question.body, after),
    input: editionOf(edition).input,
  };
}

function secondsToWait({ kind, answer }: Finding): number {
  return kind === 'no-answer' ? Math.max(1, Math.ceil(answer.ms / 1000)) : usualPatience;
}

function questionOf({ request, raw, last }: Finding): Question {
  if (raw !== undefined) return wireQuestion(request, raw);
  if (typeof request === 'string') return { operation: testedOperation, body: request, raw: null };
  if (last === undefined) return { operation: testedOperation, body: request, raw: null };
  const { UserPoolId: _named, ...body } = request;
  return { operation: last.operation, body: wholeStep({ ...last, body }).body, raw: null };
}

// The record cuts the request of an unusual form; how it goes over the wire has all of it.
function wireQuestion(request: Finding['request'], raw: RawContent): Question {
  const text = raw.bytes ?? raw.body ?? (typeof request === 'string' ? request : JSON.stringify(request));
  const { body: _text, bytes, ...form } = raw;
  const isUsual = bytes === undefined && Object.keys(form).length === 0;
  const value = isUsual && text.length <= longestPlain ? parsedJson(text) : undefined;
  const isPlain = isJsonObject(value) && JSON.stringify(value) === text;
  if (isPlain) return { operation: testedOperation, body: value, raw: null };
  return { operation: testedOperation, body: text, raw: { ...form, ...(bytes === undefined ? {} : { bytes }) } };
}

/** A step of a sequence with what names its pool. */
function wholeStep({ operation, pool, body }: Step): ScriptStep {
  if (operation === createOperation) return { operation, pool, body: {} };
  const isTagging = operation === 'TagResource' || operation === 'UntagResource';
  const id = pool === 1 ? poolPlaceholder : otherPoolPlaceholder;
  const whose: JsonObject = isTagging ? { ResourceArn: arnPlaceholder } : { UserPoolId: id };
  return { operation, pool, body: { ...whose, ...body } };
}

function optionalStep(operation: Step['operation'], body: JsonObject | undefined): readonly ScriptStep[] {
  return body === undefined ? [] : [{ operation, pool: 1, body: { UserPoolId: poolPlaceholder, ...body } }];
}

function scriptBodies(
  creation: JsonObject | null,
  before: readonly ScriptStep[],
  request: Question['body'],
  after: readonly ScriptStep[],
): ScriptBodies {
  const bodies = [...before, ...after].map(({ body }) => jsonText(body));
  const { texts, runs } = shortenRuns([
    typeof request === 'string' ? request : jsonText(request),
    creation === null ? '' : jsonText(creation),
    ...bodies,
  ]);
  const [first = '', made = '', ...rest] = texts;
  return {
    creation: made,
    before: rest.slice(0, before.length),
    request: first,
    after: rest.slice(before.length),
    runs,
  };
}

function scriptEndpoint({ kind, endpoint }: RecordHeader['target'], region: string): string {
  return endpoint ?? (kind === 'aws' ? `https://cognito-idp.${region}.amazonaws.com` : 'http://127.0.0.1:9229');
}

function startNotes({ target: { kind, endpoint }, connection }: RecordHeader, program: string): readonly string[] {
  if (connection?.start !== undefined) return [`Start the target first: sh -c ${shellQuote(connection.start)}`];
  if (endpoint !== null || kind === 'aws') return [];
  if (kind === 'mock') return [`Start the mock first: ${program} serve --port 9229`];
  return ['The record names no endpoint: put that of the server under test in place of http://127.0.0.1:9229'];
}

function clientNotes({ request }: Finding, { connection: { ca, insecure } = {} }: RecordHeader): readonly string[] {
  const date = apiNeeded(request);
  const trusted = ca === undefined ? 'any certificate' : `the certificates in ${oneLine(ca, 400)}`;
  return [
    ...(date === null
      ? []
      : [`Needs a release of this client from ${date} or later: older ones do not know all members.`]),
    ...(ca === undefined && insecure !== true ? [] : [`The run trusted ${trusted}; tell this client to do so too.`]),
  ];
}

function findingNotes(
  finding: Finding,
  check: Check | null,
  record: ScenarioRecord,
  program: string,
): readonly string[] {
  const { level, kind, says, actual } = finding;
  const expected = expectedResult(finding);
  return [
    `${oneLine(says)} [${level}, ${kind}]`,
    ...(expected.trim() === says.trim() ? [] : [`Expected: ${oneLine(expected)}`]),
    `Actual: ${oneLine(actual)}`,
    ...(finding.reproduced
      ? []
      : ['The run did not see it again on a new pool: what earlier requests left in the pool may matter.']),
    check === null
      ? `One run of a script cannot decide this; it prints what it sees. This decides it: ${replayCommandLine(finding, record, program)}`
      : checkSentence(check),
  ];
}

// A pool under deletion protection would outlive the script. Text that is not a JSON object may ask for it too.
function setsDeletionProtection({ request, prior }: Finding): boolean {
  return [request, prior].some((body) => /"DeletionProtection"\s*:\s*"ACTIVE"/.test(scenarioBody(body)));
}

function scenarioBody(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
