import type { Contract } from '../../specs/contract.ts';
import type { TargetIdentity } from '../record.ts';
import { sdkTransport, type Transport } from '../transport/sdkTransport.ts';
import { fetchFrom } from './mock/fetchFrom.ts';
import { mockHandlers } from './mock/handlers.ts';
import { poolService } from './mock/poolService.ts';

/** A target that requests can be sent to. */
export interface Target {
  readonly identity: TargetIdentity;
  readonly transport: Transport;
}

/** What a target is reached with. */
export interface TargetSettings {
  readonly target: string;
  readonly region: string;
  readonly timeout: number;
  readonly concurrency: number;
}

/** The target that a setting names: the embedded mock, or an endpoint by its URL. */
export function openTarget(settings: TargetSettings, contract: Contract): Target {
  return settings.target === 'mock' ? openMock(settings, contract) : openEndpoint(settings);
}

function openMock({ region, timeout, concurrency }: TargetSettings, contract: Contract): Target {
  const service = poolService({ edition: contract.edition, basis: contract.basis, clauses: contract.clauses, region });
  const fetch = fetchFrom(mockHandlers(service));
  return {
    identity: { id: 'mock', kind: 'mock', endpoint: null },
    transport: sdkTransport({ region, timeout, concurrency, fetch }),
  };
}

function openEndpoint({ target, region, timeout, concurrency }: TargetSettings): Target {
  return {
    identity: { id: new URL(target).host, kind: 'endpoint', endpoint: target },
    transport: sdkTransport({ region, timeout, concurrency, endpoint: target }),
  };
}
