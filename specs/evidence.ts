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
  /** The Region it was seen in, where the source names one. */
  readonly region?: string;
  /** It speaks against the clause. */
  readonly contradicts?: true;
  /** Set on the model where it states a type and nothing states what another type earns. */
  readonly partial?: true;
}

/** How sure a clause is: `must` counts against the gate, `should` and `may` only under `--strict`. */
export type Level = 'must' | 'should' | 'may';

/**
 * The level that evidence earns: `must` from the model or a measurement of this operation, `should` from documentation,
 * from a measurement of a sibling operation or from several reports, `may` from a single report or inference. Evidence that
 * speaks against the clause takes a `should` down to `may`; a measurement stands against a report.
 */
export function levelOf(evidence: readonly Evidence[]): Level {
  const supporting = evidence.filter(({ contradicts }) => contradicts !== true);
  if (supporting.some((piece) => isFullModel(piece) || isLiveMeasurement(piece))) return 'must';
  return supporting.length === evidence.length && isBacked(supporting) ? 'should' : 'may';
}

function isFullModel({ basis, partial }: Evidence): boolean {
  return basis === 'model' && partial !== true;
}

function isBacked(evidence: readonly Evidence[]): boolean {
  const stated: readonly EvidenceBasis[] = ['model', 'documentation', 'measurement'];
  return (
    evidence.some(({ basis }) => stated.includes(basis)) ||
    evidence.filter(({ basis }) => basis === 'report').length > 1
  );
}

/** Whether a piece of evidence is a measurement of the live operation itself. */
function isLiveMeasurement({ basis, on, contradicts }: Evidence): boolean {
  return basis === 'measurement' && on === undefined && contradicts !== true;
}

/**
 * The last day, as precisely as the source states it, on which the live operation itself was seen to do what a clause says;
 * undefined where it was seen on sibling operations alone, or is only stated.
 */
export function seenLiveOn(evidence: readonly Evidence[]): string | undefined {
  return evidence
    .filter(isLiveMeasurement)
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
}

/** The day of the last model that was published with its limits; what came after it are names alone. */
const lastModel = '2026-10-01';

/**
 * The day on which a source last confirmed a clause, as precisely as the source states it: the latest piece of its evidence, or the
 * edition's model, which goes on saying what it said first on an earlier day. Undefined without evidence.
 */
export function confirmedOn(evidence: readonly Evidence[], edition: string): string | undefined {
  const supporting = evidence.filter(({ basis, contradicts }) => basis !== 'inference' && contradicts !== true);
  const isInModel = supporting.some(({ basis }) => basis === 'model');
  const model = isInModel ? [edition < lastModel ? edition : lastModel] : [];
  return [...supporting.map(({ date }) => date), ...model].toSorted().at(-1);
}
