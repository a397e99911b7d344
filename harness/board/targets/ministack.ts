import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** MiniStack, an emulator of many AWS services on one port. */
export const ministack: BoardTarget = {
  name: 'ministack',
  licence: 'MIT',
  homepage: 'https://github.com/ministackorg/ministack',
  installation: { kind: 'pypi', name: 'ministack', version: '1.5.33' },
  start: ({ folder, port, data }) =>
    `cd "${data}" && exec env BIND_HOST=127.0.0.1 GATEWAY_PORT=${port} HOME="${data}" "${join(folder, 'bin/ministack')}"`,
  byHand: 'pip install ministack==1.5.33\nGATEWAY_PORT=4566 ministack',
  address: 'http://127.0.0.1:4566',
};
