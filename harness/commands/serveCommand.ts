import type { Command } from 'commander';
import { asSentence } from '../../specs/asSentence.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { dialectFacts } from '../../specs/dialectFacts.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { Definitions } from '../settings/definition.ts';
import { defaultAccount } from '../settings/fixtureSettings.ts';
import { nameOf } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { healthHandler, healthPath } from '../targets/healthHandler.ts';
import { type Dialect, dialects, type Fault, readFault, scheduledFaults } from '../targets/mock/faults.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { poolStore } from '../targets/mock/poolStore.ts';
import { seedPool } from '../targets/mock/seedPool.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { ServeError, serve } from '../targets/serve.ts';
import { UserError } from '../userError.ts';
import { printError, printResult } from './print.ts';
import { seedsFrom } from './seedsFrom.ts';

interface ServeSettings extends Pick<RunSettings, 'edition' | 'basis' | 'region'> {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** The id of a mutant; undefined for the faultless mock. */
  readonly mutant: string | undefined;
  /** An error that UpdateUserPool is answered with; undefined for none. */
  readonly fault: Fault | undefined;
  readonly dialect: Dialect;
  /** A file with pools that are there from the start; undefined for none. */
  readonly pools: string | undefined;
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
    description: 'mock with one defect; "poolproof mutants --list" lists the ids',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  fault: {
    argument: '<error>[:once|always|<share>[:<ms>]]',
    description: `answer ${testedOperation} with this error, by name or number: once, always or for a share such as 0.25, after a delay`,
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
  pools: {
    argument: '<file>',
    description: 'JSON list of pools that exist from the start: CreateUserPool requests, with an "Id" where it matters',
    read: nameOf('the name of a file'),
    fallback: undefined,
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
  const handlers = [healthHandler, ...handlersFor(settings, contractOf(edition, settings.basis))];
  const server = await serve({ handlers, port, host }).catch((error: unknown) => {
    throw error instanceof ServeError ? new UserError(error.code, error.message, error.hint) : error;
  });
  // On standard output, so that a script can wait for it and read the port.
  printResult(`Listening at ${server.url} (edition ${edition})`);
  printError(`Stop with Ctrl-C. GET ${healthPath} answers 200.`);
  if (settings.dialect === 'openapi') printError(dialectFacts.openapi.map((fact) => `  ${fact}`).join('\n'));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}

function handlersFor(settings: ServeSettings, contract: Contract) {
  const { mutant: id, region, fault, dialect, pools } = settings;
  if (id === undefined) {
    const faults = fault === undefined ? undefined : scheduledFaults(fault);
    return mockHandlers(seededService(settings, contract), dialects[dialect], faults);
  }
  if (fault !== undefined || dialect !== 'aws' || pools !== undefined) {
    throw new UserError(
      'two-faults',
      'A mutant has one defect, the dialect of AWS and no pools at first.',
      'Leave out --mutant, or --fault, --dialect and --pools.',
    );
  }
  const mutants = mutantsOf(contract);
  const mutant = mutants.find((mutant) => mutant.id === id);
  if (mutant !== undefined) return mutantHandlers(mutant, contract, region);
  const ids = mutants.map((mutant) => mutant.id);
  throw new UserError(
    'unknown-mutant',
    `Edition ${contract.edition.date} has no mutant "${id}".`,
    `"poolproof mutants --list" lists the ids.${didYouMean(id, ids)}`,
  );
}

function seededService({ region, pools: path }: ServeSettings, contract: Contract): PoolService {
  const store = poolStore();
  const service = poolService({ ...contract, region, store });
  const place = { service, store, edition: contract.edition, region, account: defaultAccount };
  const problems = (path === undefined ? [] : seedsFrom(path)).flatMap((seed, index) => {
    const added = seedPool(seed, place);
    return 'problem' in added ? [asSentence(`Pool ${index + 1} of "${path}" ${added.problem}`)] : [];
  });
  if (problems.length === 0) return service;
  throw new UserError('wrong-pools', problems.join('\n  '), 'A pool is a CreateUserPool request; see docs/mock.md.');
}

function portOf(text: string): { readonly value: number } | { readonly problem: string } {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535
    ? { value: port }
    : { problem: `has to be a port from 0 to 65535, not "${text}"` };
}
