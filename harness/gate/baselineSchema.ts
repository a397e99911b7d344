import { phases } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import type { JsonSchema } from '../schemaProblems.ts';

const text = { type: 'string' };
const name = { type: 'string', minLength: 1 };
const day = { type: 'string', format: 'date' };

/** What a baseline file has to hold; members that are not named here are preserved. */
export const baselineSchema: JsonSchema = {
  type: 'object',
  required: ['format', 'version', 'findings', 'cases'],
  properties: {
    format: { const: 'poolproof-baseline' },
    version: { const: 1 },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['target', 'finding', 'case', 'firstSeen', 'lastSeen', 'reason', 'ticket'],
        properties: {
          target: name,
          finding: name,
          case: name,
          firstSeen: day,
          lastSeen: day,
          reason: text,
          ticket: text,
          expires: day,
        },
      },
    },
    cases: {
      type: 'array',
      items: {
        type: 'object',
        required: ['edition', 'basis', 'phase', 'ids'],
        properties: {
          edition: { enum: editionDates },
          basis: { enum: ['observed', 'documented'] },
          phase: { enum: phases },
          ids: { type: 'array', items: text },
        },
      },
    },
  },
};
