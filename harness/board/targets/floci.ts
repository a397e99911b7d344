import type { BoardTarget } from '../boardTarget.ts';

/** Floci, which is published as a container image. */
export const floci: BoardTarget = {
  name: 'floci',
  licence: 'MIT',
  homepage: 'https://github.com/floci-io/floci',
  installation: {
    kind: 'address',
    variable: 'POOLPROOF_BOARD_FLOCI',
    reason: 'published as a container image, which needs a container engine',
  },
  start: undefined,
  byHand: 'docker run -p 4566:4566 floci/floci',
  address: 'http://127.0.0.1:4566',
};
