import { UserError } from '../userError.ts';

/** Does what writes a file; where the place cannot be written to, that is said in words. */
export function withWriteErrors<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    // "EACCES: permission denied, open '…'"
    const [, said = error.message] = /^\w+: ([^,]+)/.exec(error.message) ?? [];
    // What is in the way of a new folder is a file.
    const cause = error.syscall === 'mkdir' && said === 'file already exists' ? 'not a directory' : said;
    const status = 'code' in error && passing.includes(String(error.code)) ? 3 : 2;
    throw new UserError(
      'not-writable',
      `"${path}" cannot be written: ${cause}.`,
      status === 3 ? 'Make room and run it again.' : 'Name a place that can be written to.',
      status,
    );
  }
}

/** Errors of a machine that lacks something at the moment, and of no wrong use. */
const passing = ['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'EFBIG'];
