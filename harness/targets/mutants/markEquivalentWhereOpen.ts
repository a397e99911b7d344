import type { ClauseId } from '../../../specs/clause.ts';
import type { Contract } from '../../../specs/contract.ts';
import type { Mutant } from './mutant.ts';

/** Mutants that differ from the original only where the contract is silent, so that either answer is right. */
interface OpenRule {
  readonly ids: RegExp;
  /** How the open rule's id goes on behind the member's, or the whole id. */
  readonly rule: RegExp;
  readonly because: string;
}

const openRules: readonly OpenRule[] = [
  {
    ids: /^text\/SmsConfiguration\.(SnsRegion|EumsSms\.Region)\/utf-(8|16)$/,
    rule: /^sms-configuration\..*\.other-region$/,
    because: 'Only the Region of the pool is known to be taken, and it is not the longest name',
  },
  {
    ids: /^constraint\/VerificationMessageTemplate\.EmailMessageByLink\/min\/tighter$/,
    rule: /^verification-message-template\.email-message-by-link\.link-text$/,
    because: 'A mail of 6 characters has a link without a text',
  },
  {
    ids: /^text\/EmailConfiguration\.From\/utf-(8|16)$/,
    rule: /^email-configuration\.from\.unusual-address$/,
    because: 'A From of such a length is an unusual address',
  },
  {
    ids: /^constraint\/Policies\.SignInPolicy\.AllowedFirstAuthFactors\[\]\/enum\/refuses-SOFTWARE_TOKEN$/,
    rule: /^policies\.sign-in-policy\.allowed-first-auth-factors\.software-token$/,
    because: 'The word is in the model, and nobody has seen it taken',
  },
  {
    ids: /^constraint\/MfaConfiguration\/enum\/refuses-ON$/,
    rule: /^mfa-configuration\.on-at-creation$/,
    because: 'The documentation has it that only a new pool may be given ON',
  },
  {
    ids: /^constraint\/DcrConfiguration\..*GrantTypes\[\]\/enum\/refuses-implicit$/,
    rule: /^dcr-configuration\.unusual$/,
    because: 'Nobody has seen what becomes of the word',
  },
];

/** The mutant with a note of the open rule that hides it, if one does. */
export function markEquivalentWhereOpen(mutant: Mutant, { clauses }: Contract): Mutant {
  const openRule = mutant.equivalent === undefined ? openRules.find(({ ids }) => ids.test(mutant.id)) : undefined;
  const rule = openRule && clauses.find(({ id, constraint }) => openRule.rule.test(id) && isOpen(constraint));
  return openRule && rule ? { ...mutant, equivalent: equivalenceReason(openRule, rule.id) } : mutant;
}

function isOpen(constraint: Contract['clauses'][number]['constraint']): boolean {
  return constraint.kind === 'rule' && constraint.outcome === 'open';
}

function equivalenceReason({ because }: OpenRule, rule: ClauseId): string {
  return `${because}: by ${rule} either answer is right.`;
}
