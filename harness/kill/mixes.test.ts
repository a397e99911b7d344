import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { oddMixes } from '../targets/odd/oddMixes.ts';
import type { OddServer } from '../targets/odd/oddServer.ts';
import { oddServersOf } from '../targets/odd/oddServersOf.ts';
import { fewestThat, judgeMix } from './judgeMix.ts';
import { mixTable, placedMixes } from './mixTable.ts';

const newest = { edition: '2026-11-13', basis: 'observed' } as const;
const contract = contractOf(newest.edition, newest.basis);
const options = { region: 'us-east-1', cases: 60 } as const;

describe('the mixes of odd servers', () => {
  it('have every answer to an open question once, and no two to the same question', () => {
    for (const edition of editionDates) {
      for (const basis of ['observed', 'documented'] as const) {
        const one = contractOf(edition, basis);
        const mixes = oddMixes(one, 3);
        const open = oddServersOf(one).filter(({ group }) => group === 'open-rule' || group === 'open-state');
        const mixed = mixes.flatMap(({ parts }) => parts).filter(({ group }) => group.startsWith('open-'));
        expect(mixed.map(({ id }) => id).toSorted()).to.deep.equal(open.map(({ id }) => id).toSorted());
        for (const { parts } of mixes) {
          const questions = parts.filter(({ group }) => group.startsWith('open-')).map(({ clause }) => clause);
          expect(new Set(questions).size).to.equal(questions.length);
        }
      }
    }
  });

  it('are drawn by the seed', () => {
    const partsOf = (seed: number) => oddMixes(contract, seed).map(({ parts }) => parts.map(({ id }) => id));
    expect(partsOf(1)).to.deep.equal(partsOf(1)).and.not.to.deep.equal(partsOf(2));
  });

  it('are of what is asked for alone', () => {
    const of = (only: string) => placedMixes({ ...options, places: [{ ...newest, seed: 1 }], only });
    const members = of('UserPoolTags').flatMap(({ mix }) => mix.parts.map(({ member }) => member));
    expect(new Set(members)).to.deep.equal(new Set(['UserPoolTags']));
    expect(of('nothing-like-it')).to.deep.equal([]);
  });

  it('raise no alarm', async () => {
    const verdicts = await mixTable({ ...options, places: [{ ...newest, seed: 1 }], jobs: 2 });
    expect(verdicts.flatMap(({ id, alarms }) => alarms.map((alarm) => `${id}: ${alarm}`))).to.deep.equal([]);
    expect(verdicts.every(({ requests }) => requests > 1000)).to.equal(true);
  });

  it('raise none where what one text becomes is open, and what both become is not', async () => {
    const places = [{ edition: '2024-12-11', basis: 'documented', seed: 1 }] as const;
    const verdicts = await mixTable({ ...options, cases: 1, places, only: 'SmsVerificationMessage', jobs: 1 });
    expect(verdicts).to.not.be.empty;
    expect(verdicts.flatMap(({ alarms }) => alarms)).to.deep.equal([]);
  });

  it('name the part that is no oddity', async () => {
    const planted: OddServer = {
      id: 'planted',
      group: 'answer',
      member: '',
      clause: '',
      says: 'A success is HTTP 201.',
      allowed: 'It is not.',
      alteration: {
        wire: (usual) => (answer, id) => ({ ...usual(answer, id), ...('ok' in answer ? { status: 201 } : {}) }),
      },
    };
    const parts = [
      ...oddServersOf(contract)
        .filter(({ group }) => group === 'answer')
        .slice(0, 3),
      planted,
    ];
    const verdict = await judgeMix({ id: 'mix', parts }, contract, { ...options, cases: 1, seed: 1 });
    expect(verdict.outcome).to.equal('alarmed');
    expect(verdict.alarms[0]).to.equal('It takes planted.');
  });
});

describe('the fewest items', () => {
  it('are found wherever they stand', async () => {
    const items = Array.from({ length: 13 }, (_, index) => index);
    for (const wanted of [[0], [12], [3, 9], [0, 6, 12], items]) {
      const holds = async (some: readonly number[]) => wanted.every((one) => some.includes(one));
      expect(await fewestThat(items, holds)).to.deep.equal(wanted);
    }
  });
});
