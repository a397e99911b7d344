import { expect } from 'chai';
import type { JsonObject } from '../../specs/json.ts';
import { withPartsOf } from './sharedParts.ts';

const earlier: JsonObject = {
  Tags: { Team: 'Blue', Area: 'West' },
  Factors: ['PASSWORD', { Name: 'SMS' }],
  Tier: 'LITE',
};

function copyOf(object: JsonObject): JsonObject {
  return structuredClone(object) as JsonObject;
}

describe('withPartsOf', () => {
  it('gives the earlier object where all is written the same', () => {
    expect(withPartsOf(earlier, copyOf(earlier))).to.equal(earlier);
  });

  it('shares what is written the same, and says what the later object says', () => {
    const later = { ...copyOf(earlier), Tags: { Team: 'Red' } };
    const shared = withPartsOf(earlier, later);
    expect(shared).to.deep.equal(later);
    expect(shared.Factors).to.equal(earlier.Factors);
  });

  it('keeps the order of members and of keys', () => {
    const { Tier = '', ...others } = copyOf(earlier);
    const turned = { Tier, ...others, Tags: { Area: 'West', Team: 'Blue' } };
    expect(JSON.stringify(withPartsOf(earlier, turned))).to.equal(JSON.stringify(turned));
  });

  it('takes nothing over that the later object does not have', () => {
    expect(withPartsOf(earlier, { Tier: 'LITE' })).to.deep.equal({ Tier: 'LITE' });
    expect(withPartsOf(earlier, { ...earlier, Factors: ['PASSWORD'] }).Factors).to.deep.equal(['PASSWORD']);
  });
});
