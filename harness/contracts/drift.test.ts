import { expect } from 'chai';
import { newestEdition, rowsOf } from '../../specs/editions/index.ts';
import type { Rows } from '../../specs/editions/rows.ts';
import { drift } from './drift.ts';
import type { ImportedEdition } from './modelSource.ts';

function model(rows: Rows, over: Partial<ImportedEdition> = {}): ImportedEdition {
  return { form: 'botocore', source: 'x', errors: newestEdition.errors, rows, ...over };
}

const published = rowsOf('2026-10-01');

describe('drift', () => {
  it('is none for the newest edition, an older one and one without unpublished limits', () => {
    for (const date of ['2026-11-13', '2026-10-01', '2022-10-21'] as const) {
      const { nearest, news, differences } = drift(model(rowsOf(date)));
      expect({ nearest, news, differences }).to.deep.equal({ nearest: date, news: [], differences: [] });
    }
  });

  it('names a new member, a new limit and a new error', () => {
    const rows = { ...published, New: { type: 'boolean' }, PoolName: { ...published.PoolName, max: 256 } } as Rows;
    const { news, newErrors } = drift(model(rows, { errors: ['NewException'] }));
    expect(news.map(({ path }) => path)).to.have.members(['New', 'PoolName']);
    expect(newErrors).to.deep.equal(['NewException']);
  });

  it('names a limit that was dropped or went back to what it was', () => {
    const before = rowsOf('2024-12-11')['Policies.SignInPolicy.AllowedFirstAuthFactors'];
    const rows = { ...published, 'Policies.SignInPolicy.AllowedFirstAuthFactors': before } as Rows;
    expect(drift(model(rows)).news.map(({ path }) => path)).to.deep.equal([
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
    ]);
  });

  it('knows the pattern that Smithy prints otherwise, and takes it from no other form', () => {
    const other = { ...published.SmsAuthenticationMessage, pattern: '(?s).*\\{####\\}.*' };
    const rows = { ...published, SmsAuthenticationMessage: other } as Rows;
    const fromSmithy = drift(model(rows, { form: 'smithy' }));
    expect(fromSmithy.news).to.deep.equal([]);
    expect(fromSmithy.dialect.map(({ path }) => path)).to.deep.equal(['SmsAuthenticationMessage']);
    expect(drift(model(rows)).news.map(({ path }) => path)).to.deep.equal(['SmsAuthenticationMessage']);
  });

  it('does not hold against a model that it knows no limits', () => {
    const rows = { ...published, 'UserPoolTags{key}': { type: 'string', limits: 'unknown' } } as Rows;
    expect(drift(model(rows, { form: 'openapi' })).news).to.deep.equal([]);
  });
});
