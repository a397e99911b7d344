import type { Case, Phase } from '../../generators/cases/case.ts';
import {
  boundaryCases,
  burstCases,
  type CaseFilter,
  enduranceCases,
  errorCases,
  everyCase,
  exampleCases,
  fuzzCases,
  type GenerationScene,
  isWrongAtTheEnd,
  pairCases,
  raceCases,
  sequenceCases,
  stateCases,
  subtleBreachCases,
  wireCases,
} from '../../generators/index.ts';
import { isAtOrBelow, topLevelOf } from '../../specs/member.ts';
import { besidePriorStates } from './besidePriorStates.ts';
import { boundsTogether } from './boundsTogether.ts';
import { type CaseList, filterCases } from './caseList.ts';
import { firstBreaches, firstRuleBreaches } from './firstBreaches.ts';
import { isCaseAbout, mayBeAbout } from './isCaseAbout.ts';
import { lazyCaseLists } from './lazyCaseLists.ts';

/** One user pool and the cases that run on it in order. */
export interface Lane {
  /** `boundary/Policies`, `fuzz/3`. */
  readonly name: string;
  readonly phase: Phase;
  readonly cases: CaseList;
  /** Whether the first breach of each constraint of a member is in a lane before this one. */
  readonly followsFirsts?: true;
}

/** Everything that determines the cases of a run. Concurrency is not part of it. */
export interface PlanSettings {
  readonly scene: GenerationScene;
  readonly phases: readonly Phase[];
  readonly seed: number;
  /** Number of fuzz cases. */
  readonly cases: number;
  /** A clause id or member path; only cases about it, or about what lies below it, are planned, and examples and sequences that send it. */
  readonly only?: string;
  /** Concurrent updates of one pool that are meant to be throttled. Absent: none. */
  readonly burst?: number;
}

/** Long enough that deviations that need many updates of one pool show. */
const fuzzLaneLength = 200;

/** Each sequence has its own pools, so lanes only serve concurrency. */
const sequenceLaneLength = 12;

/** Drawn sequences, in addition to the fixed ones. */
const sequences = 26;

/**
 * The cases of a run, in their lanes. The same settings give the same plan, byte for byte. Fuzz cases are drawn when their lane
 * is read, so that a plan with many of them takes no more memory than one with few.
 */
export function plan(settings: PlanSettings): readonly Lane[] {
  const { only } = settings;
  const lanes = orderForEarlyFailures(settings.phases.flatMap((phase) => lanesOf(phase, settings)));
  if (only === undefined) return lanes;
  return lanes
    .map((lane) => ({ ...lane, cases: filterCases(lane.cases, (one) => isCaseAbout(one, only)) }))
    .filter(({ cases }) => cases.length > 0);
}

// First breaches need little more than a request each, and so do valid requests with many members at a bound. A fuzz case covers many
// members at once and a boundary case one, so this order finds deviations with the fewest requests: half of the mutants within a
// quarter of the requests that are needed with the examples first. What is wrong at its end alone shows a check that stops before.
// Sequences wait for deletions now and then, so other lanes follow that have requests to send meanwhile. The rest of a long fuzz run comes
// last.
function orderForEarlyFailures(lanes: readonly Lane[]): readonly Lane[] {
  const {
    fuzz = [],
    boundary = [],
    examples = [],
    sequence = [],
    ...others
  } = Object.groupBy(lanes, ({ phase }) => phase);
  const { firsts = [], following = [] } = Object.groupBy(boundary, (lane) =>
    lane.followsFirsts ? 'following' : 'firsts',
  );
  const { rules = [], ends = [], rest = [] } = Object.groupBy(examples, ({ name }) => partsOfExamples[name] ?? 'rest');
  const afterFirsts = (some: readonly Lane[]) =>
    firsts.length === 0 ? some : some.map((lane) => ({ ...lane, followsFirsts: true as const }));
  const [first, second, later] = [fuzz.slice(0, 1), fuzz.slice(1, 2), fuzz.slice(2)];
  return [
    ...firsts,
    ...first,
    ...rules,
    ...second,
    ...afterFirsts(ends),
    ...following,
    ...sequence,
    ...afterFirsts(rest),
    ...Object.values(others).flat(),
    ...later,
  ];
}

/** The lane of the first breach of each rule, and the one of what is wrong at its end alone. */
const [rulesFirst, wrongEnds] = ['examples/first', 'examples/wrong-ends'];

const partsOfExamples: Readonly<Record<string, 'rules' | 'ends'>> = { [rulesFirst]: 'rules', [wrongEnds]: 'ends' };

// Most phases have the same cases at every seed, so their lanes are kept for the next plan of the same scene.
const seedIndependentLanes = new WeakMap<GenerationScene, Map<Phase, readonly Lane[]>>();

function lanesOf(phase: Phase, settings: PlanSettings): readonly Lane[] {
  const { scene, only } = settings;
  const isSettled = phase === 'examples' || phase === 'boundary' || phase === 'wire' || phase === 'race';
  if (!isSettled || only !== undefined) return createLanes(phase, settings);
  const lanes = seedIndependentLanes.get(scene) ?? new Map<Phase, readonly Lane[]>();
  seedIndependentLanes.set(scene, lanes);
  const known = lanes.get(phase) ?? createLanes(phase, settings);
  lanes.set(phase, known);
  return known;
}

