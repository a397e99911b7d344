import { join } from 'node:path';
import { shellQuote } from '../../specs/shellQuote.ts';
import { main } from '../commands/main.ts';
import { freePort } from './freePort.ts';

/** `npm run emulator`: a run against cognito-local, started by a command that the reports repeat. */
const script = join(import.meta.dirname, '..', '..', 'node_modules', 'cognito-local', 'lib', 'bin', 'start.js');
const port = await freePort();
// It keeps its pools in the folder in which it is started.
const start = `cd "$(mktemp -d)" && HOST=127.0.0.1 PORT=${port} exec ${shellQuote(process.execPath)} ${shellQuote(script)}`;
const target = ['--target', `http://127.0.0.1:${port}`, '--target-name', 'cognito-local', '--start', start];
process.exitCode = await main(['run', ...target, ...process.argv.slice(2)]);
