import type { Contract } from '../../specs/contract.ts';
import type { OddMix } from '../targets/odd/oddMixes.ts';
import type { OddServer } from '../targets/odd/oddServer.ts';
import { oddTogether } from '../targets/odd/oddTogether.ts';
import { judgeOddServer, type OddVerdict } from './judgeOddServer.ts';
import type { KillOptions } from './kill.ts';

/** Runs the whole plan against oddities that stand together; of a mix with an undeserved finding, names the few that it takes. */
export async function judgeMix({ id, parts }: OddMix, contract: Contract, options: KillOptions): Promise<OddVerdict> {
  const judged = (some: readonly OddServer[]) =>
    judgeOddServer(oddTogether(id, some, contract), contract, { ...options, whole: true });
  const verdict = await judged(parts);
  if (verdict.outcome === 'silent') return verdict;
  const few = await fewestThat(parts, async (some) => (await judged(some)).outcome !== 'silent');
  const { alarms } = await judged(few);
  return { ...verdict, alarms: [`It takes ${few.map((part) => part.id).join(' and ')}.`, ...alarms] };
}

/** As few of some items as still do what all of them do, found by leaving out halves, quarters and so on. */
export async function fewestThat<T>(
  items: readonly T[],
  holds: (some: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let best = items;
  for (let size = Math.ceil(items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length; ) {
      const some = best.toSpliced(at, size);
      if (some.length > 0 && (await holds(some))) best = some;
      else at += size;
    }
  }
  return best;
}
