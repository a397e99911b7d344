import { examples } from './authoring.ts';
import type { Evidence } from './evidence.ts';
import type { Shape } from './shape.ts';
import type { ModelNote } from './topic.ts';

/** Examples of right and certainly wrong JSON for a type. Numeric strings, "true", fractions and null are left out. */
export function typeNote(type: Shape['type']): ModelNote {
  return notes[type];
}

const wrongToken: readonly Evidence[] = [
  {
    basis: 'report',
    source: 'pmill/aws-cognito thread (OBS-105)',
    date: '2018',
    note: 'A number for a string earned SerializationException.',
    on: 'SignUp',
  },
  {
    basis: 'report',
    source: 'amazon-cognito-identity-js and amplify-js threads (OBS-106)',
    date: '2020',
    note: 'A boolean for a string earned SerializationException.',
    on: 'SignUp',
  },
];

const notes: Readonly<Record<Shape['type'], ModelNote>> = {
  structure: { examples: examples([{}], ['text', 1, true, []]) },
  map: { examples: examples([{}], ['text', 1, true, []]) },
  list: { examples: examples([[]], ['text', 1, true, {}]) },
  string: { examples: examples(['text'], [[], {}]), evidence: wrongToken },
  integer: { examples: examples([7], ['seven', [], {}]) },
  boolean: { examples: examples([true, false], ['maybe', [], {}]) },
};
