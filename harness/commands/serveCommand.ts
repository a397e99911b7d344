import type { Command } from 'commander';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { dialectFacts } from '../../specs/dialectFacts.ts';
import { didYouMean } from '../../specs/nearest.ts';
import type { Definitions } from '../settings/definition.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { type Dialect, dialects, type Fault, readFault, scheduledFaults } from '../targets/mock/faults.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { ServeError, serve } from '../targets/serve.ts';
import { UserError } from '../userError.ts';
import { printError } from './print.ts';

interface ServeSettings extends Pick<RunSettings, 'edition' | 'basis' | 'region'> {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** The id of a mutant; undefined for the faultless mock. */
  readonly mutant: string | undefined;
  /** An error that UpdateUserPool is answered with; undefined for none. */
  readonly fault: Fault | undefined;
  readonly dialect: Dialect;
}

const definitions: Definitions<ServeSettings> = {
  port: { argument: '<number>', description: 'port; 0 picks a free one', read: portOf, fallback: 9229 },
  host: {
    argument: '<address>',
    description: 'address to listen on; 0.0.0.0 in a container. On a loopback address only this machine is answered',
    read: (text) => (text.trim() === '' ? { problem: 'has to be an address' } : { value: text }),
    fallback: '127.0.0.1',
  },
  edition: runDefinitions.edition,
  basis: runDefinitions.basis,
  region: runDefinitions.region,
  mutant: {
    argument: '<id>',
    description: 'mock with one defect; "poolproof mutants" lists the ids',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  fault: {
    argument: '<error>[:once|always|<share>[:<ms>]]',
    description:
      'answer UpdateUserPool with this error, by name or number: once, always or for a share such as 0.25, after a delay',
    read: readFault,
    fallback: undefined,
  },
  dialect: {
    argument: '<name>',
    description: 'status of errors: aws (HTTP 400 or 500) or openapi (HTTP 480 to 490)',
    read: (text) =>
      text === 'aws' || text === 'openapi' ? { value: text } : { problem: `has to be aws or openapi, not "${text}"` },
    fallback: 'aws',
  },
};

/** `poolproof serve`: the mock as an HTTP server, until it is stopped. */
export function serveCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('serve')
    .description('run the mock as an HTTP server, on 127.0.0.1 unless told otherwise');
  addOptions(command, definitions);
  command.action(async (flags: Record<string, unknown>) => {
    await serveUntilStopped(readSettings(definitions, flags));
    exit(0);
  });
}

async function serveUntilStopped(settings: ServeSettings): Promise<void> {
  const { port, host, edition } = settings;
  const handlers = handlersFor(settings, contractOf(edition, settings.basis));
  const server = await serve({ handlers, port, host }).catch((error: unknown) => {
    throw error instanceof ServeError ? new UserError(error.code, error.message, error.hint) : error;
  });
  printError(`Listening at ${server.url} (edition ${edition}). Stop with Ctrl-C.`);
  if (settings.dialect === 'openapi') printError(dialectFacts.openapi.map((fact) => `  ${fact}`).join('\n'));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}

function handlersFor({ mutant: id, region, fault, dialect }: ServeSettings, contract: Contract) {
  if (id === undefined) {
    const faults = fault === undefined ? undefined : scheduledFaults(fault);
    return mockHandlers(poolService({ ...contract, region }), dialects[dialect], faults);
  }
  if (fault !== undefined || dialect !== 'aws') {
    throw new UserError(
      'two-faults',
      'A mutant has one defect and the dialect of AWS.',
      'Leave out --mutant, or --fault and --dialect.',
    );
  }
  const mutants = mutantsOf(contract);
  const mutant = mutants.find((mutant) => mutant.id === id);
  if (mutant !== undefined) return mutantHandlers(mutant, contract, region);
  const ids = mutants.map((mutant) => mutant.id);
  throw new UserError(
    'unknown-mutant',
    `Edition ${contract.edition.date} has no mutant "${id}".`,
    `"poolproof mutants" lists the ids.${didYouMean(id, ids)}`,
  );
}

function portOf(text: string): { readonly value: number } | { readonly problem: string } {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535
    ? { value: port }
    : { problem: `has to be a port from 0 to 65535, not "${text}"` };
}
