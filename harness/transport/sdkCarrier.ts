import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Answer } from './answer.ts';
import type { Carrier } from './carrier.ts';
import { carryExchanges } from './exchange.ts';
import { inProcessHandler } from './inProcessHandler.ts';
import { networkAgents } from './networkAgents.ts';
import { commandFor } from './operations.ts';
import { Sha256 } from './sha256.ts';
import { placeholderCredentials, type TransportSettings } from './transport.ts';

/** The SDK as a carrier, over its usual handler with agents of ours unless another handler is given. */
export function sdkCarrier(
  settings: TransportSettings,
  handler: CognitoIdentityProviderClientConfig['requestHandler'] = handlerFor(settings),
): Carrier {
  const client = new CognitoIdentityProviderClient({
    region: settings.region,
    maxAttempts: 1,
    // Nothing but the exchange differs from one request of an operation to the next.
    cacheMiddleware: true,
    sha256: Sha256,
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    ...(isLocal(settings) ? { credentials: settings.credentials ?? placeholderCredentials } : {}),
    // Within the process nobody checks a signature, and making one costs more than all the rest.
    ...(settings.fetch === undefined ? {} : { signer: { sign: async (request) => request } }),
    ...(handler === undefined ? {} : { requestHandler: handler }),
  });
  carryExchanges(client);
  const local = isLocal(settings) ? localSecrets(settings) : undefined;
  return {
    carry: async (exchange) => {
      const output: unknown = await client.send(commandFor(exchange.operation, exchange));
      return (output as { readonly answer: Answer }).answer;
    },
    secrets: async () => local ?? awsSecrets(client, settings),
    close: () => client.destroy(),
  };
}

function handlerFor(settings: TransportSettings): CognitoIdentityProviderClientConfig['requestHandler'] {
  return settings.fetch === undefined ? networkAgents(settings) : inProcessHandler(settings.fetch);
}

function localSecrets({ headers = {}, credentials }: TransportSettings): readonly string[] {
  const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = credentials ?? {};
  return [...Object.values(headers), accessKeyId, secretAccessKey, sessionToken].filter((secret) => secret !== '');
}

async function awsSecrets(
  client: CognitoIdentityProviderClient,
  settings: TransportSettings,
): Promise<readonly string[]> {
  const own = Object.values(settings.headers ?? {});
  const found = await client.config.credentials().catch(() => undefined);
  return [...own, found?.secretAccessKey ?? '', found?.sessionToken ?? '', found?.accessKeyId ?? ''];
}

function isLocal({ endpoint, fetch }: TransportSettings): boolean {
  return fetch !== undefined || endpoint !== undefined;
}
