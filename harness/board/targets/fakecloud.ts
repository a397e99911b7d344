import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** fakecloud, an emulator of many AWS services in one Rust program. */
export const fakecloud: BoardTarget = {
  name: 'fakecloud',
  licence: 'AGPL-3.0-or-later',
  homepage: 'https://github.com/faiscadev/fakecloud',
  installation: { kind: 'cargo', name: 'fakecloud', version: '0.51.0' },
  start: ({ folder, port, data }) =>
    `cd "${data}" && exec "${join(folder, 'bin/fakecloud')}" --addr 127.0.0.1:${port} --log warn`,
  byHand: 'cargo install --locked fakecloud@0.51.0\nfakecloud --addr 127.0.0.1:4566',
  address: 'http://127.0.0.1:4566',
};
