import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import type { CallerIdentity } from '../aws/callerIdentity.ts';
import { accountOf } from '../session/accountOf.ts';
import { restoreFromFile } from '../session/openExisting.ts';
import { openConnected, requestRate } from '../session/openSession.ts';
import { type PoolFile, readPoolFile } from '../session/poolFile.ts';
import type { Definitions } from '../settings/definition.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { rateLimitedTransport } from '../transport/rateLimitedTransport.ts';
import { redactedError, UserError } from '../userError.ts';
import { callerFor } from './announce.ts';
import { printError, printResult } from './print.ts';

type RestoreSettings = Pick<RunSettings, 'timeout' | 'rate' | 'header' | 'ca' | 'insecure'>;

const { timeout, rate, header, ca, insecure } = runDefinitions;
const definitions: Definitions<RestoreSettings> = { timeout, rate, header, ca, insecure };

/** `poolproof restore`: restores an existing pool to the copy that a run saved of it. */
export function restoreCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('restore')
    .argument('<file>', 'the saved copy, pool-<id>.json in the out folder of the run')
    .description('restore an existing pool to how it was before a run that could not do so itself');
  addOptions(command, definitions);
  command.action(async (path: string, flags: Record<string, unknown>) =>
    exit(await restoreFrom(path, readSettings(definitions, flags))),
  );
}

async function restoreFrom(path: string, settings: RestoreSettings): Promise<number> {
  const file = readPoolFile(path);
  if (file === undefined) throw new UserError('no-copy', `There is no file "${path}".`, 'Name a pool-<id>.json.');
  const { target, region, id, savedAt } = file;
  refuseForeignAccount(file, await callerFor(target, region));
  const contract = contractOf(newestEdition.date, 'observed');
  const { transport, redact } = await openConnected({ ...settings, target, region }, contract);
  try {
    await restoreFromFile(
      rateLimitedTransport(transport, requestRate({ ...settings, target }) ?? 1000),
      file,
      path,
      printError,
    );
  } catch (error) {
    throw redactedError(error, redact);
  } finally {
    transport.close();
  }
  printResult(`User pool ${id} at ${target} is restored to its state of ${savedAt}.`);
  return 0;
}

function refuseForeignAccount({ pool }: PoolFile, caller: CallerIdentity | undefined): void {
  const account = accountOf(pool);
  if (caller === undefined || caller.account === account) return;
  throw new UserError(
    'other-account',
    `The pool belongs to account ${account}, the credentials to ${caller.account}.`,
    'Choose the right profile with AWS_PROFILE.',
  );
}
