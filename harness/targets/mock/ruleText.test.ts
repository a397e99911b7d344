import { expect } from 'chai';
import { contractOf } from '../../../specs/contract.ts';
import { editionDates } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { refusalRules } from './memberRules.ts';
import { onePool } from './onePool.ts';
import { rulesWithText } from './ruleText.ts';

const rules = editionDates.flatMap((date) => refusalRules(contractOf(date, 'observed').clauses));

describe('ruleText', () => {
  it('knows texts of rules that are enforced alone', () => {
    expect(rules.map(({ id }) => id)).to.include.members([...rulesWithText()]);
  });

  it('puts the plan, the trigger version and the Region in their places', () => {
    const pool = onePool({
      UserPoolTier: 'LITE',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
    });
    const LambdaArn = 'arn:aws:lambda:us-east-1:123456789012:function:a';
    const PreTokenGenerationConfig = { LambdaVersion: 'V2_0', LambdaArn };
    expect(
      pool.refusal('UpdateUserPool', { UserPoolTier: 'LITE', LambdaConfig: { PreTokenGenerationConfig } }),
    ).to.deep.equal({
      name: 'FeatureUnavailableInTierException',
      message:
        'The following features need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda V2_0',
    });
  });
});

describe('brokenRule', () => {
  for (const rule of refusalRules(contractOf('2026-11-13', 'observed').clauses)) {
    it(`refuses what breaks ${rule.id}, and takes what keeps it`, () => {
      for (const { value, prior, mfa } of rule.examples.breaks) {
        const pool = prepared(prior, mfa);
        const before = pool.shown();
        expect(pool.refusal('UpdateUserPool', object(value)).name).to.be.oneOf([...rule.onBreach]);
        expect(pool.shown()).to.deep.equal(before);
      }
      for (const { value, prior, mfa } of rule.examples.keeps)
        prepared(prior, mfa).call('UpdateUserPool', object(value));
    });
  }
});

function prepared(prior: JsonObject | undefined, mfa: JsonObject | undefined) {
  const pool = onePool();
  if (mfa !== undefined) pool.call('SetUserPoolMfaConfig', mfa);
  if (prior !== undefined) pool.call('UpdateUserPool', prior);
  return pool;
}

function object(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new TypeError('A rule is shown by whole requests.');
  return value;
}
