import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { readRequest } from './breaches.ts';
import { type Expectation, type ExpectationScene, expectationOf, ifIgnored } from './expectation.ts';

/** A request that no SDK sends, as the oracle is asked about it. */
export interface WireScene extends Omit<ExpectationScene, 'request'> {
  /** The clause on the form of the request. */
  readonly clause: string;
  /** The body as text. */
  readonly body: string;
  /** What it says as JSON; undefined where it is none. */
  readonly value: JsonValue | undefined;
}

/**
 * What the contract expects of a request of unusual form. Where the clause on that form earns no error nobody knows; else the
 * body is read here, and has to be what the clause is about: undefined where it is not.
 */
export function wireExpectation(scene: WireScene): Expectation | undefined {
  const clause = scene.contract.byId.get(scene.clause);
  if (clause === undefined) return undefined;
  const { constraint, onBreach, says } = clause;
  const check = constraint.kind === 'wire' ? constraint.check : undefined;
  const { value } = scene;
  if (check === 'success-status') return isJsonObject(value) ? expectationOf({ ...scene, request: value }) : undefined;
  if (onBreach.length === 0) return openExpectation(`No source says how it is answered: ${says}`, check, scene);
  return matchesForm(check, scene.body, value) ? { kind: 'rejected', errors: onBreach, broken: [clause] } : undefined;
}

// Unknown members may be refused or ignored; a service that ignores them acts on the other members alone.
function openExpectation(why: string, check: string | undefined, scene: WireScene) {
  if (check !== 'unknown-members' || !isJsonObject(scene.value)) return { kind: 'open', why } as const;
  const { unsettled } = readRequest(scene.contract.edition, scene.value);
  return { kind: 'open', why, ...ifIgnored({ ...scene, request: scene.value }, unsettled) } as const;
}

function matchesForm(check: string | undefined, body: string, value: JsonValue | undefined): boolean {
  const isEmpty = body.trim() === '';
  switch (check) {
    case 'empty-body':
      return isEmpty;
    case 'no-json':
      return !isEmpty && value === undefined;
    // The parser itself says that it would take null for an object.
    case 'no-object':
      return value !== undefined && value !== null && !isJsonObject(value);
    case 'unknown-operation':
      return isJsonObject(value);
    default:
      return false;
  }
}
