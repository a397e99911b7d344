import { expect } from 'chai';
import { keptBoundaryValues } from '../../generators/cases/boundaryCases.ts';
import { withPoolId } from '../../generators/cases/case.ts';
import type { GenerationScene } from '../../generators/cases/scene.ts';
import { lastValueAt } from '../../generators/values/placeInRequest.ts';
import { editionDates } from '../../specs/edition.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { jsonEqual } from '../../specs/json.ts';
import { membersOf } from '../../specs/member.ts';
import { runTrial } from '../dev/runTrial.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { boundsTogether } from './boundsTogether.ts';

const scenes = editionDates.flatMap((date) =>
  (['observed', 'documented'] as const).map(
    (basis): GenerationScene => ({
      edition: editionOf(date),
      basis,
      region: 'us-east-1',
      account: '123456789012',
    }),
  ),
);

for (const scene of scenes) {
  describe(`values at bounds together, ${scene.edition.date} ${scene.basis}`, () => {
    const cases = boundsTogether(scene);

    it('break nothing and stay below any usual limit of a body', () => {
      for (const { id, request } of cases) {
        const sent = withPoolId(JSON.stringify(request), 'us-east-1_AbCdEfGhI');
        expect(breachesOf(scene.edition, JSON.parse(sent)), id).to.deep.equal([]);
        expect(sent.length, id).to.be.below(64_000);
      }
    });

    it('are most of those that go together, in few requests', () => {
      const values = membersOf(scene.edition.input)
        .filter(({ path }) => path !== 'UserPoolId' && path !== 'MfaConfiguration')
        .flatMap((member) => keptBoundaryValues(scene, member));
      const isSent = ({ path, value }: (typeof values)[number]) =>
        cases.some(({ request }) => jsonEqual(lastValueAt(request, path) ?? null, value));
      expect(cases.length).to.be.within(4, 12);
      expect(values.filter(isSent).length / values.length).to.be.above(0.7);
    });
  });
}

describe('values at bounds together', () => {
  it('show within a few requests that a value at a bound is refused, and which', async () => {
    const [scene] = scenes.slice(-2);
    const cases = scene === undefined ? [] : boundsTogether(scene);
    const isLong = (text: unknown) => typeof text === 'string' && text.length === 128;
    const { findings } = await runTrial({
      phases: ['boundary'],
      lanes: [{ name: 'boundary/together', phase: 'boundary', cases }],
      policy: ({ PoolName }) =>
        isLong(PoolName) ? { error: { name: 'InvalidParameterException', message: 'Too long.' } } : undefined,
    });
    expect(findings.map(({ member, kind }) => `${member} ${kind}`)).to.deep.equal(['PoolName rejected-valid']);
    expect(Object.keys(findings[0]?.request ?? {})).to.deep.equal(['UserPoolId', 'PoolName']);
  });
});
