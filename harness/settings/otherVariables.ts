/** Environment variables of poolproof, of its examples for CI and of its development that are no option of a command. */
export const otherVariables: readonly string[] = [
  'POOLPROOF_COMMAND',
  'POOLPROOF_SHARD_TOTAL',
  // The examples for CI.
  'POOLPROOF_PACKAGE',
  // Releases, the board and the tests of the project itself.
  'POOLPROOF_RELEASE',
  'POOLPROOF_BOARD_AWS_EMULATOR',
  'POOLPROOF_BOARD_FLOCI',
  'POOLPROOF_BOARD_LOCALSTACK',
  'POOLPROOF_CHROMIUM',
  'POOLPROOF_JEST',
  'POOLPROOF_MEASURES_FILE',
  'POOLPROOF_MODELS',
  'POOLPROOF_MOTO',
  'POOLPROOF_NODE_22',
  'POOLPROOF_PRISM',
];
