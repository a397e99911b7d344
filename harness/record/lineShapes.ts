import { phases, stepOperations } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import { deviationKinds, gateReasons, requestPurposes } from './record.ts';
import type { RecordLine } from './recordLine.ts';
import {
  anything,
  count,
  countUpTo,
  duration,
  flag,
  integer,
  jsonObject,
  listOf,
  mapOf,
  members,
  moment,
  oneOf,
  optional,
  orNull,
  type Shape,
  shapeOf,
  text,
  variants,
} from './shape.ts';

const texts = listOf(text);
const phase = oneOf(...phases);
const level = oneOf('must', 'should', 'may');
const set = optional(oneOf(true));
const sent = shapeOf('an object or a text', (value) => text(value) === undefined || jsonObject(value) === undefined);
const step = members({ operation: oneOf(...stepOperations), pool: oneOf(1, 2), body: jsonObject });
const steps = optional(listOf(step));

const header = members({
  format: oneOf('poolproof-record'),
  version: oneOf(1, 2),
  tool: members({ name: text, version: text }),
  target: members({
    id: text,
    kind: oneOf('mock', 'endpoint', 'aws', 'record'),
    endpoint: orNull(text),
    version: optional(text),
  }),
  edition: oneOf(...editionDates),
  basis: oneOf('observed', 'documented'),
  seed: integer,
  region: text,
  phases: listOf(phase),
  // The cases are planned again by these: more than a run may ask for would never end.
  cases: countUpTo(1_000_000),
  only: orNull(text),
  confirmedOnly: set,
  burst: optional(countUpTo(1000)),
  corpus: optional(text),
  poolOptions: optional(texts),
  connection: optional(
    members({
      start: optional(text),
      readyTimeout: optional(duration),
      headers: optional(texts),
      ca: optional(text),
      insecure: set,
    }),
  ),
  shard: orNull(members({ index: countUpTo(100_000), of: countUpTo(100_000) })),
  startedAt: moment,
});

const probe = members({
  dialect: oneOf('aws-json', 'openapi', 'unknown'),
  pools: oneOf('kept', 'hidden', 'none'),
  missing: texts,
  server: optional(text),
  route: optional(oneOf('openapi')),
});

const pool = members({
  lane: text,
  from: text,
  id: text,
  readable: flag,
  members: jsonObject,
  existing: set,
  fresh: optional(jsonObject),
  factors: optional(jsonObject),
});

const status = shapeOf('a status of HTTP', (value) => typeof value === 'number' && value >= 0 && value < 1000);

const answer = variants('kind', {
  answered: members({
    status,
    error: orNull(text),
    message: orNull(text),
    body: text,
    headers: mapOf(text),
    ms: duration,
    clockSkew: optional(shapeOf('a number', (value) => typeof value === 'number')),
  }),
  unanswered: members({
    why: oneOf('timeout', 'reset', 'refused', 'too-large', 'not-sent'),
    detail: text,
    ms: duration,
  }),
});

const deviation = {
  clause: text,
  member: text,
  kind: oneOf(...deviationKinds),
  level,
  expected: text,
  actual: text,
};

const because = members({ why: text });

const verdict = variants('kind', {
  conforms: jsonObject,
  deviates: members({ deviations: listOf(members({ ...deviation, answerClass: text })) }),
  undecided: because,
  inconclusive: because,
  unsupported: because,
  skipped: because,
  errored: because,
});

const testCase = members({
  id: text,
  phase,
  lane: text,
  clause: text,
  member: text,
  breaks: texts,
  request: sent,
  steps,
  expectation: variants('kind', { accepted: jsonObject, rejected: members({ errors: texts }), open: because }),
  answer,
  verdict,
  changed: jsonObject,
  prepared: optional(members({ members: jsonObject, factors: optional(jsonObject) })),
  twin: optional(oneOf('accepted')),
  spoiledBy: optional(text),
});

const headerValue = shapeOf(
  'a text or a list of texts',
  (value) => text(value) === undefined || texts(value) === undefined,
);

const raw = members({
  body: optional(text),
  bytes: optional(text),
  // They are all written somewhere.
  padding: optional(countUpTo(1e8)),
  gzip: set,
  chunked: set,
  headers: optional(mapOf(headerValue)),
  omits: optional(texts),
  method: optional(text),
  path: optional(text),
  signed: optional(oneOf(false, 'wrongly')),
});

const evidence = members({
  basis: oneOf('model', 'documentation', 'measurement', 'report', 'inference'),
  source: text,
  date: text,
  note: text,
  on: optional(text),
  region: optional(text),
  contradicts: set,
  partial: set,
});

const finding = members({
  ...deviation,
  id: text,
  case: text,
  phase,
  count,
  says: text,
  request: sent,
  raw: optional(raw),
  parallel: steps,
  last: optional(members({ operation: oneOf(...stepOperations), pool: oneOf(1, 2) })),
  prior: members({ update: optional(jsonObject), mfa: optional(jsonObject), steps }),
  creation: optional(jsonObject),
  answer,
  state: listOf(members({ member: text, before: anything, after: anything, expected: text })),
  reproduced: flag,
  evidence: listOf(evidence),
  confirmed: optional(text),
});

const countsShape = Object.fromEntries(Object.keys(requestPurposes).map((purpose) => [purpose, count]));

const footer = members({
  cases: count,
  findings: count,
  requests: count,
  requestsBy: optional(members(countsShape)),
  durationMs: duration,
  phases: listOf(members({ phase, durationMs: duration })),
  interrupted: orNull(text),
  cutOff: set,
  failedFast: set,
  notDeleted: optional(texts),
  undeletable: set,
  notRestored: optional(members({ pool: text, copy: text })),
});

const acceptance = members({ finding: text, firstSeen: text, reason: text, ticket: text, expires: optional(text) });

const gate = members({
  passed: flag,
  reasons: listOf(oneOf(...gateReasons)),
  failOn: level,
  baseline: orNull(text),
  new: texts,
  known: texts,
  expired: texts,
  accepted: optional(listOf(acceptance)),
  fixed: texts,
  notTested: texts,
  vanished: texts,
  missingErrors: texts,
  leftBehind: optional(text),
  notImplemented: optional(texts),
  against: texts,
});

/** What a line of each kind has to hold, as record.ts says it: a record may come from anywhere. */
export const lineShapes: Readonly<Record<RecordLine['line'], Shape>> = {
  header,
  probe,
  pool,
  case: testCase,
  finding,
  footer,
  gate,
};
