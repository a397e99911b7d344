import { createServer } from 'node:net';
import { expect } from 'chai';
import { freePort } from './freePort.ts';

describe('a free port', () => {
  it('can be listened on, and is none that is given to whoever asks for any', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    expect(server.address()).to.include({ port });
    await new Promise((resolve) => server.close(resolve));
    expect(port).to.be.within(1024, 32_767);
  });
});
