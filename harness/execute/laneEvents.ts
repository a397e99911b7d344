import type { Case } from '../../generators/cases/case.ts';
import type { CaseOutcome } from './caseOutcome.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Events of a running lane. */
export interface LaneEvents {
  readonly outcome: (outcome: CaseOutcome) => void;
  /** Called before the outcome of each case with the pool it ran on. */
  readonly pool?: (pool: ScratchPool, testCase: Case) => void;
  /** Called before every case; true ends the lane early. Its pools are deleted in any case. */
  readonly stopped: () => boolean;
}
