import fc from 'fast-check';
import type { MemberTable } from './memberTable.ts';

/** Without a factor on the pool only OFF is sure to be taken; ON and OPTIONAL belong to cases that set one up. */
export const mfaConfiguration: MemberTable = {
  MfaConfiguration: { kind: 'values', any: () => fc.constant('OFF') },
};
