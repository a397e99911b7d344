import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** kumolo, an emulator of several AWS services in one Go program. */
export const kumolo: BoardTarget = {
  name: 'kumolo',
  licence: 'MIT',
  homepage: 'https://github.com/optiflowic/kumolo',
  installation: { kind: 'go', name: 'github.com/optiflowic/kumolo/cmd/kumolo', version: 'latest' },
  start: ({ folder, port, data }) => `exec "${join(folder, 'bin/kumolo')}" -port ${port} -data-dir "${data}"`,
  byHand: 'go install github.com/optiflowic/kumolo/cmd/kumolo@latest\nkumolo',
  address: 'http://127.0.0.1:4566',
};
