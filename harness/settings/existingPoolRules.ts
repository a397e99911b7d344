import { UserError } from '../userError.ts';
import type { RunSettings } from './runSettings.ts';

type ExistingRules = Pick<RunSettings, 'userPoolId' | 'allowExisting' | 'allowUsers' | 'shard' | 'target'>;

/** Refuses settings on an existing pool that do not go together, all at once. */
export function refuseHalfExisting(settings: ExistingRules): void {
  const problems = settings.userPoolId === undefined ? withoutPool(settings) : withPool(settings);
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

function withoutPool({ allowExisting, allowUsers }: ExistingRules): readonly Problem[] {
  const said = [...(allowExisting ? ['--allow-existing'] : []), ...(allowUsers ? ['--allow-users'] : [])];
  if (said.length === 0) return [];
  const fact = `${said.join(' and ')} ${said.length === 1 ? 'says' : 'say'} nothing without a pool.`;
  return [{ fact, hint: 'Name the pool with --user-pool-id.' }];
}

function withPool({ userPoolId, allowExisting, shard, target }: ExistingRules): readonly Problem[] {
  const unsaid = {
    fact: `--user-pool-id ${userPoolId} names a pool that the run did not make.`,
    hint: 'Say --allow-existing too: the cases change it, and it is saved before and put back after.',
  };
  const shared = {
    fact: '--shard would send several runs to one existing pool.',
    hint: 'Leave out --shard, or let the runs make pools of their own.',
  };
  const offline = {
    fact: '--user-pool-id goes with a target that can be sent to, not with a record.',
    hint: 'Leave it out, or give --target a URL or "aws".',
  };
  return [
    ...(allowExisting ? [] : [unsaid]),
    ...(shard === null ? [] : [shared]),
    ...(target.endsWith('.jsonl') ? [offline] : []),
  ];
}
