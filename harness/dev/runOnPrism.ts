import { join } from 'node:path';
import { shellQuote } from '../../specs/shellQuote.ts';
import { main } from '../commands/main.ts';
import { freePort } from './freePort.ts';

/** `npm run prism`: a run against Prism serving the exported OpenAPI document; npx fetches Prism unless it is installed. */
const prism = process.env.POOLPROOF_PRISM ?? 'npx --yes @stoplight/prism-cli@5.16.0';
const poolproof = [process.execPath, join(import.meta.dirname, '..', 'main.cjs')].map(shellQuote).join(' ');
const port = await freePort();
// The document is generated each time, so that the command works as long as the checkout is there.
const start = `document=$(mktemp) && ${poolproof} contract export --format openapi >"$document" && exec ${prism} mock --host 127.0.0.1 --port ${port} "$document"`;
const target = ['--target', `http://127.0.0.1:${port}`, '--target-name', 'prism', '--ready-timeout', '120000'];
process.exitCode = await main(['run', ...target, '--start', start, ...process.argv.slice(2)]);
