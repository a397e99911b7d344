import { type Member, membersOf } from '../../specs/member.ts';
import { subtleBreaches } from '../breaches/subtleBreaches.ts';
import type { BoundaryValue } from '../values/boundaryValue.ts';
import { boundaryValues } from '../values/boundaryValues.ts';
import { brokenEntryAmongValidOnes } from '../values/brokenEntryAmongValidOnes.ts';
import { boundaryCase } from './boundaryCases.ts';
import type { Case } from './case.ts';
import { type CaseFilter, everyCase } from './caseFilter.ts';
import type { GenerationScene } from './scene.ts';

/**
 * What a server takes that checks a constraint, and not closely enough: words and texts that are almost right, and wrong
 * entries among right ones.
 */
export function subtleBreachCases(scene: GenerationScene, wanted: CaseFilter = everyCase): readonly Case[] {
  return membersOf(scene.edition.input)
    .filter(({ path }) => wanted(path))
    .flatMap((member) => [
      ...subtleBreaches(scene, member).flatMap((value) => exampleAt(scene, member, value) ?? []),
      ...boundaryValues(scene, member)
        .filter(({ kind, variant }) => shownAmongOthers.has(`${kind}/${variant}`))
        .flatMap((value) => amongValidEntries(member, exampleAt(scene, member, value))),
    ])
    .filter(({ breaks }) => breaks.length > 0);
}

/**
 * Of these cases those that are right up to their end: cut words, long texts with a wrong last character, and lists of which the last
 * entry is wrong. A check that stops before takes them all.
 */
export function isWrongAtTheEnd({ id }: Case): boolean {
  return /\/(?:enum\/cut|pattern\/far-behind|[a-z]+\/[a-z]+-last)$/.test(id);
}

/** One breach of each kind is enough to see that every entry is checked. */
const shownAmongOthers: ReadonlySet<string> = new Set([
  'enum/unknown',
  'min/under',
  'max/over',
  'required/missing',
  'type/number',
]);

function exampleAt(scene: GenerationScene, member: Member, value: BoundaryValue): Case | undefined {
  const one = boundaryCase(scene, member, value);
  return one && { ...one, id: `examples/${member.path}/${value.kind}/${value.variant}`, phase: 'examples' };
}

function amongValidEntries({ path }: Member, one: Case | undefined): readonly Case[] {
  if (one === undefined) return [];
  return Object.entries(brokenEntryAmongValidOnes(one.request, path)).map(([where, request]) => ({
    ...one,
    id: `${one.id}-${where}`,
    request,
  }));
}
