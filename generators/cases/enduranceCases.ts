import { type Case, poolPlaceholder } from './case.ts';

/** More updates than the hundred after which a target may have had enough of one pool. */
const updates = 105;

/** One valid update after another, each with a value of its own: what works at first has to go on working. */
export function enduranceCases(): readonly Case[] {
  return Array.from({ length: updates }, (_, index) => ({
    id: `examples/endurance/${index + 1}`,
    phase: 'examples',
    clause: 'user-pool-tags.sent',
    member: 'UserPoolTags',
    breaks: [],
    request: { UserPoolId: poolPlaceholder, UserPoolTags: { Update: `${index + 1}` } },
  }));
}
