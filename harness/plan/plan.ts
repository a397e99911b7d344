import type { Case, Phase } from '../../generators/cases/case.ts';
import {
  boundaryCases,
  burstCases,
  closeCases,
  enduranceCases,
  errorCases,
  everything,
  exampleCases,
  fuzzCases,
  type GenerationScene,
  pairCases,
  raceCases,
  sequenceCases,
  stateCases,
  type Wanted,
  wireCases,
} from '../../generators/index.ts';
import type { ClauseId } from '../../specs/clause.ts';
import { kebabPath, type MemberPath, topLevelOf } from '../../specs/member.ts';
import { type CaseList, chosenFrom } from './caseList.ts';
import { drawnLists } from './drawnLists.ts';

/** One user pool and the cases that run on it in order. */
export interface Lane {
  /** `boundary/Policies`, `fuzz/3`. */
  readonly name: string;
  readonly phase: Phase;
  readonly cases: CaseList;
}

/** What decides which cases there are. Concurrency is not among it. */
export interface PlanSettings {
  readonly scene: GenerationScene;
  readonly phases: readonly Phase[];
  readonly seed: number;
  /** Number of fuzz cases. */
  readonly cases: number;
  /** A clause id or member path; only cases about it, or about what lies below it, are planned. */
  readonly only?: string;
  /** Updates of one pool at one moment, to be told to wait. Absent: none. */
  readonly burst?: number;
}

/** Long enough that faults which need many updates of one pool show. */
const fuzzLaneLength = 200;

/** Each has pools of its own, so lanes only serve to run side by side. */
const sequenceLaneLength = 12;

/** Drawn sequences, beside those that every run has. */
const sequences = 26;

/**
 * The cases of a run, in their lanes. The same settings give the same plan, byte for byte. Fuzz cases are drawn when their lane
 * is read, so that a plan of very many weighs no more than one of few.
 */
export function plan(settings: PlanSettings): readonly Lane[] {
  const { only } = settings;
  const lanes = soonestFirst(settings.phases.flatMap((phase) => lanesOf(phase, settings)));
  if (only === undefined) return lanes;
  return lanes
    .map((lane) => ({ ...lane, cases: chosenFrom(lane.cases, (one) => isAbout(one, only)) }))
    .filter(({ cases }) => cases.length > 0);
}

/** Fuzz lanes that come before all else. */
const fuzzLanesFirst = 2;

// A fuzz case touches many members at once and a case at a bound one, so faults show soonest in this order: half of the mutants
// within a quarter of the requests that it takes with the examples first. The rest of a long fuzz run waits for the others.
function soonestFirst(lanes: readonly Lane[]): readonly Lane[] {
  const { fuzz = [], boundary = [], examples = [], ...others } = Object.groupBy(lanes, ({ phase }) => phase);
  const first = [...fuzz.slice(0, fuzzLanesFirst), ...boundary, ...examples];
  return [...first, ...Object.values(others).flat(), ...fuzz.slice(fuzzLanesFirst)];
}

// Most phases have the same cases at every seed, so whoever plans for one scene again has them already.
const settled = new WeakMap<GenerationScene, Map<Phase, readonly Lane[]>>();

function lanesOf(phase: Phase, settings: PlanSettings): readonly Lane[] {
  const { scene, only } = settings;
  const isSettled = phase === 'examples' || phase === 'boundary' || phase === 'wire' || phase === 'race';
  if (!isSettled || only !== undefined) return madeLanes(phase, settings);
  const lanes = settled.get(scene) ?? new Map<Phase, readonly Lane[]>();
  settled.set(scene, lanes);
  const known = lanes.get(phase) ?? madeLanes(phase, settings);
  lanes.set(phase, known);
  return known;
}

function madeLanes(phase: Phase, { scene, seed, cases, burst = 0, only }: PlanSettings): readonly Lane[] {
  const wanted: Wanted = only === undefined ? everything : (member, clause) => mayBeAbout(only, member, clause);
  switch (phase) {
    case 'examples':
      return byTopLevel(phase, [
        ...stateCases(scene),
        ...exampleCases(scene),
        ...closeCases(scene, wanted),
        ...enduranceCases(),
      ]);
    case 'boundary':
      return byTopLevel(phase, [...boundaryCases(scene, wanted), ...pairCases(scene, wanted)]);
    case 'fuzz':
      return inTurn(
        phase,
        drawnLists(cases, fuzzLaneLength, () => fuzzCases(scene, seed, cases), setsFactors),
      );
    case 'wire':
      return byClause(phase, wireCases());
    case 'errors':
      return byClause(phase, [...errorCases(scene), ...burstCases(burst)]);
    case 'sequence':
      return inChunks(phase, sequenceCases(scene, seed, sequences), sequenceLaneLength);
    case 'race':
      return inChunks(phase, raceCases(scene), sequenceLaneLength);
  }
}

function byTopLevel(phase: Phase, cases: readonly Case[]): readonly Lane[] {
  const groups = Map.groupBy(cases, ({ member }) => topLevelOf(member) || 'request');
  return [...groups].map(([name, group]) => ({ name: `${phase}/${name}`, phase, cases: group }));
}

function byClause(phase: Phase, cases: readonly Case[]): readonly Lane[] {
  const groups = Map.groupBy(cases, ({ clause }) => clause);
  return [...groups].map(([name, group]) => ({ name: `${phase}/${name}`, phase, cases: group }));
}

function inChunks(phase: Phase, cases: readonly Case[], laneLength: number): readonly Lane[] {
  const count = Math.ceil(cases.length / laneLength);
  const chunks = Array.from({ length: count }, (_, index) => cases.slice(index * laneLength, (index + 1) * laneLength));
  return inTurn(phase, chunks.map(factorsLast));
}

function inTurn(phase: Phase, lists: readonly CaseList[]): readonly Lane[] {
  return lists.map((cases, index) => ({ name: `${phase}/${index + 1}`, phase, cases }));
}

function factorsLast(cases: readonly Case[]): readonly Case[] {
  return [...cases.filter((one) => !setsFactors(one)), ...cases.filter(setsFactors)];
}

// A case that sets up factors uses up its pool: at the end it does not cut the history of the pool short.
function setsFactors({ prior }: Case): boolean {
  return prior?.mfa !== undefined;
}

function isAbout({ clause, member }: Case, only: string): boolean {
  return startsAt(clause, only) || startsAt(member, only);
}

/** Whether there may be cases about the prefix among those of a member: of this clause, or of any that the member has. */
function mayBeAbout(only: string, member: MemberPath, clause: ClauseId = kebabPath(member)): boolean {
  return startsAt(member, only) || startsAt(clause, only) || startsAt(only, clause);
}

/** Whether a dotted name is the prefix itself or lies below it. */
export function startsAt(name: string, prefix: string): boolean {
  return name === prefix || (name.startsWith(prefix) && /^[.[{]/.test(name.slice(prefix.length)));
}
