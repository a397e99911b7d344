import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '..', '..');

/** What a file of a place may import; the first place that fits counts. */
const directions: readonly { readonly place: RegExp; readonly may: RegExp }[] = [
  { place: /\.test\.ts$/, may: /./ },
  { place: /^specs\//, may: /^specs\// },
  { place: /^generators\//, may: /^(specs|generators)\// },
  { place: /^harness\/oracle\//, may: /^(specs|harness\/oracle)\// },
  // A reporter sees the record and the contract, and nothing of how the record came about.
  { place: /^reports\//, may: /^(specs|reports)\/|^harness\/record\.ts$/ },
  { place: /^harness\/(run|judge|transport)\//, may: /^(specs|generators|harness\/(?!cli|dev))/ },
  // That a mutant is no different is proved from the strings that a pattern has.
  {
    place: /^harness\/targets\/mutants\//,
    may: /^(specs|generators\/pattern|harness\/(oracle|targets))/,
  },
  { place: /^harness\/targets\//, may: /^(specs|harness\/(oracle|targets|transport|record\.ts))/ },
  { place: /^harness\/record\.ts$/, may: /^(specs|generators\/case\.ts)/ },
];

function sources(): readonly string[] {
  return ['specs', 'generators', 'harness', 'reports'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(room, name)),
  );
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(root, join(root, dirname(file), path ?? '')),
  );
}

describe('import directions', () => {
  it('are kept by every file', () => {
    const wrong = sources().flatMap((file) => {
      const rule = directions.find(({ place }) => place.test(file));
      return rule === undefined
        ? []
        : importsOf(file)
            .filter((path) => !rule.may.test(path))
            .map((path) => `${file} imports ${path}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it('are only told of files that exist', () => {
    const files = sources();
    expect(directions.filter(({ place }) => !files.some((file) => place.test(file)))).to.deep.equal([]);
  });

  it('let only the command line print, read the environment or exit', () => {
    const loud = sources().filter(
      (file) =>
        !/\.test\.ts$|^harness\/(cli|dev)\/|^harness\/main\.ts$|Worker\.ts$/.test(file) &&
        /\bconsole\.|process\.(stdout|stderr|argv|env|exit)\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(loud).to.deep.equal([]);
  });
});
