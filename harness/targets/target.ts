import type { Contract } from '../../specs/contract.ts';
import type { TargetIdentity } from '../record/record.ts';
import type { CarriedTransport } from '../transport/carriedTransport.ts';
import { keepText, type Redact } from '../transport/redact.ts';
import type { Transport } from '../transport/transport.ts';
import { mockAnswer } from './mock/handlers.ts';
import { mockTransport } from './mock/mockTransport.ts';
import { poolService } from './mock/poolService.ts';
import { isPreset, presets } from './presets.ts';

/** A target and the transport to it. */
export interface Target {
  readonly identity: TargetIdentity;
  readonly transport: Transport;
  /** Takes what is secret out of texts that leave the program. */
  readonly redact: Redact;
  /** How the target ended by itself; null while it runs. Absent: nobody can tell. */
  readonly ended?: () => string | null;
}

/** What sends requests to an endpoint: the SDK itself, or what sends its bytes in less time. */
export type ClientName = 'lean' | 'sdk';

/** Settings for connecting to a target. */
export interface TargetSettings {
  readonly target: string;
  readonly region: string;
  readonly timeout: number;
  readonly connection?: Connection;
  /** Absent: lean. */
  readonly client?: ClientName;
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
export async function openTarget(settings: TargetSettings, contract: Contract): Promise<Target> {
  if (settings.target === 'mock') return openMock(settings, contract);
  return settings.target === 'aws' ? openAws(settings) : openEndpoint(settings);
}

/** The prefix of a target that is a file of msw handlers. */
export const mswPrefix = 'msw:';

/** The URL of a target, or undefined for the mock, AWS and msw targets. */
export function addressOf(target: string): string | undefined {
  if (target.startsWith(mswPrefix)) return undefined;
  return target === 'mock' || target === 'aws' ? undefined : (presets[target]?.endpoint ?? target);
}

function openMock({ region }: TargetSettings, contract: Contract): Target {
  const service = poolService({ edition: contract.edition, basis: contract.basis, clauses: contract.clauses, region });
  const transport = mockTransport(mockAnswer(service));
  return { identity: { id: 'mock', kind: 'mock', endpoint: null }, transport, redact: keepText };
}

// The SDK resolves the address and credentials from its usual environment variables, profiles and roles.
async function openAws({ region, timeout, connection }: TargetSettings): Promise<Target> {
  const { sdkTransport } = await import('../transport/sdkTransport.ts');
  return connected({ id: 'aws', kind: 'aws', endpoint: null }, sdkTransport({ ...connection, region, timeout }));
}

async function openEndpoint(settings: TargetSettings): Promise<Target> {
  const { target, region, timeout, connection } = settings;
  const { leanTransport } = await import('../transport/leanTransport.ts');
  const { sdkTransport } = await import('../transport/sdkTransport.ts');
  const transportTo = settings.client === 'sdk' ? sdkTransport : leanTransport;
  const endpoint = presets[target]?.endpoint ?? target;
  return connected(
    { id: isPreset(target) ? target : new URL(endpoint).host, kind: 'endpoint', endpoint },
    transportTo({ ...connection, region, timeout, endpoint }),
  );
}

function connected(identity: TargetIdentity, transport: CarriedTransport): Target {
  return { identity, transport, redact: transport.redact };
}
