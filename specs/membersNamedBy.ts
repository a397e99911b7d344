import type { Clause } from './clause.ts';
import type { Condition } from './condition.ts';
import type { MemberPath } from './member.ts';

/** Settings that only SetUserPoolMfaConfig makes and that a rule may read with `result`, though no request has them. */
export const settingsElsewhere: readonly MemberPath[] = [
  'SoftwareTokenMfaConfiguration.Enabled',
  'EmailMfaConfiguration',
  'WebAuthnConfiguration.FactorConfiguration',
];

/** The members of the request that a clause names, those of its condition included. */
export function membersNamedBy({ member, constraint }: Clause): readonly MemberPath[] {
  const read = constraint.kind === 'rule' ? pathsReadBy(constraint.breach) : [];
  return [member, ...read].filter((path) => path !== '' && !settingsElsewhere.includes(path));
}

/** Every path that a condition asks about. */
export function pathsReadBy(condition: Condition): readonly MemberPath[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(pathsReadBy);
    case 'not':
      return pathsReadBy(condition.of);
    case 'region':
      return [];
    case 'exceeds':
      return [condition.at, condition.of];
    case 'differs':
      return [condition.at, condition.from];
    case 'present':
    case 'is':
    case 'above':
    case 'holds':
    case 'repeats':
    case 'matches':
    case 'elsewhere':
      return [condition.at];
  }
}
