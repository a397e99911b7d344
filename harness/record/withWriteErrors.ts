import { UserError } from '../userError.ts';

/** Does what writes a file; where the place cannot be written to, that is said in words. */
export function withWriteErrors<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    // "EACCES: permission denied, open '…'"
    const [, cause = error.message] = /^\w+: ([^,]+)/.exec(error.message) ?? [];
    throw new UserError(
      'not-writable',
      `"${path}" cannot be written: ${cause}.`,
      'Name a place that can be written to.',
    );
  }
}
