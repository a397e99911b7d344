import { oneLine } from '../../harness/figures/visibleText.ts';
import type { Finding, RecordHeader, RunRecord } from '../../harness/record/record.ts';
import { invocation } from '../../harness/version.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { StructureShape } from '../../specs/shape.ts';
import { replayArguments } from '../text/commands.ts';
import { jsonText } from '../text/jsonText.ts';
import { apiNeeded } from './apiNeeded.ts';
import { shortenRuns } from './shortenRuns.ts';

/** Stands in a body for the id of the pool that the script makes. */
export const poolPlaceholder = '{UserPoolId}';

/** What every script does, whatever its language: make a pool, take the steps, delete the pool. */
export interface Scenario {
  /** Comment lines for the top: one line each, without a comment sign. */
  readonly notes: readonly string[];
  /** Further ones for clients that know the API's members by name. */
  readonly clientNotes: readonly string[];
  readonly endpoint: string;
  readonly region: string;
  /** Whether the target is AWS itself, which takes no made-up credentials. */
  readonly aws: boolean;
  /** What has to be sent first; valid. */
  readonly before: readonly Step[];
  /** The finding's smallest request: an object, or text that is no JSON object. */
  readonly request: JsonObject | string;
  /** What has to be sent before the pool can be deleted. */
  readonly after: readonly Step[];
  /** The bodies as the scripts hold them. */
  readonly bodies: ScriptBodies;
  /** The shape of UpdateUserPool's request in the run's edition. */
  readonly input: StructureShape;
}

/** Bodies as JSON with long runs said in words, which `runs` tells of; the request is empty where it is no JSON object. */
export interface ScriptBodies {
  readonly before: readonly string[];
  readonly request: string;
  readonly after: readonly string[];
  readonly runs: boolean;
}

export interface Step {
  readonly operation: typeof testedOperation | 'SetUserPoolMfaConfig';
  readonly body: JsonObject;
}

/** What has to be done to see a finding again. */
export function buildScenario(finding: Finding, { header, path }: Pick<RunRecord, 'header' | 'path'>): Scenario {
  const { target, region, edition } = header;
  const endpoint = scriptEndpoint(target, region).replace(/\/+$/, '');
  const before = [
    ...optionalStep(testedOperation, finding.prior.update),
    ...optionalStep('SetUserPoolMfaConfig', finding.prior.mfa),
    ...(finding.prior.steps ?? []).flatMap(sequenceStep),
  ];
  const after = setsDeletionProtection(finding)
    ? optionalStep(testedOperation, { DeletionProtection: 'INACTIVE' })
    : [];
  return {
    notes: [...startNotes(target), ...findingNotes(finding, path)],
    clientNotes: clientNotes(finding),
    endpoint: oneLine(endpoint, 500),
    region: /^[\w-]+$/.test(region) ? region : 'us-east-1',
    aws: target.kind === 'aws',
    before,
    request: finding.request,
    after,
    bodies: scriptBodies(before, finding.request, after),
    input: editionOf(edition).input,
  };
}

function scriptBodies(before: readonly Step[], request: Scenario['request'], after: readonly Step[]): ScriptBodies {
  const text = typeof request === 'string' ? '' : jsonText(request);
  const bodies = [...before, ...after].map(({ body }) => jsonText(body));
  const { texts, runs } = shortenRuns([text, ...bodies]);
  const [first = '', ...rest] = texts;
  return { before: rest.slice(0, before.length), request: first, after: rest.slice(before.length), runs };
}

function scriptEndpoint({ kind, endpoint }: RecordHeader['target'], region: string): string {
  return endpoint ?? (kind === 'aws' ? `https://cognito-idp.${region}.amazonaws.com` : 'http://127.0.0.1:9229');
}

function startNotes({ kind, endpoint }: RecordHeader['target']): readonly string[] {
  if (endpoint !== null || kind === 'aws') return [];
  if (kind === 'mock') return [`Start the mock first: ${invocation} serve --port 9229`];
  return ['The record names no endpoint: put that of the server under test in place of http://127.0.0.1:9229'];
}

function clientNotes({ request }: Finding): readonly string[] {
  const date = apiNeeded(request);
  return date === null ? [] : [`Needs a release of this client from ${date} or later: it has to know all members.`];
}

function findingNotes(finding: Finding, recordPath: string | undefined): readonly string[] {
  const { level, kind, says, expected, actual } = finding;
  return [
    `${oneLine(says)} [${level}, ${kind}]`,
    `Expected: ${oneLine(expected)}`,
    `Actual: ${oneLine(actual)}`,
    ...(isOneRequest(finding)
      ? []
      : [`A single request may not show it; this does: ${replayArguments(finding, recordPath).join(' ')}`]),
  ];
}

function isOneRequest({ kind, phase, raw, parallel }: Finding): boolean {
  const isOfSeveral = phase === 'race' || phase === 'sequence' || raw !== undefined || parallel !== undefined;
  return !isOfSeveral && kind !== 'unstable' && kind !== 'leaked-state';
}

// What a script cannot do on one pool, it leaves out; its notes say what shows the finding for certain.
function sequenceStep({ operation, pool, body }: NonNullable<Finding['parallel']>[number]): readonly Step[] {
  const isOwn = operation === testedOperation || operation === 'SetUserPoolMfaConfig';
  return isOwn && pool === 1 ? optionalStep(operation, body) : [];
}

function optionalStep(operation: Step['operation'], body: JsonObject | undefined): readonly Step[] {
  return body === undefined ? [] : [{ operation, body: { UserPoolId: poolPlaceholder, ...body } }];
}

// A pool under deletion protection would outlive the script. Text that is no JSON object may ask for it too.
function setsDeletionProtection({ request, prior }: Finding): boolean {
  return [request, prior.update ?? {}].some((body) => /"DeletionProtection"\s*:\s*"ACTIVE"/.test(bodyText(body)));
}

function bodyText(body: JsonObject | string): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
