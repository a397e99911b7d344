import type { Case, Phase } from '../../generators/case.ts';
import {
  boundaryCases,
  enduranceCases,
  errorCases,
  exampleCases,
  fuzzCases,
  type GenerationScene,
  raceCases,
  sequenceCases,
  stateCases,
  wireCases,
} from '../../generators/index.ts';
import { topLevelOf } from '../../specs/member.ts';

/** One user pool and the cases that run on it in order. */
export interface Lane {
  /** `boundary/Policies`, `fuzz/3`. */
  readonly name: string;
  readonly phase: Phase;
  readonly cases: readonly Case[];
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
}

/** Long enough that faults which need many updates of one pool show. */
const fuzzLaneLength = 200;

/** Each has pools of its own, so lanes only serve to run side by side. */
const sequenceLaneLength = 12;

/** Drawn sequences, beside those that every run has. */
const sequences = 26;

/** The cases of a run, in their lanes. The same settings give the same plan, byte for byte. */
export function plan(settings: PlanSettings): readonly Lane[] {
  return settings.phases
    .flatMap((phase) => lanesOf(phase, settings))
    .map((lane) => ({ ...lane, cases: lane.cases.filter((one) => isAbout(one, settings.only)) }))
    .filter(({ cases }) => cases.length > 0);
}

function lanesOf(phase: Phase, { scene, seed, cases }: PlanSettings): readonly Lane[] {
  switch (phase) {
    case 'examples':
      return byTopLevel(phase, [...stateCases(scene), ...exampleCases(scene), ...enduranceCases()]);
    case 'boundary':
      return byTopLevel(phase, boundaryCases(scene));
    case 'fuzz':
      return inChunks(phase, [...fuzzCases(scene, seed, cases)]);
    case 'wire':
      return byClause(phase, wireCases());
    case 'errors':
      return byClause(phase, errorCases(scene));
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

function inChunks(phase: Phase, cases: readonly Case[], laneLength = fuzzLaneLength): readonly Lane[] {
  const count = Math.ceil(cases.length / laneLength);
  return Array.from({ length: count }, (_, index) => ({
    name: `${phase}/${index + 1}`,
    phase,
    cases: factorsLast(cases.slice(index * laneLength, (index + 1) * laneLength)),
  }));
}

// A case that sets up factors uses up its pool: at the end it does not cut the history of the pool short.
function factorsLast(cases: readonly Case[]): readonly Case[] {
  const setsFactors = ({ prior }: Case) => prior?.mfa !== undefined;
  return [...cases.filter((one) => !setsFactors(one)), ...cases.filter(setsFactors)];
}

function isAbout({ clause, member }: Case, only: string | undefined): boolean {
  return only === undefined || startsAt(clause, only) || startsAt(member, only);
}

/** Whether a dotted name is the prefix itself or lies below it. */
export function startsAt(name: string, prefix: string): boolean {
  return name === prefix || (name.startsWith(prefix) && /^[.[{]/.test(name.slice(prefix.length)));
}
