/** What became of standard output. */
export interface OutputErrors {
  /** Why standard output could not be written; null if it could, or if nobody reads it any more. */
  readonly lostOutput: () => string | null;
}

/**
 * Keeps a closed or full standard output or error from ending the program: pools are deleted and reports written all the same.
 * A reader that has gone, as after `| head`, is not an error.
 */
export function outputErrors(): OutputErrors {
  let lost: string | null = null;
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') lost ??= error.message;
  });
  return { lostOutput: () => lost };
}
