import type { CaseSetting } from '../execute/caseOutcome.ts';
import { creationOnlyMembers } from '../execute/creationOnlyMembers.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import { shrink } from './shrink.ts';
import type { SmallestFailure } from './smallestFailure.ts';

/**
 * The smallest request that shows a finding, on plain new pools where those show it; else on pools created with the settings
 * that the pools of its lane had, which are then part of what it takes.
 */
export async function shrinkOnPool(setting: CaseSetting, finding: RawFinding): Promise<SmallestFailure> {
  const plain = await shrink(setting, finding);
  const creation = creationOnlyMembers[finding.outcome.case.phase];
  if (plain.reproduced || creation === undefined || setting.existing !== undefined) return plain;
  const special = await shrink({ ...setting, creation }, finding);
  return special.reproduced ? { ...special, creation } : plain;
}
