import { expect } from 'chai';
import { against, documented, inferred, measured, reported } from './authoring.ts';
import { contractOf } from './contract.ts';
import { confirmedOn, levelOf, seenLiveOn } from './evidence.ts';

const page = documented('a page', '2024', 'Says so.');
const live = measured('a probe', '2026-08', 'Seen.');
const sibling = measured('a probe', '2026-09', 'Seen.', 'CreateUserPool');
const report = reported('a thread', '2025', 'Seen.');

describe('evidence', () => {
  it('earns a level, and less where other evidence speaks against it', () => {
    expect(levelOf([live])).to.equal('must');
    expect(levelOf([sibling])).to.equal('should');
    expect(levelOf([page])).to.equal('should');
    expect(levelOf([report])).to.equal('may');
    expect(levelOf([report, report])).to.equal('should');
    expect(levelOf([page, against(report)])).to.equal('may');
    expect(levelOf([live, against(report)])).to.equal('must');
    expect(levelOf([against(live)])).to.equal('may');
  });

  it('confirms on the last day on which a source states it, guesses and contradictions left out', () => {
    expect(confirmedOn([inferred('nothing', '2026-11-22', 'A guess.')], '2026-11-13')).to.equal(undefined);
    expect(confirmedOn([page, against(live)], '2026-11-13')).to.equal('2024');
    expect(seenLiveOn([sibling, page, report])).to.equal(undefined);
    expect(seenLiveOn([sibling, live])).to.equal('2026-08');
  });

  it('of a bare type is no more than the model’s word for the type, unless its refusal was seen', () => {
    const levelAt = (id: string) => levelOf(contractOf('2026-11-13', 'observed').byId.get(id)?.evidence ?? []);
    expect(levelAt('device-configuration.challenge-required-on-new-device.type')).to.equal('should');
    expect(levelAt('policies.password-policy.minimum-length.type')).to.equal('should');
    expect(levelAt('auto-verified-attributes.type')).to.equal('should');
    expect(levelAt('user-pool-tags.type')).to.equal('should');
    expect(levelAt('pool-name.type')).to.equal('must');
    expect(levelAt('lambda-config.type')).to.equal('must');
  });

  it('of AcrConfiguration is lowered by the one report from the live service', () => {
    const { byId } = contractOf('2026-11-13', 'observed');
    for (const id of ['acr-configuration.sent', 'acr-configuration.value.unique'])
      expect(levelOf(byId.get(id)?.evidence ?? []), id).to.equal('may');
    expect(byId.get('acr-configuration.value.acr-value.max')?.constraint).to.deep.include({ bound: 64 });
  });
});
