import { expect } from 'chai';
import { commandsIn } from './commandsIn.ts';
import { docsProblems } from './docsProblems.ts';
import { fillGenerated } from './generatedParts.ts';

const page = (text: string) => ({ path: 'docs/made-up.md', text });

describe('the pages', () => {
  it('have fresh generated parts, links and paths that exist, and commands that the program has', () => {
    expect(docsProblems()).to.deep.equal([]);
  });

  it('may not link to what is not there', () => {
    expect(docsProblems([page('[a](commands.md) [b](commands.md#run) [c](https://example.com)')])).to.deep.equal([]);
    expect(docsProblems([page('[a](nowhere.md) [b](commands.md#walk)')])).to.deep.equal([
      'docs/made-up.md: the link nowhere.md leads nowhere',
      'docs/made-up.md: the link commands.md#walk leads nowhere',
    ]);
  });

  it('may not name a file that is not there', () => {
    expect(docsProblems([page('`specs/json.ts` `specs/clauses/` `harness/ci/*.yml`')])).to.deep.equal([]);
    expect(docsProblems([page('`specs/jason.ts`\n```text\nharness/none.ts -> it\n```')])).to.deep.equal([
      'docs/made-up.md: there is no specs/jason.ts',
      'docs/made-up.md: there is no harness/none.ts',
    ]);
  });

  it('may not show a command or an option that is not there', () => {
    expect(docsProblems([page('`poolproof run --seed 42` `poolproof contract` `poolproof --help`')])).to.deep.equal([]);
    expect(docsProblems([page('`poolproof walk`\n```sh\npoolproof run --sead 42 # a comment\n```')])).to.deep.equal([
      'docs/made-up.md: "poolproof run --sead 42": run has no option --sead',
      'docs/made-up.md: "poolproof walk" is not a command',
    ]);
  });

  it('may not keep a stale generated part', () => {
    const stale = '<!-- generated: errors -->\nold\n<!-- end -->';
    expect(docsProblems([page(stale)])).to.have.length(1);
    expect(docsProblems([page(fillGenerated(stale))])).to.deep.equal([]);
  });

  it('are read as a shell would', () => {
    const text = "```sh\nnpx @poolproof/cli run \\\n  --header 'X-Api-Key: a b' # why\n```";
    expect(commandsIn(page(text)).map(({ words }) => words)).to.deep.equal([['run', '--header', 'X-Api-Key: a b']]);
  });
});
