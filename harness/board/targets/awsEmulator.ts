import type { BoardTarget } from '../boardTarget.ts';

/** AWS's own emulator, which is published as a system package. */
export const awsEmulator: BoardTarget = {
  name: 'aws-emulator',
  licence: 'CC0-1.0',
  homepage: 'https://github.com/aws/aws-emulator',
  installation: {
    kind: 'address',
    variable: 'POOLPROOF_BOARD_AWS_EMULATOR',
    reason: 'published as a system package outside the registries',
  },
  start: undefined,
  byHand: 'Install it as its user guide says.\naws-emulator',
  address: 'https://127.0.0.1:9297',
};
