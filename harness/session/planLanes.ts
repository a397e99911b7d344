import type { GenerationScene } from '../../generators/index.ts';
import { contractOf } from '../../specs/contract.ts';
import { isAtOrBelow, membersOf } from '../../specs/member.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { type Lane, plan } from '../plan/plan.ts';
import { defaultAccount, fixturesOf } from '../settings/fixtureSettings.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { UserError } from '../userError.ts';

/** The plan of a run; throws a UserError where a filter matches nothing, which must not pass as success. */
export function planLanes(
  settings: Pick<RunSettings, 'edition' | 'basis' | 'region' | 'phases' | 'seed' | 'cases' | 'only'> &
    Partial<Pick<RunSettings, 'target' | 'fixtures' | 'burst'>>,
): readonly Lane[] {
  const { edition, basis, region, phases, seed, cases, only, burst = 0 } = settings;
  const contract = contractOf(edition, basis);
  const fixtures = fixturesOf(settings);
  const scene: GenerationScene = { edition: contract.edition, basis, region, account: defaultAccount, fixtures };
  const lanes = plan({ scene, phases, seed, cases, burst, ...(only === undefined ? {} : { only }) });
  if (lanes.length > 0) return lanes;
  const known = [...contract.byId.keys(), ...membersOf(contract.edition.input).map(({ path }) => path)];
  if (only === undefined) throw new UserError('nothing-to-run', 'No case is planned.', otherCases);
  if (known.some((name) => isAtOrBelow(name, only))) {
    const planned = `No case of ${phases.join(', ')} is about "${only}" in edition ${edition}.`;
    throw new UserError('nothing-to-run', planned, otherCases);
  }
  throw new UserError(
    'nothing-to-run',
    `No case is about "${only}" in edition ${edition}.`,
    `Run "poolproof contract list" for every clause.${didYouMean(only, known)}`,
  );
}

const otherCases = 'Choose other phases or more cases.';
