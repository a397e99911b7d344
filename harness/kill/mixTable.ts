import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import { type OddMix, oddMixes } from '../targets/odd/oddMixes.ts';
import { inWorkers } from './inWorkers.ts';
import { isAbout } from './isAbout.ts';
import type { OddVerdict } from './judgeOddServer.ts';
import type { KillOptions } from './kill.ts';

/** Where a mix stands: its contract, and the seed of the mix and of the cases. */
export interface MixPlace {
  readonly edition: EditionDate;
  readonly basis: Basis;
  readonly seed: number;
}

/** The start data of a worker. */
export interface MixTask extends Omit<KillOptions, 'seed'> {
  readonly places: readonly MixPlace[];
  /** Only oddities whose id begins so, or that are about this clause or member. */
  readonly only?: string;
}

/** One mix at its place. */
export interface PlacedMix {
  readonly id: string;
  readonly place: MixPlace;
  readonly mix: OddMix;
}

/** Runs the mixes of odd servers at every place in worker threads; the results are in the order of the places. */
export function mixTable({
  jobs,
  progress,
  ...data
}: MixTask & {
  readonly jobs: number;
  readonly progress?: (done: number, of: number) => void;
}): Promise<readonly OddVerdict[]> {
  const ids = placedMixes(data).map(({ id }) => id);
  return inWorkers({ worker: './mixWorker', data, ids, jobs, progress });
}

/** The mixes of a task, one place after another. */
export function placedMixes({ places, only = '' }: MixTask): readonly PlacedMix[] {
  return places.flatMap((place) => {
    const contract = contractOf(place.edition, place.basis);
    const mixes = oddMixes(contract, place.seed, (server) => isAbout(server, only));
    return mixes.map((mix) => ({ id: `${place.edition} ${place.basis} seed ${place.seed} ${mix.id}`, place, mix }));
  });
}
