import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of what has to outlive a run, whatever its out folder: XDG_STATE_HOME, or the usual place of the system. */
export function stateFolder(): string {
  const { XDG_STATE_HOME: state = '', LOCALAPPDATA: local = '' } = process.env;
  if (state !== '') return join(state, 'poolproof');
  return process.platform === 'win32' && local !== ''
    ? join(local, 'poolproof', 'state')
    : join(homedir(), '.local', 'state', 'poolproof');
}
