import type { Level } from '../../specs/evidence.ts';
import type { ClauseFigures } from './clauseFigures.ts';

/** How much of what a target has is wrong. Clauses that were not judged are left out. */
export interface Divergence {
  readonly deviating: number;
  /** Clauses that at least one case showed to be kept or broken. */
  readonly judged: number;
  readonly byLevel: Readonly<Record<Level, number>>;
}

/** The divergence that clause figures amount to. */
export function divergenceOf(clauses: readonly ClauseFigures[]): Divergence {
  const deviating = clauses.filter(({ deviates }) => deviates > 0);
  const at = (level: Level): number => deviating.filter((clause) => clause.level === level).length;
  return {
    deviating: deviating.length,
    judged: clauses.filter(({ conforms, deviates }) => conforms + deviates > 0).length,
    byLevel: { must: at('must'), should: at('should'), may: at('may') },
  };
}
