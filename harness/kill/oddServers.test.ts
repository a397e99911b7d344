import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { oddGroups } from '../targets/odd/oddServer.ts';
import { oddServersOf } from '../targets/odd/oddServersOf.ts';
import { judgeOddServer, type OddVerdict } from './judgeOddServer.ts';
import { oddServerIds, oddTable } from './oddTable.ts';

const newest = { edition: '2026-11-13', basis: 'observed' } as const;
const options = { region: 'us-east-1', seed: 1, cases: 60, whole: false, jobs: 2 } as const;

describe('the catalogue of odd servers', () => {
  const servers = oddServersOf(contractOf(newest.edition, newest.basis));

  it('has many of every group, each with an id and a sentence of its own and a reason', () => {
    expect(servers.length).to.be.at.least(60);
    for (const group of oddGroups)
      expect(
        servers.filter((each) => each.group === group),
        group,
      ).to.have.length.above(5);
    expect(new Set(servers.map(({ id }) => id)).size).to.equal(servers.length);
    expect(servers.filter(({ says, allowed }) => !/^\S.*\.$/s.test(says) || !/^\S.*\.$/s.test(allowed))).to.deep.equal(
      [],
    );
  });

  it('answers every open clause of every edition in each way that is open', () => {
    for (const edition of editionDates) {
      for (const basis of ['observed', 'documented'] as const) {
        const contract = contractOf(edition, basis);
        const covered = new Set(oddServersOf(contract).map(({ clause }) => clause));
        const open = contract.clauses.filter(({ constraint, member }) => {
          if (constraint.kind === 'rule') return constraint.outcome === 'open';
          return constraint.kind === 'state' && constraint[basis].kind === 'open' && !/[[{]/.test(member);
        });
        expect(open.filter(({ id }) => !covered.has(id)).map(({ id }) => id)).to.deep.equal([]);
      }
    }
  });

  it('is chosen from by id, clause and member', () => {
    const idsOf = (only: string) => oddServerIds({ ...newest, ...options, only });
    expect(idsOf('connection/chunked')).to.deep.equal(['connection/chunked']);
    expect(idsOf('policies.empty')).to.include('open-state/policies.empty/kept');
    expect(idsOf('EmailConfiguration').length).to.be.above(3);
    expect(idsOf('nothing-like-it')).to.deep.equal([]);
  });
});

describe('a run is silent', () => {
  for (const id of ['hides-pools', 'silent-removal', 'refuses-null', 'calls-null-invalid']) {
    it(`about ${id} in all cases of a default run`, async () => {
      const contract = contractOf(newest.edition, newest.basis);
      const [server] = oddServersOf(contract).filter((each) => each.id === `policy/${id}`);
      if (server === undefined) expect.fail('there is none');
      const { alarms, requests } = await judgeOddServer(server, contract, { ...options, whole: true });
      expect(alarms).to.deep.equal([]);
      expect(requests).to.be.above(2000);
    });
  }

  it('about every odd server of the newest edition', async () => {
    expect(alarms(await oddTable({ ...newest, ...options }))).to.deep.equal([]);
  });

  it('about what pools show in the newest edition, as documented', async () => {
    expect(
      alarms(await oddTable({ edition: newest.edition, basis: 'documented', ...options, group: 'shown', jobs: 1 })),
    ).to.deep.equal([]);
  });

  for (const edition of ['2022-05-24', '2024-12-11'] as const) {
    it(`about what is open in edition ${edition}, as documented`, async () => {
      const verdicts = await oddTable({ edition, basis: 'documented', ...options, group: 'open-state', jobs: 1 });
      expect(alarms(verdicts)).to.deep.equal([]);
    });
  }
});

function alarms(verdicts: readonly OddVerdict[]): readonly string[] {
  return verdicts.filter(({ outcome }) => outcome !== 'silent').map(({ id, alarms: said }) => `${id}: ${said[0]}`);
}
