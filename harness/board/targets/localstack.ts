import type { BoardTarget } from '../boardTarget.ts';

/** LocalStack, whose Cognito is part of its paid image. */
export const localstack: BoardTarget = {
  name: 'localstack',
  licence: 'commercial (Cognito)',
  homepage: 'https://www.localstack.cloud',
  installation: {
    kind: 'address',
    variable: 'POOLPROOF_BOARD_LOCALSTACK',
    reason: 'its Cognito is part of a paid container image',
  },
  start: undefined,
  byHand: 'docker run -p 4566:4566 -e LOCALSTACK_AUTH_TOKEN localstack/localstack-pro',
  address: 'http://127.0.0.1:4566',
};
