/** What one tool made of one server. */
export interface PeerRun {
  /** Whether it said of the mutant what it does not say of the faultless server. */
  readonly toldApart: boolean;
  /** Whether a finding names the member whose constraint is broken. */
  readonly named: boolean;
  /** HTTP requests that reached the server. */
  readonly requests: number;
  /** From the start of its process to the end. */
  readonly wallMs: number;
}
