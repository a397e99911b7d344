import { phases, stepOperations } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import type { JsonSchema } from '../schemaProblems.ts';
import { deviationKinds, gateReasons, requestPurposes } from './record.ts';
import type { RecordLine } from './recordLine.ts';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const set = { const: true };
const integer = { type: 'integer' };
/** Longer than any run, short enough to be shown as days; as a count, more than any run has. */
const most = 1e12;
const count = { type: 'integer', minimum: 0, maximum: most };
const milliseconds = { type: 'number', minimum: 0, maximum: most };
const moment = { type: 'string', format: 'date-time' };
const jsonObject = { type: 'object' };
const anything = {};
const countUpTo = (maximum: number) => ({ type: 'integer', minimum: 0, maximum });
const oneOf = (values: readonly string[]) => ({ enum: values });
const listOf = (items: JsonSchema) => ({ type: 'array', items });
const mapOf = (values: JsonSchema) => ({ type: 'object', additionalProperties: values });
const orNull = (schema: JsonSchema) => ({ ...schema, nullable: true });

type Members = Readonly<Record<string, JsonSchema>>;

/** An object with these members; others may be there too, for a later version may have more. */
function members(required: Members, optional: Members = {}): JsonSchema {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}

/** An object whose other members depend on its `kind`. */
function kinds(each: Readonly<Record<string, readonly [required: Members, optional?: Members]>>): JsonSchema {
  const oneOf = Object.entries(each).map(([kind, [required, optional]]) =>
    members({ ...required, kind: { const: kind } }, optional),
  );
  return { ...members({ kind: text }), discriminator: { propertyName: 'kind' }, oneOf };
}

const texts = listOf(text);
const phase = oneOf(phases);
const level = oneOf(['must', 'should', 'may']);
const sent = { type: ['object', 'string'] };
const operation = oneOf(stepOperations);
const pool = { enum: [1, 2] };
const steps = listOf(members({ operation, pool, body: jsonObject }));

const header = members(
  {
    format: { const: 'poolproof-record' },
    version: { enum: [1, 2] },
    tool: members({ name: text, version: text }),
    target: members(
      { id: text, kind: oneOf(['mock', 'endpoint', 'aws', 'record']), endpoint: orNull(text) },
      { version: text },
    ),
    edition: oneOf(editionDates),
    basis: oneOf(['observed', 'documented']),
    seed: integer,
    region: text,
    phases: listOf(phase),
    // The cases are planned again by these: more than a run may ask for would never end.
    cases: countUpTo(1_000_000),
    only: orNull(text),
    shard: orNull(members({ index: countUpTo(100_000), of: countUpTo(100_000) })),
    startedAt: moment,
  },
  {
    confirmedOnly: set,
    burst: countUpTo(1000),
    corpus: text,
    poolOptions: texts,
    connection: members({}, { start: text, readyTimeout: milliseconds, headers: texts, ca: text, insecure: set }),
  },
);

const probe = members(
  { dialect: oneOf(['aws-json', 'openapi', 'unknown']), pools: oneOf(['kept', 'hidden', 'none']), missing: texts },
  { server: text, route: { const: 'openapi' } },
);

const poolLine = members(
  { lane: text, from: text, id: text, readable: flag, members: jsonObject },
  { existing: set, fresh: jsonObject, factors: jsonObject },
);

const answer = kinds({
  answered: [
    {
      status: { type: 'number', minimum: 0, exclusiveMaximum: 1000 },
      error: orNull(text),
      message: orNull(text),
      body: text,
      headers: mapOf(text),
      ms: milliseconds,
    },
    { clockSkew: { type: 'number' } },
  ],
  unanswered: [
    { why: oneOf(['timeout', 'reset', 'refused', 'too-large', 'not-sent']), detail: text, ms: milliseconds },
  ],
});

const deviation = { clause: text, member: text, kind: oneOf(deviationKinds), level, expected: text, actual: text };

const because = [{ why: text }] as const;

const verdict = kinds({
  conforms: [{}],
  deviates: [{ deviations: listOf(members({ ...deviation, answerClass: text })) }],
  undecided: because,
  inconclusive: because,
  unsupported: because,
  skipped: because,
  errored: because,
});

const testCase = members(
  {
    id: text,
    phase,
    lane: text,
    clause: text,
    member: text,
    breaks: texts,
    request: sent,
    expectation: kinds({ accepted: [{}], rejected: [{ errors: texts }, { inDoubt: texts }], open: because }),
    answer,
    verdict,
    changed: jsonObject,
  },
  {
    steps,
    prepared: members({ members: jsonObject }, { factors: jsonObject }),
    twin: { const: 'accepted' },
    spoiledBy: text,
  },
);

const raw = members(
  {},
  {
    body: text,
    bytes: text,
    // They are all written somewhere.
    padding: countUpTo(1e8),
    gzip: set,
    chunked: set,
    headers: mapOf({ type: ['string', 'array'], items: text }),
    omits: texts,
    method: text,
    path: text,
    signed: { enum: [false, 'wrongly'] },
  },
);

const evidence = members(
  {
    basis: oneOf(['model', 'documentation', 'measurement', 'report', 'inference']),
    source: text,
    date: text,
    note: text,
  },
  { on: text, region: text, contradicts: set, partial: set },
);

const finding = members(
  {
    ...deviation,
    id: text,
    case: text,
    phase,
    count,
    says: text,
    request: sent,
    prior: members({}, { update: jsonObject, mfa: jsonObject, steps }),
    answer,
    state: listOf(members({ member: text, before: anything, after: anything, expected: text })),
    reproduced: flag,
    evidence: listOf(evidence),
  },
  { raw, parallel: steps, last: members({ operation, pool }), creation: jsonObject, confirmed: text },
);

const footer = members(
  {
    cases: count,
    findings: count,
    requests: count,
    durationMs: milliseconds,
    phases: listOf(members({ phase, durationMs: milliseconds })),
    interrupted: orNull(text),
  },
  {
    requestsBy: members(Object.fromEntries(Object.keys(requestPurposes).map((purpose) => [purpose, count]))),
    cutOff: set,
    failedFast: set,
    outsideFilter: listOf(members({ clause: text, cases: count })),
    notDeleted: texts,
    undeletable: set,
    notRestored: members({ pool: text, copy: text }),
  },
);

const gate = members(
  {
    passed: flag,
    reasons: listOf(oneOf(gateReasons)),
    failOn: level,
    baseline: orNull(text),
    new: texts,
    known: texts,
    expired: texts,
    fixed: texts,
    notTested: texts,
    vanished: texts,
    missingErrors: texts,
    against: texts,
  },
  {
    accepted: listOf(members({ finding: text, firstSeen: text, reason: text, ticket: text }, { expires: text })),
    leftBehind: text,
    notImplemented: texts,
  },
);

/** What a line of each kind has to hold, as record.ts says it: a record may come from anywhere. */
export const lineSchemas: Readonly<Record<RecordLine['line'], JsonSchema>> = {
  header,
  probe,
  pool: poolLine,
  case: testCase,
  finding,
  footer,
  gate,
};
