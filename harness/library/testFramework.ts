/** Ends a test as pending, with the reason. */
export type Skip = (why: string) => void;

/** What `describeContract` needs of a test framework. */
export interface TestFramework {
  readonly describe: (name: string, body: () => void) => void;
  /** Runs once before the tests of the group, however long it takes. */
  readonly before: (body: () => Promise<void>) => void;
  readonly it: (name: string, body: (skip: Skip) => void) => void;
}
