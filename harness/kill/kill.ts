import { phases } from '../../generators/cases/case.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { defaultFixtures } from '../../specs/fixtureKinds.ts';
import type { MemberPath } from '../../specs/member.ts';
import { type Lane, plan } from '../plan/plan.ts';
import type { Finding } from '../record/record.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';
import { isRelated, relatedCases } from './relatedCases.ts';
import { runOnMutant } from './runOnMutant.ts';

/** What decides which cases a mutant meets. */
export interface KillOptions {
  readonly region: string;
  readonly seed: number;
  /** Number of fuzz cases. */
  readonly cases: number;
}

/** What became of one mutant. */
export interface Kill {
  readonly id: string;
  /** "disproved": caught, although a proof says that no request can. */
  readonly outcome: 'caught' | 'survived' | 'equivalent' | 'disproved' | 'errored';
  /** Clause and member of the first finding, or what went wrong on our side. */
  readonly by: string | null;
  readonly member: MemberPath | null;
  /** Whether that is the mutant's member, one that it lies in or one that lies in it. */
  readonly isRightMember: boolean | null;
  readonly requests: number;
  readonly ms: number;
}

/**
 * Runs a mutant until the first finding: first the cases about its member, and if they find nothing, the whole plan of a
 * default run. One that is said to be equivalent meets the cases about its member alone.
 */
export async function kill(mutant: Mutant, contract: Contract, options: KillOptions): Promise<Kill> {
  const started = performance.now();
  const lanes = defaultPlan(contract, options);
  const first = relatedCases(lanes, mutant);
  const { region, seed } = options;
  const { findings, errored, footer } = await runOnMutant(mutant, {
    region,
    seed,
    contract,
    lanes: mutant.equivalent === undefined ? [...first, ...lanes] : first,
  });
  const measured = { id: mutant.id, requests: footer.requests, ms: Math.round(performance.now() - started) };
  const [finding] = findings;
  if (finding !== undefined) return { ...measured, ...caughtBy(mutant, finding) };
  const [defect] = errored;
  const why = defect?.verdict.kind === 'errored' ? `${defect.case.id}: ${defect.verdict.why}` : null;
  return { ...measured, outcome: outcomeWithoutFinding(mutant, why), by: why, member: null, isRightMember: null };
}

function outcomeWithoutFinding({ equivalent }: Mutant, defect: string | null): Kill['outcome'] {
  if (defect !== null) return 'errored';
  return equivalent === undefined ? 'survived' : 'equivalent';
}

function caughtBy(
  mutant: Mutant,
  { clause, member }: Finding,
): Pick<Kill, 'outcome' | 'by' | 'member' | 'isRightMember'> {
  const outcome = mutant.equivalent === undefined ? 'caught' : 'disproved';
  return { outcome, by: clause, member, isRightMember: isRelated(mutant.member, member) };
}

const plans = new Map<string, readonly Lane[]>();

/** The plan of `poolproof run` with these settings; made once. */
export function defaultPlan({ edition, basis }: Contract, { region, seed, cases }: KillOptions): readonly Lane[] {
  const key = JSON.stringify([edition.date, basis, region, seed, cases]);
  const known = plans.get(key) ?? makePlan(contractOf(edition.date, basis), { region, seed, cases });
  plans.set(key, known);
  return known;
}

function makePlan({ edition, basis }: Contract, { region, seed, cases }: KillOptions): readonly Lane[] {
  const account = '123456789012';
  const lanes = plan({
    scene: { edition, basis, region, account, fixtures: defaultFixtures({ region, account }) },
    phases,
    seed,
    cases,
  });
  // Drawn once for all mutants.
  return lanes.map((lane) => ({ ...lane, cases: [...lane.cases] }));
}
