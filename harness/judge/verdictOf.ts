import type { Deviation, ExpectationLine, Verdict } from '../record/record.ts';

/** The verdict that deviations amount to; without any, undecided where the contract is silent and conforming elsewhere. */
export function verdictOf(deviations: readonly Deviation[], expectation: ExpectationLine): Verdict {
  if (deviations.length > 0) return { kind: 'deviates', deviations };
  return expectation.kind === 'open' ? { kind: 'undecided', why: expectation.why } : { kind: 'conforms' };
}

/** The deviations of a verdict; none where it is another kind of verdict. */
export function deviationsOf(verdict: Verdict): readonly Deviation[] {
  return verdict.kind === 'deviates' ? verdict.deviations : [];
}
