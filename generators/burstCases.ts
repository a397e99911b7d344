import { type Case, poolPlaceholder, type Step } from './case.ts';

/** So many updates of one pool at one moment, to be told to wait; none unless it is asked for. */
export function burstCases(updates: number): readonly Case[] {
  if (updates < 2) return [];
  const parallel = Array.from({ length: updates }, (_, index): Step => update(`${index + 1}`));
  return [
    {
      id: `errors/burst/${updates}`,
      phase: 'errors',
      clause: 'request.serial',
      member: '',
      breaks: [],
      request: { UserPoolId: poolPlaceholder, ...parallel[0]?.body },
      prior: { fresh: true },
      parallel,
      burst: true,
    },
  ];
}

function update(value: string): Step {
  return { operation: 'UpdateUserPool', pool: 1, body: { UserPoolTags: { Burst: value } } };
}
