/** One figure of the bench, and what it has to be where a mark is set. */
export interface Figure {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  /** Written behind the value: "", " cases/s", " MB". */
  readonly unit: string;
  readonly mark: Mark | null;
}

/** What a figure has to reach, or must not pass. */
export interface Mark {
  readonly kind: 'at least' | 'at most';
  readonly value: number;
}

/** Whether a figure misses its mark; one that could not be measured does. */
export function misses({ value, mark }: Figure): boolean {
  if (mark === null) return false;
  return mark.kind === 'at least' ? !(value >= mark.value) : !(value <= mark.value);
}

/** The value below which such a share of the numbers lies, 0.5 for the median; by the nearest rank. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The median of the ratios of neighbours: what drifts between the rounds is the same on both sides of a ratio. */
export function ratioOf(rounds: readonly (readonly [upper: number, lower: number])[]): number {
  return quantile(
    rounds.map(([upper, lower]) => upper / lower),
    0.5,
  );
}
