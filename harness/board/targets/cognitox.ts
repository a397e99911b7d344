import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** cognitox, an emulator of Cognito in one Rust program. 0.1.2 is the newest version that Rust 1.95 builds. */
export const cognitox: BoardTarget = {
  name: 'cognitox',
  licence: 'MIT',
  homepage: 'https://github.com/unvalley/cognitox',
  installation: { kind: 'cargo', name: 'cognitox', version: '0.1.2' },
  start: ({ folder, port, data }) => `cd "${data}" && exec "${join(folder, 'bin/cognitox')}" --port ${port}`,
  byHand: 'cargo install --locked cognitox@0.1.2\ncognitox',
  address: 'http://127.0.0.1:9229',
};
