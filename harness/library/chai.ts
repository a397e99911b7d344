import type { JsonObject } from '../../specs/json.ts';
import { type Answered, answerIn } from './answerIn.ts';
import { check, clause, expect as expected } from './contract.ts';
import type { ContractOptions } from './contractOptions.ts';
import { requireObject } from './requireObject.ts';
import { unshownMembers } from './unshownMembers.ts';

declare global {
  namespace Chai {
    interface Assertion {
      /**
       * The answer is what the contract asks for where a request breaks this clause: one of its errors. Takes a Response that was
       * read into `{ status, text }`, an answer of `cases`, or what a client of the AWS SDK resolved to or threw.
       */
      conformTo(clause: string, options?: ContractOptions): Assertion;
      /** The UpdateUserPool request breaks this clause, whatever else it breaks. */
      breakClause(clause: string, options?: ContractOptions): Assertion;
      /** The UpdateUserPool request breaks no clause by itself. */
      keepTheContract(options?: ContractOptions): Assertion;
      /** The pool, as DescribeUserPool shows it, has every member of the UpdateUserPool request. */
      show(request: object, options?: ContractOptions): Assertion;
    }
  }
}

/** What chai passes to a plugin, whatever its version. */
interface ChaiParts {
  readonly Assertion: object;
}

/** The part of it that is used. */
interface Methods {
  addMethod(name: string, method: (this: Assertion, ...args: never[]) => void): void;
}

interface Assertion {
  readonly _obj: unknown;
  assert(holds: boolean, message: string, negated: string, expected?: unknown, actual?: unknown): void;
}

/**
 * Assertions about UpdateUserPool for chai: `chai.use(conformity)`. They fail with the clause, what it says and what was found
 * instead. Unknown clauses and editions throw a TypeError with a near word.
 */
export function conformity(chai: ChaiParts): void {
  const Assertion = chai.Assertion as Methods;
  Assertion.addMethod('conformTo', function (this: Assertion, id: string, options?: ContractOptions) {
    const { says, onBreach } = clause(id, options);
    if (onBreach.length === 0) throw new TypeError(`No error follows from "${id}": ${says} Judge it with cases().`);
    const answer = answerIn(this._obj);
    const errors = onBreach.join(' or ');
    const found = answerSentence(answer);
    this.assert(
      onBreach.some((name) => name === answer.error),
      `${id}: ${says} A request that breaks this is answered with ${errors}, but ${found}.`,
      `${id}: ${says} The answer should be anything but ${errors}, but ${found}.`,
      errors,
      answer.error ?? `HTTP ${answer.status}`,
    );
  });
  Assertion.addMethod('breakClause', function (this: Assertion, id: string, options?: ContractOptions) {
    const { says } = clause(id, options);
    const broken = check(requireObject('breakClause', 'request', this._obj), options).map((breach) => breach.clause);
    const found = broken.length === 0 ? 'it breaks none' : `it breaks ${broken.join(', ')}`;
    this.assert(
      broken.includes(id),
      `The request should break ${id} (${says}), but ${found}.`,
      `The request should keep ${id}: ${says}`,
      id,
      broken,
    );
  });
  Assertion.addMethod('keepTheContract', function (this: Assertion, options?: ContractOptions) {
    const broken = check(requireObject('keepTheContract', 'request', this._obj), options);
    const lines = broken.map((breach) => `\n  ${breach.clause}: ${breach.says} (${breach.errors.join(' or ')})`);
    this.assert(
      broken.length === 0,
      `The request should keep the contract, but breaks:${lines.join('')}`,
      'The request should break the contract, but keeps every clause.',
      [],
      broken.map((breach) => breach.clause),
    );
  });
  Assertion.addMethod('show', function (this: Assertion, request: JsonObject, options?: ContractOptions) {
    const pool = requireObject('show', 'pool', this._obj);
    const expectation = expected(requireObject('show', 'request', request), undefined, options);
    if (expectation.kind === 'rejected') {
      const why = expectation.broken.map(({ clause, says }) => `${clause}: ${says}`).join(' ');
      throw new TypeError(`No pool shows this request, since it is refused. ${why}`);
    }
    const wrong = unshownMembers(pool, request, options);
    this.assert(
      wrong.length === 0,
      `The pool should show the request:${wrong.map((line) => `\n  ${line}`).join('')}`,
      'The pool should not show the request, but shows all of it.',
      request,
      this._obj,
    );
  });
}

function answerSentence({ error, status, message }: Answered): string {
  if (error === null) return `the answer was a success (HTTP ${status})`;
  const name = error === '' ? 'an error without a name' : error;
  return `the answer was ${name} (HTTP ${status})${message === null ? '' : `, "${message}"`}`;
}
