import { type Member, membersOf } from '../../specs/member.ts';
import { closeCalls } from '../breaches/closeCalls.ts';
import { amongOthers } from '../values/amongOthers.ts';
import { type BoundaryValue, boundaryValues } from '../values/boundaryValues.ts';
import { caseAt } from './boundaryCases.ts';
import type { Case } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { everything, type Wanted } from './wanted.ts';

/**
 * What a server takes that checks a constraint, and not closely enough: words and texts that are almost right, and wrong
 * entries among right ones.
 */
export function closeCases(scene: GenerationScene, wanted: Wanted = everything): readonly Case[] {
  return membersOf(scene.edition.input)
    .filter(({ path }) => wanted(path))
    .flatMap((member) => [
      ...closeCalls(scene, member).flatMap((value) => exampleAt(scene, member, value) ?? []),
      ...boundaryValues(scene, member)
        .filter(({ kind, variant }) => shownAmongOthers.has(`${kind}/${variant}`))
        .flatMap((value) => entries(member, exampleAt(scene, member, value))),
    ])
    .filter(({ breaks }) => breaks.length > 0);
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
  const one = caseAt(scene, member, value);
  return one && { ...one, id: `examples/${member.path}/${value.kind}/${value.variant}`, phase: 'examples' };
}

function entries({ path }: Member, one: Case | undefined): readonly Case[] {
  if (one === undefined) return [];
  return Object.entries(amongOthers(one.request, path)).map(([where, request]) => ({
    ...one,
    id: `${one.id}-${where}`,
    request,
  }));
}
