import { expect } from 'chai';
import { stubServers } from './stubServers.ts';

async function ask(
  name: keyof typeof stubServers,
  operation: string,
  use: (answer: Promise<Response>) => Promise<void>,
) {
  const { url, close } = await stubServers[name].start();
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
  };
  try {
    await use(fetch(url, { method: 'POST', body: '{}', headers }));
  } finally {
    await close();
  }
}

describe('stub servers', () => {
  it('acceptsEverything answers 200 to what is invalid and gives a pool', async () => {
    await ask('acceptsEverything', 'UpdateUserPool', async (answer) => {
      expect((await answer).status).to.equal(200);
      expect(await (await answer).json()).to.deep.equal({});
    });
    await ask('acceptsEverything', 'DescribeUserPool', async (answer) => {
      expect(await (await answer).json()).to.have.nested.property('UserPool.Id');
    });
  });

  it('knowsNoUpdates gives a pool and refuses to update it', async () => {
    await ask('knowsNoUpdates', 'CreateUserPool', async (answer) => {
      expect(await (await answer).json()).to.have.nested.property('UserPool.Id');
    });
    await ask('knowsNoUpdates', 'UpdateUserPool', async (answer) => {
      expect((await answer).status).to.equal(400);
    });
  });

  it('answersHtml answers 200 with a page', async () => {
    await ask('answersHtml', 'UpdateUserPool', async (answer) => {
      expect((await answer).headers.get('content-type')).to.equal('text/html');
    });
  });

  it('hangs until it is closed', async () => {
    const { url, close } = await stubServers.hangs.start();
    const outcome = fetch(url, { method: 'POST', body: '{}' }).then(
      () => 'answered',
      () => 'closed',
    );
    await new Promise((resolve) => setImmediate(resolve));
    await close();
    expect(await outcome).to.equal('closed');
  });

  it('closesTheSocket answers nothing', async () => {
    await ask('closesTheSocket', 'UpdateUserPool', async (answer) => {
      expect(await answer.catch((error: unknown) => error)).to.be.an.instanceOf(TypeError);
    });
  });

  it('sendsHundredMegabytes streams them without holding them', async () => {
    await ask('sendsHundredMegabytes', 'UpdateUserPool', async (answer) => {
      let size = 0;
      for await (const chunk of (await answer).body ?? []) size += (chunk as Uint8Array).length;
      expect(size).to.be.above(100 * 1024 * 1024);
    });
  });

  it('sendsHundredMegabytes lets a reader hang up', async () => {
    await ask('sendsHundredMegabytes', 'UpdateUserPool', async (answer) => {
      await (await answer).body?.cancel();
    });
  });

  it('answersNotImplemented answers 501', async () => {
    await ask('answersNotImplemented', 'UpdateUserPool', async (answer) => {
      expect((await answer).status).to.equal(501);
    });
  });

  it('speaksOpenApi answers the number of the error', async () => {
    await ask('speaksOpenApi', 'UpdateUserPool', async (answer) => {
      expect((await answer).status).to.equal(481);
    });
  });
});
