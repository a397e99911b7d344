import type { ClientHabits } from './findObstacles.ts';

/** The SDK for JavaScript v3: checks nothing, but writes only what its schema knows. */
export const javascriptHabits: ClientHabits = {
  objection: (value, { type }) => {
    if (value === null) return 'is null, and this client leaves it out';
    return type === 'structure' && Array.isArray(value) ? 'is a list, and this client sends {} instead' : null;
  },
  onUnknown: 'is unknown to this client, which leaves it out',
  onMissing: null,
};
