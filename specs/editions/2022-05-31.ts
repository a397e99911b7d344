import { edition20220524 } from './2022-05-24.ts';
import { editionAfter } from './rows.ts';

/** The edition of the AWS CLI reference; only its prose differs from the edition before. */
export const edition20220531 = editionAfter(edition20220524, {
  date: '2022-05-31',
  source: 'botocore 3aa70feb',
  rows: {},
});
