import { phases } from '../../generators/cases/case.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { defaultFixtures } from '../../specs/fixtureKinds.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import { memoizeByObject, memoizeByText } from '../../specs/memoize.ts';
import { isCaseAbout } from '../plan/isCaseAbout.ts';
import { type Lane, plan } from '../plan/plan.ts';
import type { Finding } from '../record/record.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';
import { casesWhere, isRelated, relatedCases } from './relatedCases.ts';
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
  /** Whether a run of the cases about the mutant's member alone catches it; null where it is about no member of the request. */
  readonly isCaughtByOwn: boolean | null;
  readonly requests: number;
  readonly ms: number;
}

/**
 * Runs a mutant until the first finding: first as `--only` its member does, and if that finds nothing, with the whole plan of a
 * default run. One that is said to be equivalent meets the cases about its member alone.
 */
export async function kill(mutant: Mutant, contract: Contract, options: KillOptions): Promise<Kill> {
  const started = performance.now();
  const { region, seed } = options;
  const lanes = defaultPlan(contract, options);
  const run = (some: readonly Lane[], only?: MemberPath) =>
    runOnMutant(mutant, { region, seed, contract, lanes: some, only });
  const own = mutant.equivalent === undefined ? ownCases(contract, lanes, mutant.member) : null;
  const first = own === null ? null : await run(own, mutant.member);
  const isCaughtByOwn = first && first.findings.length > 0;
  const related = relatedCases(lanes, mutant);
  const last =
    first !== null && isCaughtByOwn === true
      ? first
      : await run(mutant.equivalent === undefined ? [...related, ...lanes] : related);
  const { findings, errored, footer } = last;
  const requests = footer.requests + (first === null || first === last ? 0 : first.footer.requests);
  const measured = { id: mutant.id, isCaughtByOwn, requests, ms: Math.round(performance.now() - started) };
  const [finding] = findings;
  if (finding !== undefined) return { ...measured, ...caughtBy(mutant, finding) };
  const [defect] = errored;
  const why = defect?.verdict.kind === 'errored' ? `${defect.case.id}: ${defect.verdict.why}` : null;
  return { ...measured, outcome: outcomeWithoutFinding(mutant, why), by: why, member: null, isRightMember: null };
}

/** The cases of a plan that a run with `--only` the member has; null where the request has no such member. */
function ownCases({ edition }: Contract, lanes: readonly Lane[], member: MemberPath): readonly Lane[] | null {
  const isOfRequest = membersOf(edition.input).some(({ path }) => path === member);
  return isOfRequest ? lanesAbout(lanes)(member) : null;
}

const lanesAbout = memoizeByObject((lanes: readonly Lane[]) =>
  memoizeByText((member) => casesWhere(lanes, (one) => isCaseAbout(one, member))),
);

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

let last: { readonly key: string; readonly lanes: readonly Lane[] } | undefined;

/** The plan of `poolproof run` with these settings; kept until another is asked for, since a hundred would not fit. */
export function defaultPlan({ edition, basis }: Contract, { region, seed, cases }: KillOptions): readonly Lane[] {
  const key = JSON.stringify([edition.date, basis, region, seed, cases]);
  if (last?.key !== key) last = { key, lanes: makePlan(contractOf(edition.date, basis), { region, seed, cases }) };
  return last.lanes;
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
