import { type Case, requestJson } from '../../generators/cases/case.ts';
import { lastValueAt, withValueAt } from '../../generators/values/placeInRequest.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import type { Deviation } from '../record/record.ts';
import { isReachable, type OraclePool, type OracleReader } from './oracleReader.ts';
import { simplerRequests, withoutMembers } from './simplerRequests.ts';

/** What a guess may leave out of a case. */
export interface Guess {
  /** As small as the oracle allows, values included. */
  readonly smallest: Case;
  /** Members left out as far as the oracle allows, values as they were: for deviations that depend on a value. */
  readonly fewestMembers: Case;
}

/**
 * The smallest request is mostly known from the clause: the member in question and what the rules ask to go with it. Guesses it
 * without asking the target, by leaving out and making smaller whatever does not change what the oracle says of the case.
 */
export function guessSmallest(reader: OracleReader, testCase: Case): Guess {
  const { pool, deviation } = reader;
  const keeps = keepsReading(reader, testCase);
  const prior = smallestPrior(pool, testCase, deviation);
  const base = { ...testCase, ...(prior === undefined ? {} : { prior }) };
  const { input } = pool.contract.edition;
  // A finding about the answer's form names no member; what it depends on is most likely what the case is about.
  const subject = topLevelOf(deviation.member === '' ? testCase.member : deviation.member);
  const keepsSubject = (one: Case) =>
    keeps(one) && (testCase.request[subject] === undefined || one.request[subject] !== undefined);
  const fewest = repeatedly(base, (one) => casesWith(one, withoutMembers(input, one.request, kept)), keepsSubject);
  const worded = withPlainWord(pool, fewest, deviation);
  const start = keeps(worded) ? worded : fewest;
  const keepsWord = keepsReading(reader, start);
  const smaller = (one: Case) => {
    const mayShow = (request: JsonObject) => keepsWord({ ...one, request });
    return casesWith(one, simplerRequests(input, one.request, kept, mayShow));
  };
  return { fewestMembers: fewest, smallest: repeatedly(start, smaller, keepsWord) };
}

const kept = ['UserPoolId'];

/** Whether a smaller case may still show the deviation: the oracle says the same, and the member is there if it was. */
export function keepsReading(reader: OracleReader, testCase: Case): (one: Case) => boolean {
  const wanted = reader.read(testCase);
  const { pool, deviation } = reader;
  const { member, clause } = deviation;
  const isThere = member !== '' && lastValueAt(testCase.request, member) !== undefined;
  const isWordClause = pool.contract.byId.get(clause)?.constraint.kind === 'enum';
  const isEmptyWord = lastValueAt(testCase.request, member) === '';
  return (one) => {
    const value = isThere ? lastValueAt(one.request, member) : undefined;
    if (isThere && value === undefined) return false;
    // An empty word may be taken for none at all, which is another deviation.
    if (isWordClause && !isEmptyWord && value === '') return false;
    return reader.read(one) === wanted;
  };
}

function* casesWith(one: Case, requests: Iterable<JsonObject>): Generator<Case, void> {
  for (const request of requests) yield { ...one, request };
}

function repeatedly(start: Case, smaller: (one: Case) => Iterable<Case>, keeps: (one: Case) => boolean): Case {
  let best = start;
  // What is smaller one way may be larger another way: whatever was there is not come back to.
  const seen = new Set([requestJson(start.request)]);
  const isNew = (one: Case) => !seen.has(requestJson(one.request)) && keeps(one);
  for (let step = 0; step < maxSteps; step += 1) {
    const next = firstThatKeeps(smaller(best), isNew);
    if (next === undefined) return best;
    seen.add(requestJson(next.request));
    best = next;
  }
  return best;
}

/** More steps than any request needs. */
const maxSteps = 500;

function firstThatKeeps(cases: Iterable<Case>, keeps: (one: Case) => boolean): Case | undefined {
  for (const one of cases) if (keeps(one)) return one;
  return undefined;
}

/** A wrong word in place of an empty one. */
function withPlainWord(pool: OraclePool, one: Case, { clause, member }: Deviation): Case {
  const isWordClause = pool.contract.byId.get(clause)?.constraint.kind === 'enum';
  if (!isWordClause || lastValueAt(one.request, member) !== '') return one;
  return { ...one, request: withValueAt(one.request, member, 'a') };
}

/** The prior state without members that are none of the deviation's business, as far as an update can reach it then. */
function smallestPrior(pool: OraclePool, { prior }: Case, { member }: Deviation): Case['prior'] {
  if (prior?.update === undefined || member === '') return prior;
  const top = topLevelOf(member);
  const { edition } = pool.contract;
  let update = prior.update;
  for (;;) {
    const candidates = withoutMembers(edition.input, update, update[top] === undefined ? [] : [top]);
    const next = firstReachable(pool, candidates, Object.keys(update).length);
    if (next === undefined) return { ...prior, update };
    update = next;
  }
}

function firstReachable(pool: OraclePool, updates: Iterable<JsonObject>, members: number): JsonObject | undefined {
  for (const update of updates) {
    if (Object.keys(update).length < members && isReachable(pool, update)) return update;
  }
  return undefined;
}

/** The members at the top that a request has beyond those of another. */
export function furtherMembers(request: JsonObject | string, guess: JsonObject): JsonObject {
  if (!isJsonObject(request)) return {};
  return Object.fromEntries(Object.entries(request).filter(([name]) => !Object.hasOwn(guess, name)));
}
