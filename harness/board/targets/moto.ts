import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** moto in server mode. */
export const moto: BoardTarget = {
  name: 'moto',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/getmoto/moto',
  installation: { kind: 'pypi', name: 'moto[server]', version: '5.2.5' },
  start: ({ folder, port }) => `exec "${join(folder, 'bin/moto_server')}" -H 127.0.0.1 -p ${port}`,
  byHand: "pip install 'moto[server]==5.2.5'\nmoto_server -p 5000",
  address: 'http://127.0.0.1:5000',
};
