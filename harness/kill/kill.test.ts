import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { Finding } from '../record/record.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import type { Responder } from '../targets/mock/responder.ts';
import { mutantHandlers } from '../targets/mutants/mutantHandlers.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { serve } from '../targets/serve.ts';
import { defaultPlan, type Kill, type KillOptions, kill } from './kill.ts';
import { killTable } from './killTable.ts';
import { runOnMutant } from './runOnMutant.ts';

const region = 'us-east-1';
const newest = { edition: '2026-11-13', basis: 'observed' } as const;

describe('the kill table of the newest edition', () => {
  let kills: readonly Kill[] = [];

  before(async () => {
    kills = await killTable({ ...newest, region, seed: 1, cases: 450, jobs: 2 });
  });

  it('has every mutant', () => {
    const ids = mutantsOf(contractOf(newest.edition, newest.basis)).map(({ id }) => id);
    expect(kills.map(({ id }) => id)).to.deep.equal(ids);
  });

  it('has no survivor', () => {
    expect(kills.filter(({ outcome }) => outcome === 'survived').map(({ id }) => id)).to.deep.equal([]);
  });

  it('disproves no proof of equivalence and judges every mutant', () => {
    const wanting = kills.filter(({ outcome }) => outcome === 'disproved' || outcome === 'errored');
    expect(wanting.map(({ id, by }) => `${id}: ${by}`)).to.deep.equal([]);
  });

  it('catches a mutant that is asked for by its id', async () => {
    const only = 'text/SmsAuthenticationMessage/utf-16';
    const [one] = await killTable({ ...newest, region, seed: 1, cases: 20, jobs: 1, only });
    expect(one).to.include({ id: only, outcome: 'caught' });
  });

  it('has none that a run of the cases about its member alone does not catch', () => {
    expect(kills.filter(({ isCaughtByOwn }) => isCaughtByOwn === false).map(({ id }) => id)).to.deep.equal([]);
  });

  it('names the right member every time', () => {
    const wrong = kills.filter(({ isRightMember }) => isRightMember === false);
    expect(wrong.map(({ id, member }) => `${id}: ${member}`)).to.deep.equal([]);
  });
});

const faultless = { id: 'none', group: 'wire', member: '', clause: '', says: '', alteration: {} } as const;

describe('the faultless mock', () => {
  for (const edition of editionDates) {
    for (const basis of ['observed', 'documented'] as const) {
      it(`has no finding in edition ${edition} (${basis})`, async () => {
        expect(await findingsOn(edition, basis, { region, seed: 1, cases: 60 })).to.equal('none');
      });
    }
  }

  for (const seed of [2, 3, 5, 8, 13, 21]) {
    it(`has no finding among the fuzz cases of seed ${seed}`, async () => {
      const contract = contractOf(newest.edition, newest.basis);
      // The other phases have the same cases whatever the seed.
      const lanes = defaultPlan(contract, { region, seed, cases: 150 }).filter(({ phase }) => phase === 'fuzz');
      const { findings, errored, footer } = await runOnMutant(faultless, { contract, region, seed, lanes });
      expect([...findings, ...errored]).to.deep.equal([]);
      expect(footer.requests).to.be.above(150);
    });
  }
});

async function findingsOn(edition: (typeof editionDates)[number], basis: Basis, options: KillOptions) {
  const { outcome, by, member } = await kill(faultless, contractOf(edition, basis), options);
  return outcome === 'survived' ? 'none' : `${outcome} by ${by} at ${member}`;
}

/** Some of every group. */
const sample = [
  'constraint/Policies.PasswordPolicy.MinimumLength/min/looser',
  'constraint/LambdaConfig.PreSignUp/pattern/dropped',
  'constraint/UserPoolTags{key}/max/tighter',
  'constraint/DeletionProtection/enum/refuses-ACTIVE',
  'rule/account-recovery-setting.recovery-mechanisms.unique-priorities/dropped',
  'rule/user-pool-tags.key.reserved/dropped',
  'state/user-pool-tags.omitted/reset',
  'state/user-pool-tags/merged',
  'state/deletion-protection.sent/ignored',
  'text/SmsAuthenticationMessage/utf-8',
  'text/EmailVerificationSubject/utf-16',
  'wire/success/status-201',
  'wire/error/type-namespaced',
  'wire/answer/request-id-absent',
  'wire/no-answer/reset',
  'pools/unknown/accepted',
  'pools/leak/newest-other',
  'pools/shown/creation-date-moves',
  'stateful/repeated/DeletionProtection',
  'stateful/repeated/UserPoolTags',
  'state/EmailVerificationSubject/not-mirrored',
  'pools/loose/deletion-protection',
  'stateful/updates-ignored/from-30',
];

describe('the whole command', () => {
  const contract = contractOf(newest.edition, newest.basis);
  const out = temporaryFolder();

  it('finds nothing on the served mock', async () => {
    const flags = ['--only', 'UserPoolTags', '--out', join(out, 'faultless')];
    const handlers = mockHandlers(poolService({ ...contract, region }));
    expect(await findingsServed(handlers, flags)).to.deep.equal({ status: 0, clauses: [] });
  });

  for (const [index, id] of sample.entries()) {
    it(`sees ${id}`, async () => {
      const mutant = mutantsOf(contract).find((one) => one.id === id);
      if (mutant === undefined) throw new Error(`There is no mutant "${id}".`);
      const about = mutant.member === '' ? [] : ['--only', mutant.member];
      const handlers = mutantHandlers(mutant, contract, region);
      const { status, clauses } = await findingsServed(handlers, ['--out', join(out, `${index}`), ...about]);
      expect(status).to.equal(1);
      expect(clauses).to.not.deep.equal([]);
    });
  }
});

/** What `poolproof run` finds on a server with these handlers. */
async function findingsServed(handlers: readonly Responder[], flags: readonly string[]) {
  const { url, close } = await serve({ handlers, port: 0 });
  try {
    const settings = ['--target', url, '--seed', '1', '--fail-fast', '--strict', '--quiet', '--report', 'json'];
    const { status } = await runCommandLine(['run', ...settings, ...flags]);
    const out = flags[flags.indexOf('--out') + 1] ?? '';
    const report: unknown = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    return {
      status,
      clauses: (report as { readonly findings: readonly Finding[] }).findings.map(({ clause }) => clause),
    };
  } finally {
    await close();
  }
}
