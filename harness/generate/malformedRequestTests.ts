import { type RawContent, withPoolId } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import { errorNamed } from '../../specs/errors.ts';
import type { JsonObject } from '../../specs/json.ts';
import { messagePattern } from '../../specs/messages.ts';
import { amzTarget, smithyNamespace, testedOperation } from '../../specs/operation.ts';
import type { ExpectedCase } from './expectedCase.ts';

const operation = `${smithyNamespace}#${testedOperation}`;
const mediaType = 'application/x-amz-json-1.1';

/**
 * The requests that have to be refused, as Smithy's malformed-request tests for AWS JSON 1.1: a JSON AST that applies them to
 * the operation. Left out is what takes a prior state, and bodies that are no text.
 */
export function malformedRequestTests(contract: Contract, region: string, cases: Iterable<ExpectedCase>): JsonObject {
  const names = new Set<string>();
  const tests: JsonObject[] = [];
  for (const one of cases) {
    const test = testOf(contract, region, one);
    if (test === undefined) continue;
    const id = unusedName(one.id, names);
    names.add(id);
    tests.push({ id, protocol: 'aws.protocols#awsJson1_1', ...test });
  }
  const traits = { 'smithy.test#httpMalformedRequestTests': tests };
  return { smithy: '2.0', shapes: { [operation]: { type: 'apply', traits } } };
}

function testOf(contract: Contract, region: string, one: ExpectedCase): JsonObject | undefined {
  const { expectation, raw = {} } = one;
  const isAlone = one.prior?.update === undefined && one.prior?.mfa === undefined && one.fault === undefined;
  if (expectation.kind !== 'rejected' || !isAlone || !isWritable(raw)) return undefined;
  const clauses = expectation.clauses.flatMap((id) => contract.byId.get(id) ?? []);
  const says = clauses.map((clause) => clause.says).join(' ');
  return {
    documentation: `${says} Earns ${expectation.errors.join(' or ')}. Case ${one.id}.`,
    request: testRequest(one, raw, `${region}_Abcdefghi`),
    response: { code: codeOf(expectation.errors), ...bodyAssertion(contract, expectation.clauses) },
    tags: [one.phase, ...expectation.clauses],
  };
}

/** A body that is text, sent as it is, and headers that are sent once. */
function isWritable({ bytes, padding, gzip, chunked, headers = {}, omits = [], signed }: RawContent): boolean {
  const unusual = [bytes, padding, gzip, chunked, signed].some((part) => part !== undefined);
  return !unusual && omits.length === 0 && Object.values(headers).every((value) => typeof value === 'string');
}

function testRequest({ request }: ExpectedCase, raw: RawContent, poolId: string): JsonObject {
  const single = Object.entries(raw.headers ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    method: raw.method ?? 'POST',
    uri: raw.path ?? '/',
    headers: {
      'content-type': mediaType,
      'x-amz-target': amzTarget(testedOperation),
      ...Object.fromEntries(single),
    },
    body: withPoolId(raw.body ?? JSON.stringify(request), poolId),
    bodyMediaType: 'application/json',
  };
}

function codeOf(errors: readonly string[]): number {
  return errors.every((name) => errorNamed(name)?.fault === 'server') ? 500 : 400;
}

/** Smithy compares only the message, so tests are limited to breaches whose wording by the service is known. */
function bodyAssertion(contract: Contract, clauses: readonly string[]): JsonObject {
  const texts = clauses.map((id) => {
    const clause = contract.byId.get(id);
    return clause === undefined ? undefined : messagePattern(clause)?.source;
  });
  if (texts.length === 0 || texts.includes(undefined)) return {};
  const messageRegex = [...new Set(texts)].join('|');
  return { body: { mediaType: 'application/json', assertion: { messageRegex } } };
}

/** A name that Smithy allows; cases whose ids differ only in punctuation get a number. */
function unusedName(id: string, used: ReadonlySet<string>): string {
  const words = id.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const name = `${testedOperation}${words.join('')}`;
  for (let count = 2; ; count += 1) {
    const candidate = count === 2 ? name : `${name}_${count - 1}`;
    if (!used.has(candidate)) return candidate;
  }
}
