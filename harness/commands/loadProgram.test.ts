import { expect } from 'chai';
import { createProgram } from './createProgram.ts';
import { loadProgram } from './loadProgram.ts';

const ignore = () => {};

describe('the overview of the commands', () => {
  it('is the same whether the commands are loaded or not', async () => {
    const overview = await loadProgram(['--help'], ignore);
    expect(overview.helpInformation()).to.equal((await createProgram(ignore)).helpInformation());
  });

  it('is what a wrong name is answered with', async () => {
    const program = await loadProgram(['rnu'], ignore);
    program.configureOutput({ writeErr: ignore });
    await program.parseAsync(['rnu'], { from: 'user' }).then(
      () => expect.fail('It was taken.'),
      (error: Error) => expect(error.message).to.contain("unknown command 'rnu'").and.contain('Did you mean run?'),
    );
  });

  it('gives way to "run" with the options that it has among all commands', async () => {
    const [run] = (await loadProgram(['run', '--nonsense'], ignore)).commands;
    const among = (await createProgram(ignore)).commands.find((command) => command.name() === 'run');
    expect(run?.helpInformation()).to.equal(among?.helpInformation());
  });

  it('gives way to the command that is named', async () => {
    const program = await loadProgram(['serve', '--help'], ignore);
    const serve = program.commands.find((command) => command.name() === 'serve');
    expect(serve?.helpInformation()).to.contain('--port');
  });
});
