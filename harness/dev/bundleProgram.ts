import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './sourceFiles.ts';

/** What is loaded by a path beside the module that asks for it, and therefore has to lie beside the chunks. */
const workers = ['harness/kill/killWorker', 'harness/kill/oddWorker', 'harness/session/mswWorker'];

/**
 * Writes the command line into a folder as few files, loaded in a third of the time: `harness/main.js`, `harness/commandWorker.js` for tests, and
 * what both need in `harness/chunks`. Packages that it loads only now and then stay where they are.
 */
async function bundleProgram(out: string): Promise<void> {
  const names = workers.map((path) => [`harness/chunks/${path.split('/').at(-1)}`, join(root, `${path}.ts`)]);
  const bundle = await rolldown({
    input: {
      'harness/main': join(root, 'harness/main.ts'),
      'harness/commandWorker': join(root, 'harness/dev/commandWorker.ts'),
      ...Object.fromEntries(names),
    },
    platform: 'node',
    external: [/^node:/, /^@aws-sdk\//, /^@smithy\//, /^msw(\/|$)/],
    transform: { target: 'esnext' },
  });
  await bundle.write({ dir: out, entryFileNames: '[name].js', chunkFileNames: 'harness/chunks/[name]-[hash].js' });
  await bundle.close();
}

await bundleProgram(process.argv[2] ?? '');
