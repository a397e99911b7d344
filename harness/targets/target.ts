import type { Contract } from '../../specs/contract.ts';
import type { TargetIdentity } from '../record/record.ts';
import { sdkTransport, type Transport } from '../transport/sdkTransport.ts';
import { fetchFrom } from './mock/fetchFrom.ts';
import { mockHandlers } from './mock/handlers.ts';
import { poolService } from './mock/poolService.ts';
import { isPreset, presets } from './presets.ts';

/** A target and the transport to it. */
export interface Target {
  readonly identity: TargetIdentity;
  readonly transport: Transport;
  /** How the target ended by itself; null while it runs. Absent: nobody can tell. */
  readonly ended?: () => string | null;
}

/** Settings for connecting to a target. */
export interface TargetSettings {
  readonly target: string;
  readonly region: string;
  readonly timeout: number;
  readonly concurrency: number;
  readonly connection?: Connection;
}

/** Connection settings besides the address. */
export interface Connection {
  readonly headers?: Readonly<Record<string, string>>;
  /** PEM text. */
  readonly ca?: string;
  readonly insecure?: boolean;
  /** The key to sign with. Absent: a placeholder. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** Opens the target: the embedded mock, AWS, or an endpoint given as URL or preset name. */
export function openTarget(settings: TargetSettings, contract: Contract): Target {
  if (settings.target === 'mock') return openMock(settings, contract);
  return settings.target === 'aws' ? openAws(settings) : openEndpoint(settings);
}

/** The URL of a target, or undefined for the mock, AWS and msw targets. */
export function addressOf(target: string): string | undefined {
  if (target.startsWith('msw:')) return undefined;
  return target === 'mock' || target === 'aws' ? undefined : (presets[target]?.endpoint ?? target);
}

function openMock({ region, timeout, concurrency }: TargetSettings, contract: Contract): Target {
  const service = poolService({ edition: contract.edition, basis: contract.basis, clauses: contract.clauses, region });
  const fetch = fetchFrom(mockHandlers(service));
  return {
    identity: { id: 'mock', kind: 'mock', endpoint: null },
    transport: sdkTransport({ region, timeout, concurrency, fetch }),
  };
}

// The SDK resolves the address and credentials from its usual environment variables, profiles and roles.
function openAws({ region, timeout, concurrency, connection }: TargetSettings): Target {
  return {
    identity: { id: 'aws', kind: 'aws', endpoint: null },
    transport: sdkTransport({ ...connection, region, timeout, concurrency }),
  };
}

function openEndpoint({ target, region, timeout, concurrency, connection }: TargetSettings): Target {
  const endpoint = presets[target]?.endpoint ?? target;
  return {
    identity: { id: isPreset(target) ? target : new URL(endpoint).host, kind: 'endpoint', endpoint },
    transport: sdkTransport({ ...connection, region, timeout, concurrency, endpoint }),
  };
}
