import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { mswPrefix, type Target, type TargetSettings } from '../targets/target.ts';
import { sdkTransport } from '../transport/sdkTransport.ts';
import { UserError } from '../userError.ts';
import { handlersProcess } from './handlersProcess.ts';
import { moduleHint } from './mswModule.ts';

/** What msw handlers as a target need beyond other targets. */
interface MswSettings extends TargetSettings {
  /** Milliseconds that the module has to load. */
  readonly readyTimeout: number;
}

/** A project's own msw handlers as a target, in a process of their own and without a network. */
export async function mswTarget({ target, region, timeout, readyTimeout }: MswSettings): Promise<Target> {
  const path = resolve(target.slice(mswPrefix.length));
  if (!existsSync(path)) throw new UserError('no-handlers', `There is no file "${path}".`, moduleHint);
  const handlers = await handlersProcess(path, readyTimeout);
  const transport = sdkTransport({ region, timeout, fetch: handlers.fetch });
  return {
    identity: { id: target, kind: 'endpoint', endpoint: null },
    ended: () => handlers.ended(),
    redact: transport.redact,
    transport: {
      ...transport,
      close: () => {
        transport.close();
        handlers.stop();
      },
    },
  };
}
