/** One measured figure and, if set, its limit. */
export interface BenchFigure {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  /** Written behind the value: "", " cases/s", " MB". */
  readonly unit: string;
  readonly mark: BenchMark | null;
}

/** The limit of a figure. */
export interface BenchMark {
  readonly kind: 'at least' | 'at most';
  readonly value: number;
}

/** Whether a figure is outside its limit; one that could not be measured is. */
export function missesMark({ value, mark }: BenchFigure): boolean {
  if (mark === null) return false;
  return mark.kind === 'at least' ? !(value >= mark.value) : !(value <= mark.value);
}

/** The value below which such a share of the numbers lies, 0.5 for the median; by the nearest rank. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The median of the ratios of paired measurements: a drift between rounds affects both sides of a ratio. */
export function medianRatio(rounds: readonly (readonly [upper: number, lower: number])[]): number {
  return quantile(
    rounds.map(([upper, lower]) => upper / lower),
    0.5,
  );
}
