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

/** The day of the last model that was published with its limits; what came after it are names alone. */
const lastModel = '2026-10-01';

/**
 * The day on which a source last confirmed a clause, as precisely as the source states it: the latest piece of its evidence, or the
 * edition's model, which goes on saying what it said first on an earlier day. Undefined without evidence.
 */
export function confirmedOn(evidence: readonly Evidence[], edition: string): string | undefined {
  const isInModel = evidence.some(({ basis }) => basis === 'model');
  const model = isInModel ? [edition < lastModel ? edition : lastModel] : [];
  return [...evidence.map(({ date }) => date), ...model].toSorted().at(-1);
}
