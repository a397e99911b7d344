/** What kind of source a piece of evidence is. */
export type EvidenceBasis = 'model' | 'documentation' | 'measurement' | 'report' | 'inference';

/** Where a clause comes from. */
export interface Evidence {
  readonly basis: EvidenceBasis;
  /** Model, page, repository or thread, and the row of our notes where there is one. */
  readonly source: string;
  /** The day the source speaks of, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** What it shows, in our words. */
  readonly note: string;
  /** Set where it was seen on another operation that shares the shape or the rule. */
  readonly on?: 'CreateUserPool' | 'SetUserPoolMfaConfig' | 'SignUp' | 'another operation';
}

/** How sure a clause is: `must` counts against the gate, `should` and `may` only under `--strict`. */
export type Level = 'must' | 'should' | 'may';

/**
 * The level that evidence earns: `must` from the model or a measurement of this operation, `should` from documentation,
 * from a measurement of a sibling operation or from several reports, `may` from a single report or inference.
 */
export function levelOf(evidence: readonly Evidence[]): Level {
  if (evidence.some(({ basis, on }) => basis === 'model' || (basis === 'measurement' && on === undefined)))
    return 'must';
  if (evidence.some(({ basis }) => basis === 'documentation' || basis === 'measurement')) return 'should';
  return evidence.filter(({ basis }) => basis === 'report').length > 1 ? 'should' : 'may';
}
