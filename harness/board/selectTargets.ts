import { UserError } from '../userError.ts';
import type { BoardTarget } from './boardTarget.ts';

/** The targets of a comma-separated list of names; all without a list. Throws a UserError that names every unknown target. */
export function selectTargets(targets: readonly BoardTarget[], names: string | undefined): readonly BoardTarget[] {
  if (names === undefined) return targets;
  const wanted = new Set(names.split(',').map((name) => name.trim()));
  const unknown = [...wanted].filter((name) => !targets.some((target) => target.name === name));
  if (unknown.length === 0) return targets.filter(({ name }) => wanted.has(name));
  const known = targets.map(({ name }) => name).join(', ');
  throw new UserError(
    'unknown-target',
    `The board has no target ${unknown.map((name) => `"${name}"`).join(', ')}.`,
    `It has ${known}.`,
  );
}
