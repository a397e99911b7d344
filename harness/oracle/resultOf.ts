import { isJsonObject } from '../../specs/json.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { memoizeByText } from '../../specs/memoize.ts';
import { type Known, unknown, valueAt } from './condition.ts';
import type { ResultingState, StateScene } from './resultingState.ts';
import { isEmpty, sameShown } from './sameShown.ts';

/** Answers "what would this member be afterwards" for the rules that are judged on the result. */
export function resultOf(scene: StateScene, state: ResultingState): (path: MemberPath) => Known {
  // The rules ask for the same few members again and again.
  const found = new Map<MemberPath, Known>();
  return (path) => {
    const known = found.get(path);
    if (known !== undefined || found.has(path)) return known;
    const { base, suffix } = partsOf(path);
    const value = suffix === '' ? resultAt(path) : spreadValue(resultAt(base), suffix);
    found.set(path, value);
    return value;
  };
  function resultAt(path: MemberPath): Known {
    const sent = valueAt(scene.request, path);
    if (sent !== undefined && sent !== null) return sent;
    if (!Object.hasOwn(scene.contract.edition.input.members, topLevelOf(path)))
      return valueAt(scene.prior.factors, path);
    if (scene.prior.unseen?.has(topLevelOf(path))) return unknown;
    for (const at of placesOn(path)) {
      const demands = state.of(at);
      if (demands?.kind !== 'one-of' || demands.values.length !== 1) continue;
      const [only] = demands.values;
      return orNothing(at === path ? only : valueAt(only, path.slice(at.length + 1)));
    }
    return orNothing(keptOrFresh(path, scene));
  }
}

// Some targets show an empty object for what was never set.
function orNothing(value: Known): Known {
  return isJsonObject(value) && isEmpty(value) ? undefined : value;
}

/** A path up to its first brackets, and the rest. */
const partsOf = memoizeByText((path): { readonly base: MemberPath; readonly suffix: string } => {
  const [base = path] = path.split(/[{[]/, 1);
  return { base, suffix: path.slice(base.length) };
});

/** A path and the places it lies in, the innermost first. */
const placesOn = memoizeByText((path): readonly MemberPath[] => {
  const names = path.split('.');
  return names.map((_, index) => names.slice(0, names.length - index).join('.'));
});

// The keys, values or items of a value that may not be known.
function spreadValue(value: Known, suffix: string): Known {
  return value === unknown || value === undefined ? value : valueAt({ it: value }, `it${suffix}`);
}

// Where nobody knows whether a value is kept or reset, it is known all the same if both would be equal.
function keptOrFresh(path: MemberPath, { prior, fresh }: StateScene): Known {
  // An existing pool tells nothing of defaults.
  if (fresh.existing) return unknown;
  const before = valueAt(prior.members, path);
  return sameShown(before, valueAt(fresh.members, path)) ? before : unknown;
}
