import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/**
 * LocalEmu, which answers for Cognito with a variant of moto. Version 1.3.2 listens on all interfaces, whatever `--host` says.
 *
 * Its other services are left out: a minute after every request it sends an event about it to its own event service, which below
 * Python 3.12 fails to load and is tried again. That took more than half of its time.
 */
export const localemu: BoardTarget = {
  name: 'localemu',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/localemu/localemu',
  installation: { kind: 'pypi', name: 'localemu', version: '1.3.2' },
  start: ({ folder, port, data }) =>
    `cd "${data}" && exec env HOME="${data}" GATEWAY_LISTEN=127.0.0.1:${port} SERVICES=cognito-idp "${join(folder, 'bin/localemu')}" start --host 127.0.0.1 --port ${port}`,
  byHand: 'pip install localemu==1.3.2\nSERVICES=cognito-idp localemu start --port 4566',
  address: 'http://127.0.0.1:4566',
  builtOn: 'moto',
};
