import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { ServeError, serve } from '../targets/serve.ts';
import { UserError } from '../userError.ts';
import { printError } from './print.ts';
import { type RunSettings, runDefinitions } from './runSettings.ts';
import { addOptions, type Definitions, readSettings } from './settings.ts';

interface ServeSettings extends Pick<RunSettings, 'edition' | 'basis' | 'region'> {
  readonly port: number;
}

const definitions: Definitions<ServeSettings> = {
  port: { argument: '<number>', says: 'port on 127.0.0.1; 0 picks a free one', read: portOf, fallback: 9229 },
  edition: runDefinitions.edition,
  basis: runDefinitions.basis,
  region: runDefinitions.region,
};

/** `poolproof serve`: the mock as an HTTP server, until it is stopped. */
export function serveCommand(program: Command, exit: (status: number) => void): void {
  const command = program.command('serve').description('offer the mock as an HTTP server on 127.0.0.1');
  addOptions(command, definitions);
  command.action(async (flags: Record<string, unknown>) => {
    await serveUntilStopped(readSettings(definitions, flags));
    exit(0);
  });
}

async function serveUntilStopped({ port, edition, basis, region }: ServeSettings): Promise<void> {
  const { clauses, ...contract } = contractOf(edition, basis);
  const handlers = mockHandlers(poolService({ edition: contract.edition, basis, clauses, region }));
  const server = await serve({ handlers, port }).catch((error: unknown) => {
    throw error instanceof ServeError ? new UserError(error.code, error.message, error.hint) : error;
  });
  printError(`Listening at ${server.url} (edition ${edition}). Stop with Ctrl-C.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}

function portOf(text: string): { readonly value: number } | { readonly problem: string } {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535
    ? { value: port }
    : { problem: `has to be a port from 0 to 65535, not "${text}"` };
}
