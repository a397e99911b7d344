import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { readRecord } from '../record/recordFile.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { serve } from '../targets/serve.ts';

const contract = contractOf('2026-11-13', 'observed');

/** Runs the command repeatedly against a mutant, with one corpus folder. */
async function runsOn(mutantId: string, ...runs: readonly (readonly string[])[]) {
  const mutant = mutantsOf(contract).find(({ id }) => id === mutantId);
  if (mutant === undefined) throw new Error(`There is no mutant "${mutantId}".`);
  const { url, close } = await serve({ handlers: mutantHandlers(mutant, contract, 'us-east-1'), port: 0 });
  const cwd = temporaryFolder();
  const corpus = join(cwd, 'corpus');
  try {
    let stderr = '';
    for (const about of runs) {
      const out = ['--target', url, '--seed', '1', '--quiet', '--out', '.', '--corpus', 'corpus'];
      stderr = (await runCommandLine(['run', ...out, ...about], { cwd })).stderr;
    }
    const { cases, findings } = readRecord(join(cwd, 'record.jsonl'));
    return { stderr, cases: [...cases], findings, kept: existsSync(corpus) ? readdirSync(corpus) : [] };
  } finally {
    await close();
  }
}

describe('a corpus', () => {
  const unknownPool = ['--phases', 'errors', '--only', 'user-pool-id'];

  it('saves findings of the errors phase and sends them again', async () => {
    const { stderr, cases, kept } = await runsOn('pools/unknown/accepted', unknownPool, unknownPool);
    const name = kept.find((file) => file.startsWith('user-pool-id.exists_accepted-invalid'));
    const again = cases.find(({ id }) => `${id}.json` === `corpus/${name}`);
    expect(again?.phase).to.equal('errors');
    expect(again?.verdict.kind).to.equal('deviates');
    expect(stderr).to.equal('');
  });

  it('omits findings that only a mock order shows, and says so once', async () => {
    const about = ['--phases', 'errors'];
    const { stderr, findings, kept } = await runsOn('errors/NotAuthorizedException/status', about);
    expect(findings).to.have.lengthOf(1);
    expect(kept).to.deep.equal([]);
    expect(stderr.trim()).to.equal(
      'Not saved in the corpus, as no request alone reproduces them: 1 found by an order that only the mock takes.',
    );
  });

  it('omits findings that only another pool shows, and says so', async () => {
    const { stderr, findings, kept } = await runsOn('pools/leak/newest-other', [
      '--phases',
      'boundary',
      '--only',
      'UserPoolTags',
    ]);
    const elsewhere = findings.filter((finding) => finding.case.endsWith('/other-pool'));
    expect(elsewhere).to.not.be.empty;
    expect(kept).to.have.lengthOf(findings.length - elsewhere.length);
    expect(stderr).to.contain(`${elsewhere.length} found on a pool that nothing was sent to.`);
  });
});
