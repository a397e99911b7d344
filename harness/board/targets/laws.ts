import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** laws, an emulator of many AWS services in one Rust program. */
export const laws: BoardTarget = {
  name: 'laws',
  licence: 'MIT',
  homepage: 'https://github.com/huseyinbabal/laws',
  installation: { kind: 'cargo', name: 'laws', version: '1.2.0' },
  start: ({ folder, port, data }) =>
    `cd "${data}" && exec "${join(folder, 'bin/laws')}" --host 127.0.0.1 --port ${port}`,
  byHand: 'cargo install --locked laws@1.2.0\nlaws --host 127.0.0.1',
  address: 'http://127.0.0.1:4566',
};
