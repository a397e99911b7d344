import fc from 'fast-check';
import { wordText } from '../values/names.ts';
import type { MemberTable } from './memberTable.ts';

const levels = ['Level1', 'Level2', 'Level3', 'Level4'] as const;

/** Names of authentication contexts. A name holds its level, so that no level can repeat what another one keeps. */
export const acrConfiguration: MemberTable = {
  AcrConfiguration: { kind: 'values', any: contexts },
  'AcrConfiguration{key}': wordText(...levels),
  'AcrConfiguration{value}.AcrValue': wordText('urn:example:acr:level1:plain'),
};

function contexts() {
  const suffix = fc.constantFrom('plain', 'strong', 'hardware', 'https://example.com/acr');
  return fc
    .tuple(fc.subarray([...levels], { minLength: 1 }), fc.tuple(suffix, suffix, suffix, suffix))
    .map(([chosen, suffixes]) =>
      Object.fromEntries(
        chosen.map((level, index) => [
          level,
          { AcrValue: `urn:example:acr:${level.toLowerCase()}:${suffixes[index]}` },
        ]),
      ),
    );
}
