import { edition20221021 } from './2022-10-21.ts';
import { editionAfter } from './rows.ts';

/** The edition in force on the stamp of the OpenAPI page: free-form strings get a limit of 131,072. */
export const edition20230815 = editionAfter(edition20221021, {
  date: '2023-08-15',
  source: 'botocore 979b6346 (committed 2023-08-02)',
  rows: {
    'EmailConfiguration.From': { type: 'string', min: 0, max: 131072 },
    'SmsConfiguration.ExternalId': { type: 'string', min: 0, max: 131072 },
  },
});
