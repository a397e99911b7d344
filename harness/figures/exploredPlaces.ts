import { childrenOf, type Member, type MemberPath } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import type { RecordHeader } from '../record/record.ts';
import { type Dimensions, dimensionsOf } from './dimensions.ts';

/** A place in requests with what its values have yet to try, so that what they have tried is not looked up at each value. */
export interface ExploredPlace {
  readonly path: MemberPath;
  /** The last step of the path. */
  readonly name: string;
  readonly type: Shape['type'];
  readonly children: readonly ExploredPlace[];
  /** Clauses that any value keeps which does not break them. */
  clauses: readonly string[];
  sizes: readonly SizeToTry[];
}

/** A size at which a value tries something. */
export interface SizeToTry {
  readonly size: number;
  readonly dimension: 'kept' | 'bounds';
  readonly item: string;
}

/** The places at the top of a request, with those below them. */
export function exploredPlaces(header: RecordHeader): readonly ExploredPlace[] {
  const dimensions = dimensionsOf(header);
  return childrenOf('', dimensions.input).map((member) => exploredPlace(dimensions, member));
}

function exploredPlace(dimensions: Dimensions, { path, shape }: Member): ExploredPlace {
  const kept = dimensions.boundsAt.get(path) ?? [];
  return {
    path,
    name: path.slice(path.lastIndexOf('.') + 1),
    type: shape.type,
    children: childrenOf(path, shape).map((child) => exploredPlace(dimensions, child)),
    clauses: dimensions.clausesAt.get(path) ?? [],
    sizes: [
      ...kept.map(({ id, bound }) => ({ size: bound, dimension: 'kept', item: id }) as const),
      ...sizeBounds(path, shape),
    ],
  };
}

function sizeBounds(path: MemberPath, shape: Shape): readonly SizeToTry[] {
  const { min, max } = { min: undefined, max: undefined, ...shape };
  const bound = (size: number, item: string): SizeToTry => ({ size, dimension: 'bounds', item: `${path} ${item}` });
  return [
    ...(min === undefined ? [] : [bound(min, 'min at'), bound(min - 1, 'min under')]),
    ...(max === undefined ? [] : [bound(max, 'max at'), bound(max + 1, 'max over')]),
  ];
}
