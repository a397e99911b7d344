import type { Basis } from '../../specs/clause.ts';
import type { Edition } from '../../specs/edition.ts';
import type { Fixtures } from '../../specs/fixtureKinds.ts';

/** What cases are made for: the contract, and the Region and account that ARNs in a request name. */
export interface GenerationScene {
  readonly edition: Edition;
  readonly basis: Basis;
  /** AWS Region of the pool: `us-east-1`. */
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** What there is outside the pool, so that requests can cause the errors that depend on it. Absent: nothing. */
  readonly fixtures?: Fixtures;
}

/** Whether the pool is in Seoul, which sends SMS from Tokyo alone; for other Regions it is open where they send from. */
export function isSeoul({ region }: GenerationScene): boolean {
  return region === 'ap-northeast-2';
}
