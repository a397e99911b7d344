import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestEdition } from '../../specs/editions/index.ts';
import { main } from '../commands/main.ts';
import { exportOpenApi } from '../contracts/exportOpenApi.ts';
import { freePort } from './freePort.ts';

/** `npm run prism`: a run against Prism serving the exported OpenAPI document; npx fetches Prism unless it is installed. */
const prism = process.env.POOLPROOF_PRISM ?? 'npx --yes @stoplight/prism-cli@5.16.0';
const document = join(mkdtempSync(join(tmpdir(), 'poolproof-prism-')), 'api.json');
writeFileSync(document, JSON.stringify(exportOpenApi(newestEdition)));
const port = await freePort();
const start = ['--start', `${prism} mock --host 127.0.0.1 --port ${port} ${document}`, '--ready-timeout', '120000'];
const target = ['--target', `http://127.0.0.1:${port}`, '--target-name', 'prism'];
process.exitCode = await main(['run', ...target, ...start, ...process.argv.slice(2)]);
