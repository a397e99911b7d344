import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { dialectFacts } from '../../specs/dialectFacts.ts';
import { declaredErrors } from '../../specs/errors.ts';
import { type Dialect, dialects, scheduledFaults } from '../targets/mock/faults.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { type Served, serve } from '../targets/serve.ts';

/** What the SDK exports, by name. */
const classes = new Map<string, unknown>(Object.entries(sdk));

type Handlers = Parameters<typeof serve>[0]['handlers'];

/** What the real SDK throws when UpdateUserPool is answered by these handlers. */
async function thrownBy(handlers: Handlers, maxAttempts = 1): Promise<sdk.CognitoIdentityProviderServiceException> {
  const server: Served = await serve({ handlers, port: 0 });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new sdk.CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: server.url,
    credentials,
    maxAttempts,
  });
  try {
    await client.send(new sdk.UpdateUserPoolCommand({ UserPoolId: 'us-east-1_Abcdefghi' }));
  } catch (error) {
    if (error instanceof sdk.CognitoIdentityProviderServiceException) return error;
    throw error;
  } finally {
    client.destroy();
    await server.close();
  }
  throw new Error('The SDK threw nothing.');
}

function failing(error: (typeof declaredErrors)[number]['name'], dialect: Dialect, count = () => {}): Handlers {
  const contract = contractOf('2026-11-13', 'observed');
  const faults = scheduledFaults({ error, times: 'always', delay: 0 });
  return mockHandlers(poolService({ ...contract, region: 'us-east-1' }), dialects[dialect], (operation) => {
    count();
    return faults(operation);
  });
}

describe('the SDK as the client of a server that fails', () => {
  for (const { name, code, status, fault } of declaredErrors) {
    for (const dialect of ['aws', 'openapi'] as const) {
      const answered = dialect === 'aws' ? status : (code ?? status);
      it(`throws ${name} for it in the ${dialect} dialect, with status ${answered}`, async () => {
        const error = await thrownBy(failing(name, dialect));
        expect(error.constructor).to.equal(classes.get(name));
        expect(error.name).to.equal(name);
        expect(error.message).to.equal(`The mock was told to answer with ${name}.`);
        expect(error.$metadata.httpStatusCode).to.equal(answered);
        expect(error.$fault).to.equal(fault);
      });
    }
  }

  // Errors that are tried again, in each dialect.
  const again = {
    aws: ['TooManyRequestsException', 'InternalErrorException'],
    openapi: ['TooManyRequestsException'],
  } as const;

  for (const dialect of ['aws', 'openapi'] as const) {
    it(`tries only these again in the ${dialect} dialect: ${again[dialect].join(', ')}`, async () => {
      const repeated: string[] = [];
      for (const { name } of declaredErrors) {
        let requests = 0;
        await thrownBy(
          failing(name, dialect, () => (requests += 1)),
          2,
        );
        if (requests > 1) repeated.push(name);
      }
      expect(repeated).to.deep.equal(again[dialect]);
    });
  }

  it('knows no error by its number alone', async () => {
    const bare = async () => new Response('{"message":"no"}', { status: 484 });
    const error = await thrownBy([bare]);
    expect(error.constructor).to.equal(sdk.CognitoIdentityProviderServiceException);
    expect([error.name, error.$metadata.httpStatusCode]).to.deep.equal(['Unknown', 484]);
  });

  it('has its facts told for both dialects', () => {
    expect(dialectFacts.openapi.join(' ')).to.include('"Unknown"').and.to.include('486');
    expect(dialectFacts.aws.join(' ')).to.include('483').and.to.include('486');
  });
});
