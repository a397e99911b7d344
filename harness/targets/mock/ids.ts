/** Where the service takes its identifiers from. */
export interface Ids {
  /** The nine characters of a pool id after the Region. */
  readonly pool: () => string;
  /** A request id in the form of a UUID. */
  readonly request: () => string;
}

/** Ids that count from one, so that the same calls lead to the same ids. */
export function countedIds(): Ids {
  let pools = 0;
  let requests = 0;
  return {
    pool: () => {
      pools += 1;
      return `Pool${pools.toString(36).toUpperCase().padStart(5, '0')}`;
    },
    request: () => {
      requests += 1;
      return `00000000-0000-4000-8000-${requests.toString(16).padStart(12, '0')}`;
    },
  };
}
