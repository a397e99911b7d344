import { expect } from 'chai';
import { breachesOf } from '../../harness/oracle/breaches.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { withPoolId } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { subtleBreachCases } from './subtleBreachCases.ts';

const sceneOf = (date: EditionDate): GenerationScene => ({
  edition: editionOf(date),
  basis: 'observed',
  region: 'us-east-1',
  account: '123456789012',
});

for (const date of editionDates) {
  describe(`close calls for ${date}`, () => {
    const scene = sceneOf(date);
    const cases = subtleBreachCases(scene);

    it('have ids of their own', () => {
      expect(new Set(cases.map(({ id }) => id)).size).to.equal(cases.length);
    });

    it('break what they name and nothing else', () => {
      for (const { id, request, breaks } of cases) {
        const sent: JsonObject = JSON.parse(withPoolId(JSON.stringify(request), 'us-east-1_AbCdEfGhI'));
        const found = breachesOf(scene.edition, sent).map(({ clause }) => clause);
        expect(breaks, id).not.to.be.empty;
        expect(found.toSorted(), id).to.deep.equal(breaks.toSorted());
      }
    });
  });
}

describe('close calls', () => {
  const requestOf = (id: string, date: EditionDate = '2026-11-13') =>
    subtleBreachCases(sceneOf(date)).find((one) => one.id === `examples/${id}`)?.request;

  it('send words that an enum was given later', () => {
    const id = 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion/enum/other-edition-V3_0';
    expect(requestOf(id, '2024-12-11')?.LambdaConfig).to.have.nested.property(
      'PreTokenGenerationConfig.LambdaVersion',
      'V3_0',
    );
    expect(requestOf(id)).to.equal(undefined);
  });

  it('put a wrong entry before a right one and behind it', () => {
    const id = 'AutoVerifiedAttributes[]/enum/unknown';
    expect(requestOf(`${id}-first`)?.AutoVerifiedAttributes).to.deep.equal(['SOMETHING_ELSE', 'email']);
    expect(requestOf(`${id}-last`)?.AutoVerifiedAttributes).to.deep.equal(['email', 'SOMETHING_ELSE']);
    expect(Object.values(requestOf('UserPoolTags{value}/max/over-last')?.UserPoolTags ?? {})[0]).to.equal('entry');
  });

  it('break a long text at its end alone', () => {
    const text = JSON.stringify(requestOf('SmsConfiguration.SnsCallerArn/pattern/far-behind'));
    expect(text).to.match(/a{1000}([^a"]|\\n)"/);
  });
});
