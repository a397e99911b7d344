import { edition20220531 } from './2022-05-31.ts';
import { editionAfter } from './rows.ts';

/** Deletion protection; the text of the OpenAPI page with 480 to 490. */
export const edition20221021 = editionAfter(edition20220531, {
  date: '2022-10-21',
  source: 'botocore d94b3f5b',
  rows: {
    DeletionProtection: { type: 'string', enum: ['ACTIVE', 'INACTIVE'] },
  },
});
