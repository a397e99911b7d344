import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { amzTarget } from '../../specs/operation.ts';
import type { Exchange } from './carrier.ts';
import { readResponse } from './readResponse.ts';
import { applyFormAfterSigning, applyFormBeforeSigning, type FormedRequest } from './requestForm.ts';

/** What the SDK hands from one step to the next; its own types know nothing of exchanges. */
interface Carried {
  readonly input: Exchange;
  readonly request: FormedRequest;
}

/** The place that the SDK found for a request. */
interface Place {
  readonly endpointV2?: { readonly url: URL };
}

/**
 * Makes a client send exchanges: its serializer is replaced by one that takes the body as it is, its deserializer by one that
 * returns the raw answer. Endpoint, headers, signature and connections remain the SDK's.
 */
export function carryExchanges({ middlewareStack, config }: CognitoIdentityProviderClient): void {
  middlewareStack.add(
    (next, place) => (args) => next({ ...args, request: writeRequest(args as unknown as Carried, place as Place) }),
    { name: 'serializerMiddleware', step: 'serialize', override: true },
  );
  middlewareStack.add(
    (next) => (args) => {
      const { input, request } = args as unknown as Carried;
      if (input.form !== undefined) applyFormBeforeSigning(request, input.form);
      return next(args);
    },
    { name: 'formBeforeSigning', step: 'build', priority: 'low' },
  );
  middlewareStack.add(
    () => async (args) => {
      const { input, request } = args as unknown as Carried;
      if (input.form !== undefined) applyFormAfterSigning(request, input.form);
      const abort = new AbortController();
      input.whenGivenUp(() => abort.abort());
      const { response } = await config.requestHandler.handle(request as never, { abortSignal: abort.signal });
      return { response, output: { answer: await readResponse(response, input), $metadata: {} } };
    },
    { name: 'deserializerMiddleware', step: 'deserialize', override: true },
  );
}

function writeRequest({ input }: Carried, { endpointV2 }: Place) {
  const { body, path, type, headers, operation } = input;
  if (endpointV2 === undefined) throw new Error('the SDK found no endpoint');
  const { protocol, hostname, port } = endpointV2.url;
  return {
    method: 'POST',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path,
    query: {},
    headers: {
      'content-type': type,
      'x-amz-target': amzTarget(operation),
      ...headers,
    },
    body: input.form?.bytes ?? body,
  };
}
