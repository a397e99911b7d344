import { expect } from 'chai';
import { expectedResult } from './expectedResult.ts';

describe('what a finding expected, beside a label', () => {
  const result = (says: string, expected: string) => expectedResult({ says, expected });

  it('is the error alone where the rule is shown', () => {
    const rule = 'PoolName has at most 128 characters.';
    expect(result(rule, `${rule} Expected InvalidParameterException.`)).to.equal('InvalidParameterException.');
    expect(result(rule, `${rule} Other rule. Expected A or B.`)).to.equal('Other rule. A or B.');
    expect(result('Of several.', 'Rule one. Expected A.')).to.equal('Rule one. A.');
  });

  it('is the whole text where that is all there is', () => {
    expect(result('Rule.', 'Rule.')).to.equal('Rule.');
    expect(result('Rule.', 'Another.')).to.equal('Another.');
  });
});
