import { examples } from './authoring.ts';
import type { Evidence } from './evidence.ts';
import type { Shape } from './shape.ts';
import type { ModelNote } from './topic.ts';

/** Examples of right and wrong JSON for a type. Fractions and null are left out. */
export function typeNote(type: Shape['type']): ModelNote {
  return notes[type];
}

const wrongToken: readonly Evidence[] = [
  {
    basis: 'report',
    source: 'pmill/aws-cognito#10 (OBS-105, R36)',
    date: '2018',
    note: 'A number for a string earned SerializationException.',
    on: 'SignUp',
  },
  {
    basis: 'report',
    source: 'amazon-cognito-identity-js#485 and amplify-js#4738 (OBS-106, R37)',
    date: '2020',
    note: 'A boolean for a string earned SerializationException.',
    on: 'SignUp',
  },
];

/** What was seen of the parser that services of this protocol share. */
const numberInString: readonly Evidence[] = [
  {
    basis: 'report',
    source: 'aws/aws-cdk#27087 (R35)',
    date: '2023-09-10',
    note: 'CodeDeploy refused digits in a string for an integer: "STRING_VALUE can not be converted to an Integer".',
    on: 'another operation',
  },
];
const wrongStructure: readonly Evidence[] = [
  {
    basis: 'report',
    source: 'aws-amplify/amplify-js#4738 (R37)',
    date: '2020-01-19',
    note: 'A string for a structure earned SerializationException, "Expected map or null".',
    on: 'another operation',
  },
];

const notes: Readonly<Record<Shape['type'], ModelNote>> = {
  structure: { examples: examples([{}], ['text', 1, true, []]), evidence: wrongStructure },
  map: { examples: examples([{}], ['text', 1, true, []]) },
  list: { examples: examples([[]], ['text', 1, true, {}]) },
  string: { examples: examples(['text'], [1, true, [], {}]), evidence: wrongToken },
  integer: { examples: examples([7], ['7', 'seven', [], {}]), evidence: numberInString },
  boolean: { examples: examples([true, false], ['true', 'maybe', [], {}]), evidence: numberInString },
};
