import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

const program = join(import.meta.dirname, 'localWebServices.py');

/** local-web-services. Its command `ldk dev` starts every service on a port of its own, so its Cognito service is started alone. */
export const localWebServices: BoardTarget = {
  name: 'local-web-services',
  licence: 'MIT',
  homepage: 'https://github.com/local-web-services/local-web-services',
  installation: { kind: 'pypi', name: 'local-web-services', version: '0.24.0' },
  start: ({ folder, port, data }) => `cd "${data}" && exec "${join(folder, 'bin/python')}" "${program}" ${port}`,
  byHand: 'pip install local-web-services==0.24.0\npython harness/board/targets/localWebServices.py 9229',
  address: 'http://127.0.0.1:9229',
  note: 'It has one pool for all: CreateUserPool returns the same id each time, so the run uses that pool alone.',
  options: ['--concurrency', '1', '--user-pool-id', 'us-east-1_default', '--allow-existing', '--allow-users'],
};
