import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { packageVersion } from './packageVersion.ts';

describe('packageVersion', () => {
  let folder = '';

  before(() => {
    folder = temporaryFolder();
    const files = {
      'node/package.json': '{"version":"24.0.0"}',
      'node/bin/node': '',
      'cognito-local/package.json': '{"version":"5.3.0"}',
      'cognito-local/lib/bin/start.js': '',
      'torn/package.json': '{"version":',
      'torn/start.js': '',
    };
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, 'node_modules', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  });

  for (const [start, version] of [
    ['npx @stoplight/prism-cli@5.16.0 mock api.yaml', '5.16.0'],
    ['uvx moto[server]==5.2.5', '5.2.5'],
    ['docker run -p 4566:4566 localstack/localstack:4.9', '4.9'],
    ['node_modules/node/bin/node node_modules/cognito-local/lib/bin/start.js', '5.3.0'],
    ['PORT=9229 exec node node_modules/cognito-local/lib/bin/start.js', '5.3.0'],
    ['node node_modules/torn/start.js', undefined],
    ['./my-server --port 9000', undefined],
  ] as const) {
    it(`reads ${version ?? 'nothing'} from: ${start}`, () => {
      expect(packageVersion('http://127.0.0.1:9229', start, folder)).to.equal(version);
    });
  }

  it('asks the package of a preset that is not started by poolproof', () => {
    expect(packageVersion('cognito-local', undefined, folder)).to.equal('5.3.0');
  });
});
