import { join } from 'node:path';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../dev/startEmulator.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { type RunOptions, run } from '../library/index.ts';

describe('a baseline of the real cognito-local', () => {
  let emulator: Emulator;
  const baseline = join(temporaryFolder(), 'baseline.json');

  before(async () => {
    emulator = await startEmulator();
  });
  after(() => emulator.close());

  const runWith = (options: Pick<RunOptions, 'seed' | 'phases' | 'cases' | 'updateBaseline'>) =>
    run({ target: emulator.url, targetName: 'cognito-local', baseline, ...options });

  it('knows everything that ten other seeds find', async () => {
    const first = await runWith({
      seed: 42,
      phases: ['examples', 'boundary', 'fuzz', 'sequence', 'wire'],
      cases: 100,
      updateBaseline: true,
    });
    expect(first.findings.length).to.be.above(200);
    for (let seed = 1; seed <= 10; seed += 1) {
      const { record, findings } = await runWith({ seed, phases: ['fuzz', 'sequence'], cases: 40 });
      expect(findings.length).to.be.above(30);
      expect(record.gate?.new, `seed ${seed}`).to.deep.equal([]);
    }
  });
});
