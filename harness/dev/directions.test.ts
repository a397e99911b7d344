import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { importCycles } from './importCycles.ts';
import { importsOf, root, sourceFiles } from './sourceFiles.ts';

/** Rooms of the harness that any other room of it may use: plain data and the sentences for users. */
const shared =
  'specs|harness/record/record\\.ts|harness/(inputFile|schemaProblems|siblingModule|userError|version)\\.ts';

/** What the files of a place may import besides files of their own place; the first place that fits counts. */
const directions: readonly { readonly place: RegExp; readonly may: string }[] = [
  { place: /\.test\.ts$/, may: '' },
  { place: /^specs\//, may: 'specs' },
  { place: /^generators\//, may: 'specs|generators' },
  { place: /^harness\/oracle\//, may: 'specs' },
  { place: /^harness\/record\/record\.ts$/, may: 'specs|generators/cases/case\\.ts' },
  { place: /^harness\/transport\//, may: `${shared}|generators/cases/case\\.ts` },
  { place: /^harness\/judge\//, may: `${shared}|harness/(oracle|transport)` },
  // That a mutant is no different is proved from the strings that a pattern has.
  { place: /^harness\/targets\/mutants\//, may: `${shared}|generators/pattern|harness/(oracle|targets)` },
  { place: /^harness\/targets\//, may: `${shared}|harness/(oracle|targets|transport)` },
  { place: /^harness\/stubServers\//, may: `${shared}|harness/targets` },
  // Chooses requests of which the contract says something; what they are and what they break, the generators say.
  { place: /^harness\/plan\//, may: `${shared}|generators|harness/oracle` },
  {
    place: /^harness\/execute\//,
    may: `${shared}|generators|harness/(oracle|judge|plan|transport|findings|record|shrink|targets)`,
  },
  { place: /^harness\/shrink\//, may: `${shared}|generators|harness/(oracle|judge|transport|execute|findings|record)` },
  { place: /^harness\/findings\//, may: `${shared}|generators|harness/(oracle|judge|transport|execute|record)` },
  { place: /^harness\/record\//, may: `${shared}|generators|harness/(oracle|judge|transport|execute|findings)` },
  // What gate and reports share is read from the record and the contract alone.
  { place: /^harness\/figures\//, may: shared },
  {
    place: /^harness\/gate\//,
    may: `${shared}|generators/cases|harness/(figures|record|findings/(breachesExplain|findingId)\\.ts)`,
  },
  { place: /^harness\/corpus\//, may: `${shared}|generators|harness/(oracle|plan|record)` },
  { place: /^harness\/contracts\//, may: `${shared}|generators|harness/(targets|transport)` },
  { place: /^harness\/generate\//, may: `${shared}|generators|harness/(oracle|execute|targets)` },
  { place: /^harness\/survey\//, may: `${shared}|generators|harness/(plan|execute|judge|transport)` },
  { place: /^harness\/existing\//, may: `${shared}|generators|harness/(oracle|judge|transport|execute)` },
  { place: /^harness\/aws\//, may: `${shared}|generators|harness/(oracle|transport|execute|plan)` },
  { place: /^harness\/kill\//, may: `${shared}|generators|harness/(targets|transport|execute|plan)` },
  {
    place: /^harness\/board\//,
    may: `${shared}|generators/cases|reports/(index\\.ts|board)|harness/(contracts|record|targets|session/messageOf\\.ts)`,
  },
  { place: /^harness\/preflight\//, may: `${shared}|generators/cases|harness/(figures|oracle|plan)` },
  { place: /^harness\/settings\//, may: `${shared}|generators/cases|reports/reportNames\\.ts|harness/(targets|aws)` },
  // Opens targets, gates and plans for the command line and the library alike.
  { place: /^harness\/session\//, may: 'specs|generators|reports/index\\.ts|harness(?!/(commands|library|dev))' },
  { place: /^harness\/library\//, may: 'specs|generators|reports|harness(?!/(commands|dev))' },
  { place: /^harness\/(commands|dev|ci)\//, may: '' },
  {
    place: /^harness\/(inputFile|main|schemaProblems|siblingModule|userError|version)\.ts$/,
    may: 'specs|harness/commands/main\\.ts',
  },
  // A reporter sees the record, its figures and the contract, and nothing of how the record was made.
  { place: /^reports\//, may: `${shared}|harness/figures` },
];

function isAllowed(file: string, imported: string): boolean | undefined {
  const rule = directions.find(({ place }) => place.test(file));
  return rule && (rule.may === '' || rule.place.test(imported) || new RegExp(`^(${rule.may})(/|$)`).test(imported));
}

describe('import directions', () => {
  const files = sourceFiles();

  it('cover every file', () => {
    expect(files.filter((file) => isAllowed(file, file) === undefined)).to.deep.equal([]);
  });

  it('are kept by every file', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => isAllowed(file, imported) === false)
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('name only places that exist', () => {
    expect(directions.filter(({ place }) => !files.some((file) => place.test(file)))).to.deep.equal([]);
  });

  it('have no cycles, type imports included', () => {
    expect(importCycles(files, importsOf).map((cycle) => cycle.join(' → '))).to.deep.equal([]);
  });

  it('find a cycle where there is one', () => {
    const graph: Readonly<Record<string, readonly string[]>> = { a: ['b'], b: ['c'], c: ['b'] };
    expect(importCycles(['a', 'b', 'c'], (file) => graph[file] ?? [])).to.deep.equal([['b', 'c', 'b']]);
  });

  it('let only the command line print, read the environment or exit', () => {
    const loud = files.filter(
      (file) =>
        !/\.test\.ts$|^harness\/(commands|settings|dev)\/|^harness\/main\.ts$|Worker\.ts$/.test(file) &&
        /\bconsole\.|process\.(stdout|stderr|argv|env|exit)\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(loud).to.deep.equal([]);
  });
});
