import { join } from 'node:path';
import type { BoardTarget } from '../boardTarget.ts';
import { openApiDocument } from '../openApiDocument.ts';

/** Prism, a mock server for any OpenAPI document, with the document that `poolproof contract export` writes. */
export const prism: BoardTarget = {
  name: 'prism',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/stoplightio/prism',
  installation: { kind: 'npm', name: '@stoplight/prism-cli', version: '5.16.0' },
  start: ({ folder, port, data }) =>
    `exec "${process.execPath}" "${join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js')}" mock --host 127.0.0.1 --port ${port} "${openApiDocument(data)}"`,
  byHand:
    'npm install @stoplight/prism-cli@5.16.0\nnpx @poolproof/cli contract export --format openapi > api.json\nnpx prism mock --port 4010 api.json',
  address: 'http://127.0.0.1:4010',
  note: 'A general mock server: it checks requests against an OpenAPI document of the operation and keeps no pools.',
  // It never answers some malformed bodies, and each of them takes all of this time and more.
  options: ['--timeout', '10000'],
};
