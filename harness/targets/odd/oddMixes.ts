import fc from 'fast-check';
import type { Contract } from '../../../specs/contract.ts';
import type { OddServer } from './oddServer.ts';
import { oddServersOf } from './oddServersOf.ts';

/** Oddities that go together, drawn by a seed: each that answers an open question is in one mix. */
export interface OddMix {
  readonly id: string;
  readonly parts: readonly OddServer[];
}

/** As many as the most ways that one clause leaves open, and some, so that refusals do not stand before everything else. */
const mixes = 5;

/** Oddities of these groups change the same things, so that a mix has one of each. */
const alone = ['answer', 'shown'] as const;

/**
 * Servers with many oddities at once, as servers have them. The answers to one clause are in different mixes. Those of
 * connections and with habits of their own are left out: they have others wait, or hide what others do.
 */
export function oddMixes(contract: Contract, seed: number, isWanted = anyServer): readonly OddMix[] {
  const servers = inDrawnOrder(oddServersOf(contract).filter(isWanted), seed);
  const ofGroup = (name: OddServer['group']) => servers.filter(({ group }) => group === name);
  const open = [...ofGroup('open-rule'), ...ofGroup('open-state')];
  const turns = [...Map.groupBy(open, ({ clause }) => clause).values()].flatMap((ways, index) =>
    ways.map((server, way) => ({ server, turn: (index + way) % mixes })),
  );
  const drawn = Array.from({ length: mixes }, (_, number) => ({
    id: `mix/${number + 1}`,
    parts: [
      ...turns.filter(({ turn }) => turn === number).map(({ server }) => server),
      ...alone.flatMap((name) => ofGroup(name).slice(number, number + 1)),
    ],
  }));
  return drawn.filter(({ parts }) => parts.length > 0);
}

const anyServer = (_server: OddServer): boolean => true;

function inDrawnOrder<T>(items: readonly T[], seed: number): readonly T[] {
  const [order = items] = fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 });
  return order;
}
