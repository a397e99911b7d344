import type { Case } from '../../generators/cases/case.ts';
import { type GenerationScene, togetherCases } from '../../generators/index.ts';
import { contractOf } from '../../specs/contract.ts';
import { isSettled } from '../oracle/isSettled.ts';

/** The valid requests with many members at a bound that the contract says something of. */
export function boundsTogether(scene: GenerationScene): readonly Case[] {
  const contract = contractOf(scene.edition.date, scene.basis);
  return togetherCases(scene, (request) => isSettled(contract, request, scene.region));
}
