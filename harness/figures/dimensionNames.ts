/** Members, constraints from either side, bounds at and beyond, pairs, sub-structures there and not there, states. */
export const dimensionNames = ['members', 'kept', 'broken', 'bounds', 'pairs', 'present', 'absent', 'states'] as const;

export type Dimension = (typeof dimensionNames)[number];
