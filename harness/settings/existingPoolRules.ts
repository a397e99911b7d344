import { UserError } from '../userError.ts';
import type { RunSettings } from './runSettings.ts';

type ExistingRules = Pick<RunSettings, 'userPoolId' | 'allowExisting' | 'allowUsers' | 'shard' | 'target'>;

/** Refuses contradictory settings on an existing pool; one UserError names all of them. */
export function checkExistingPoolSettings(settings: ExistingRules): void {
  const problems = settings.userPoolId === undefined ? problemsWithoutPool(settings) : problemsWithPool(settings);
  if (problems.length === 0) return;
  throw new UserError(
    'wrong-setting',
    problems.map(({ fact }) => fact).join('\n  '),
    problems.map(({ hint }) => hint).join('\n  '),
  );
}

interface Problem {
  readonly fact: string;
  readonly hint: string;
}

function problemsWithoutPool({ allowExisting, allowUsers }: ExistingRules): readonly Problem[] {
  const given = [...(allowExisting ? ['--allow-existing'] : []), ...(allowUsers ? ['--allow-users'] : [])];
  if (given.length === 0) return [];
  const fact = `${given.join(' and ')} ${given.length === 1 ? 'has' : 'have'} no effect without a pool.`;
  return [{ fact, hint: 'Name the pool with --user-pool-id.' }];
}

function problemsWithPool({ userPoolId, allowExisting, shard, target }: ExistingRules): readonly Problem[] {
  const notAllowed = {
    fact: `--user-pool-id ${userPoolId} names a pool that the run did not create.`,
    hint: 'Add --allow-existing: the cases change the pool; it is saved before and restored after.',
  };
  const shared = {
    fact: '--shard would send several runs to one existing pool.',
    hint: 'Leave out --shard, or let the runs create pools of their own.',
  };
  const offline = {
    fact: '--user-pool-id needs a target that requests can be sent to, not a record.',
    hint: 'Leave it out, or set --target to a URL or "aws".',
  };
  return [
    ...(allowExisting ? [] : [notAllowed]),
    ...(shard === null ? [] : [shared]),
    ...(target.endsWith('.jsonl') ? [offline] : []),
  ];
}
