import type { TargetConnection } from '../record/record.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { headerRedactor } from './headerRedactor.ts';

/** How a run starts and reaches its target, as the record keeps it: headers by their names alone, since values may be secrets. */
export function targetConnection(
  settings: Pick<RunSettings, 'target' | 'start' | 'readyTimeout' | 'header' | 'ca' | 'insecure'>,
): TargetConnection {
  const { start, readyTimeout, header, ca, insecure } = settings;
  const isUsual = readyTimeout === runDefinitions.readyTimeout.fallback;
  return {
    ...(start === undefined ? {} : { start: headerRedactor(settings)(start), ...(isUsual ? {} : { readyTimeout }) }),
    ...(header.length === 0 ? {} : { headers: [...new Set(header.map(([name]) => name))] }),
    ...(ca === undefined ? {} : { ca }),
    ...(insecure ? { insecure } : {}),
  };
}
