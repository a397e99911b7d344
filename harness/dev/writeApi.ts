import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiReference } from './apiReference.ts';
import { root } from './sourceFiles.ts';

const folder = join(root, 'docs', 'api');

/** The pages of the reference by file name: one for each entry, and a list of them. */
function pages(): ReadonlyMap<string, string> {
  const declarations = mkdtempSync(join(tmpdir(), 'poolproof-api-'));
  try {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const flags = ['--outDir', declarations, '--emitDeclarationOnly'];
    execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), ...flags]);
    const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const entries = Object.entries(exports as Readonly<Record<string, string | { types: string }>>).flatMap(
      ([path, target]) => (typeof target === 'string' ? [] : [[path.replace(/^\./, name), target.types] as const]),
    );
    const written = entries.map(([entry, types]) => {
      const file = `${entry.replace(name, '').replace('/', '') || 'main'}.md`;
      return [file, apiReference(entry, declarations, types.replace('./dist/', ''))] as const;
    });
    const list = written.map(([file], index) => `- [${entries[index]?.[0]}](${file})`);
    const title =
      '# API reference\n\nGenerated from the docstrings by `npm run api`. Examples are in [embedding.md](../embedding.md).';
    return new Map([...written, ['README.md', `${title}\n\n${list.join('\n')}\n`]]);
  } finally {
    rmSync(declarations, { recursive: true, force: true });
  }
}

function read(file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return '';
  }
}

const isCheck = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
const stale = [...pages()].filter(([file, text]) => read(file) !== text);
if (!isCheck) for (const [file, text] of stale) writeFileSync(join(folder, file), text);
if (isCheck && stale.length > 0) {
  process.stderr.write(`docs/api is stale: ${stale.map(([file]) => file).join(', ')}. Run "npm run api".\n`);
  process.exitCode = 1;
}
