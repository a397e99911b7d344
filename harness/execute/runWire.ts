import { gzipSync } from 'node:zlib';
import { type Case, poolPlaceholder, type RawContent } from '../../generators/cases/case.ts';
import { beginningOf } from '../../specs/beginningOf.ts';
import { parsedJson } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { reviseVerdict } from '../findings/reviseVerdict.ts';
import { judge } from '../judge/judge.ts';
import type { Expectation } from '../oracle/expectation.ts';
import { wireExpectation } from '../oracle/wireExpectation.ts';
import type { RequestForm } from '../transport/requestForm.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { refreshState, type ScratchPool } from './scratchPool.ts';

/** Characters of a raw body kept in the record; the case can rebuild it. */
const keptBody = 2000;

/** Sends a request that no SDK would send, then checks that the target still answers and the pool is as expected. */
export async function runWire(setting: CaseSetting, pool: ScratchPool, testCase: Case): Promise<CaseOutcome> {
  const raw = testCase.raw ?? {};
  const body = caseBytes(testCase, raw, pool.id);
  const text = body.toString('utf8');
  const before = pool.readable ? pool.state : null;
  const { contract, region, transport } = setting;
  const value = parsedJson(text);
  const read = wireExpectation({
    contract,
    region,
    clause: testCase.clause,
    body: text,
    value,
    prior: pool.state,
    fresh: pool.fresh,
  });
  const expectation: Expectation = read ?? { kind: 'open', why: 'the body is not what the case says' };
  const base = { case: testCase, request: beginningOf(text.trimStart(), keptBody), expectation, before };
  if (read === undefined) {
    const why = `Our own defect: the oracle does not find that the request is what ${testCase.clause} is about.`;
    const answer = { kind: 'unanswered', why: 'not-sent', detail: why, ms: 0 } as const;
    return { ...base, answer, after: before, verdict: { kind: 'errored', why } };
  }
  const answer = await transport.send(testedOperation, '', 'test', formOf(raw, body));
  const after = before === null ? null : await refreshState(setting, pool);
  const judged = judge({
    contract,
    clause: testCase.clause,
    member: testCase.member,
    expectation,
    ...(value === undefined ? {} : { request: value }),
    answer,
    before,
    after,
  });
  return { ...base, answer, after, verdict: reviseVerdict(judged, { kind: 'open-form' }, expectation) };
}

/** The bytes of a case's body for a pool. */
export function caseBytes({ request }: Case, raw: RawContent, poolId: string): Buffer {
  const plain =
    raw.bytes === undefined
      ? Buffer.from((raw.body ?? JSON.stringify(request)).replaceAll(poolPlaceholder, poolId))
      : Buffer.from(Buffer.from(raw.bytes, 'base64').toString('latin1').replaceAll(poolPlaceholder, poolId), 'latin1');
  return raw.padding === undefined ? plain : Buffer.concat([Buffer.alloc(raw.padding, ' '), plain]);
}

function formOf({ body: _text, bytes: _base64, padding: _spaces, ...form }: RawContent, bytes: Buffer): RequestForm {
  return { ...form, bytes: form.gzip === true ? gzipSync(bytes) : bytes };
}