function createLanes(phase: Phase, { scene, seed, cases, burst = 0, only }: PlanSettings): readonly Lane[] {
  const wanted: CaseFilter = only === undefined ? everyCase : (member, clause) => mayBeAbout(only, member, clause);
  switch (phase) {
    case 'examples':
      return exampleLanes(phase, [
        ...stateCases(scene),
        ...exampleCases(scene),
        ...subtleBreachCases(scene, wanted),
        ...enduranceCases(),
      ]);
    case 'boundary':
      return boundaryLanes(
        phase,
        [...boundaryCases(scene, wanted), ...pairCases(scene, wanted)],
        only === undefined || isAtOrBelow('wire.success-status', only) ? boundsTogether(scene) : [],
      );
    case 'fuzz':
      return numberedLanes(
        phase,
        lazyCaseLists(cases, fuzzLaneLength, () => fuzzCases(scene, seed, cases), needsMfaPrior),
      );
    case 'wire':
      return lanesByClause(phase, wireCases());
    case 'errors':
      return lanesByClause(phase, [...errorCases(scene), ...burstCases(burst)]);
    case 'sequence':
      return chunkedLanes(phase, sequenceCases(scene, seed, sequences), sequenceLaneLength);
    case 'race':
      return chunkedLanes(phase, raceCases(scene), sequenceLaneLength);
  }
}

/** The first breaches of all members, in a few lanes that come before the others; then a lane for each member at the top. */
function boundaryLanes(phase: Phase, cases: readonly Case[], together: readonly Case[]): readonly Lane[] {
  const { firsts, others } = firstBreaches(cases);
  const groups = Map.groupBy(firsts, ({ member }) => 1 + (codePointSum(member) % laneCountOfFirsts));
  const numbered = [...groups].toSorted(([left], [right]) => left - right);
  return [
    ...numbered.map(([number, group]) => ({ name: `${phase}/first-${number}`, phase, cases: group })),
    { name: `${phase}/together`, phase, cases: together },
    ...lanesByTopLevelMember(phase, others).map((lane) => ({ ...lane, followsFirsts: true as const })),
  ];
}

function exampleLanes(phase: Phase, cases: readonly Case[]): readonly Lane[] {
  const { firsts, others } = firstRuleBreaches(cases);
  const { ends = [], rest = [] } = Object.groupBy(others, (one) => (isWrongAtTheEnd(one) ? 'ends' : 'rest'));
  return [
    { name: rulesFirst, phase, cases: firsts },
    { name: wrongEnds, phase, cases: ends },
    ...lanesByTopLevelMember(phase, rest),
  ];
}

/** Enough for the default concurrency. */
const laneCountOfFirsts = 4;

// A member is in the same lane whatever else is planned.
function codePointSum(text: string): number {
  return [...text].reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0);
}

function lanesByTopLevelMember(phase: Phase, cases: readonly Case[]): readonly Lane[] {
  const groups = Map.groupBy(cases, ({ member }) => topLevelOf(member) || 'request');
  return [...groups].map(([name, group]) => ({
    name: `${phase}/${name}`,
    phase,
    cases: inOrderOfPools(besidePriorStates(group)),
  }));
}

// What needs a new pool comes while the lane's own is one, and what needs factors, which nothing else may meet, once all else is done.
function inOrderOfPools(cases: readonly Case[]): readonly Case[] {
  const isForNew = ({ prior }: Case) => prior?.fresh === true && prior.update === undefined && prior.mfa === undefined;
  return mfaCasesLast([...cases.filter(isForNew), ...cases.filter((one) => !isForNew(one))]);
}

function lanesByClause(phase: Phase, cases: readonly Case[]): readonly Lane[] {
  const groups = Map.groupBy(cases, ({ clause }) => clause);
  return [...groups].map(([name, group]) => ({ name: `${phase}/${name}`, phase, cases: group }));
}

function chunkedLanes(phase: Phase, cases: readonly Case[], laneLength: number): readonly Lane[] {
  const count = Math.ceil(cases.length / laneLength);
  const chunks = Array.from({ length: count }, (_, index) => cases.slice(index * laneLength, (index + 1) * laneLength));
  return numberedLanes(phase, chunks.map(mfaCasesLast));
}

function numberedLanes(phase: Phase, lists: readonly CaseList[]): readonly Lane[] {
  return lists.map((cases, index) => ({ name: `${phase}/${index + 1}`, phase, cases }));
}

function mfaCasesLast(cases: readonly Case[]): readonly Case[] {
  const byFactors = Map.groupBy(cases.filter(needsMfaPrior), ({ prior }) => JSON.stringify(prior?.mfa));
  return [...cases.filter((one) => !needsMfaPrior(one)), ...[...byFactors.values()].flat()];
}

// A case that sets up factors leaves a pool that only cases with the same can use, so it comes at the end of its lane, beside those.
function needsMfaPrior({ prior }: Case): boolean {
  return prior?.mfa !== undefined;
}
