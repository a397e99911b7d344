import { createServer } from 'node:http';
import { check, expect } from '@poolproof/cli/contract';

/** A tiny emulator of user pools, which leaves the checking of requests to the contract. */
export async function startEmulator() {
  const pools = new Map();
  const operations = {
    CreateUserPool: ({ PoolName, ...members }) => {
      const Id = `us-east-1_Emulated${pools.size + 1}`;
      pools.set(Id, { Id, Name: PoolName, ...members });
      return { UserPool: pools.get(Id) };
    },
    DescribeUserPool: ({ UserPoolId }) => ({ UserPool: poolOf(UserPoolId) }),
    DeleteUserPool: ({ UserPoolId }) => {
      poolOf(UserPoolId);
      pools.delete(UserPoolId);
      return {};
    },
    UpdateUserPool: updatePool,
  };

  function updatePool(request) {
    const [broken] = check(request);
    if (broken !== undefined) throw refusal(broken.errors[0], broken.says);
    const pool = poolOf(request.UserPoolId);
    const expected = expect(request, pool);
    if (expected.kind === 'rejected') throw refusal(expected.errors[0], expected.broken[0].says);
    const { UserPoolId, PoolName = pool.Name, ...members } = request;
    pools.set(UserPoolId, { ...pool, Name: PoolName, ...members });
    return {};
  }

  function poolOf(id) {
    const pool = pools.get(id);
    if (pool === undefined) throw refusal('ResourceNotFoundException', `User pool ${id} does not exist.`);
    return pool;
  }

  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [status, body] = answer(operations, request.headers['x-amz-target'], Buffer.concat(chunks).toString());
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': crypto.randomUUID(),
    });
    response.end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(operations, target = '', text) {
  try {
    const operation = operations[target.split('.')[1]];
    if (operation === undefined) throw refusal('UnknownOperationException', 'There is no such operation.');
    return [200, operation(JSON.parse(text))];
  } catch (error) {
    return [400, { __type: error.type ?? 'SerializationException', message: error.message }];
  }
}

function refusal(type, message) {
  return Object.assign(new Error(message), { type });
}
