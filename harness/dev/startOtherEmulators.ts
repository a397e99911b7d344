import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionOf } from '../../specs/editions/index.ts';
import { shellQuote } from '../../specs/shellQuote.ts';
import { exportOpenApi } from '../contracts/exportOpenApi.ts';
import { startTarget } from '../targets/startTarget.ts';
import { freePort } from './freePort.ts';
import type { Emulator } from './startEmulator.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** How to start Prism on the exported OpenAPI document; undefined where POOLPROOF_PRISM does not name its command. */
export function startPrism(): (() => Promise<Emulator>) | undefined {
  const { POOLPROOF_PRISM: command } = process.env;
  if (command === undefined) return undefined;
  return () => {
    const document = join(temporaryFolder(), 'api.json');
    writeFileSync(document, JSON.stringify(exportOpenApi(editionOf('2026-11-13'))));
    return startOnPort((port) => `exec ${command} mock --host 127.0.0.1 --port ${port} ${shellQuote(document)}`);
  };
}

/** How to start moto; undefined where POOLPROOF_MOTO does not name its server. */
export function startMoto(): (() => Promise<Emulator>) | undefined {
  const { POOLPROOF_MOTO: command } = process.env;
  return command === undefined ? undefined : () => startOnPort((port) => `exec ${command} -H 127.0.0.1 -p ${port}`);
}

async function startOnPort(command: (port: number) => string): Promise<Emulator> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = await startTarget({ command: command(port), endpoint: url, readyTimeout: 120_000 });
  return { url, close: started.stop.bind(started) };
}
