import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';

/** cognito-local of npm. It stores its pools in the folder `.cognito` below the working directory. */
export const cognitoLocal: BoardTarget = {
  name: 'cognito-local',
  licence: 'MIT',
  homepage: 'https://github.com/jagregory/cognito-local',
  installation: { kind: 'npm', name: 'cognito-local', version: '5.3.0' },
  start: ({ folder, port, data }) =>
    `cd "${data}" && exec env HOST=127.0.0.1 PORT=${port} NO_COLOR=1 "${process.execPath}" "${join(folder, 'node_modules/cognito-local/lib/bin/start.js')}"`,
  byHand: 'npm install cognito-local@5.3.0\nPORT=9229 npx cognito-local',
  address: 'http://127.0.0.1:9229',
};
