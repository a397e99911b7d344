import { contractOf } from '../../specs/contract.ts';
import type { Member } from '../../specs/member.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import { breachesOfValue } from '../breaches/breachesOfValue.ts';
import type { GenerationScene } from './scene.ts';

/** Longer examples show a bound, and the values at the bounds are there already. */
const longest = 300;

/** The hand-picked wrong texts of a clause of the model: what somebody who knows the member would try. */
export function handPickedTexts(
  scene: GenerationScene,
  { path, shape }: Member,
  kind: 'enum' | 'pattern',
): Readonly<Record<string, string>> {
  const clause = modelClauseId(path, kind);
  const examples = contractOf(scene.edition.date, scene.basis).byId.get(clause)?.examples.breaks ?? [];
  const texts = examples.map(({ value }) => value).filter((value) => typeof value === 'string');
  const wrong = texts.filter((text) => text.length <= longest && breachesOfValue(path, shape, text).includes(clause));
  return Object.fromEntries(wrong.map((text, index) => [`picked-${index + 1}`, text]));
}
