import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** kumo, an emulator of many AWS services in one Go program. */
export const kumo: BoardTarget = {
  name: 'kumo',
  licence: 'MIT',
  homepage: 'https://github.com/sivchari/kumo',
  installation: { kind: 'go', name: 'github.com/sivchari/kumo/cmd/kumo', version: 'v0.33.1' },
  start: ({ folder, port }) => `exec env KUMO_HOST=127.0.0.1 KUMO_PORT=${port} "${join(folder, 'bin/kumo')}"`,
  byHand: 'go install github.com/sivchari/kumo/cmd/kumo@v0.33.1\nkumo',
  address: 'http://127.0.0.1:4566',
};
