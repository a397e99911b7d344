import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { defaultPlan } from '../kill/kill.ts';
import { casesWhere } from '../kill/relatedCases.ts';
import { runOnMutant } from '../kill/runOnMutant.ts';
import { isCaseAbout } from '../plan/isCaseAbout.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';

const contract = contractOf('2026-11-13', 'observed');
const only = 'DeletionProtection';

async function runAboutOneMember(id: string) {
  const mutant = mutantsOf(contract).find((one) => one.id === id);
  if (mutant === undefined) throw new Error(`There is no mutant "${id}".`);
  const region = 'us-east-1';
  const lanes = casesWhere(defaultPlan(contract, { region, seed: 1, cases: 10 }), (one) => isCaseAbout(one, only));
  return runOnMutant(mutant, { region, seed: 1, contract, lanes, only });
}

describe('a run about one member', () => {
  it('says from which other clauses its cases deviate, and in how many', async () => {
    const { findings, footer } = await runAboutOneMember('wire/success/status-201');
    expect(findings).to.deep.equal([]);
    expect(footer.outsideFilter?.map(({ clause }) => clause)).to.deep.equal(['wire.success-status']);
    expect(footer.outsideFilter?.[0]?.cases).to.be.within(10, footer.cases);
  });

  it('says nothing of it where its cases deviate from no other', async () => {
    const { footer } = await runAboutOneMember('constraint/PoolName/max/tighter');
    expect(footer).not.to.have.property('outsideFilter');
  });
});
