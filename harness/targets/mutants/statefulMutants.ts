import type { ClauseId } from '../../../specs/clause.ts';
import type { Contract } from '../../../specs/contract.ts';
import { jsonEqual } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import { Refusal } from '../mock/answer.ts';
import { dottedAt, withDottedAt } from './atMember.ts';
import type { Alteration, Mutant } from './mutant.ts';
import { storingWrongly } from './storingWrongly.ts';

/** Defects that depend on what happened to a pool before, or on what else is sent. */
export function statefulMutants(contract: Contract): readonly Mutant[] {
  const storedBy = (member: MemberPath) => storedClause(contract, member);
  return [
    ...[2, 30, 100].map(ignoredFrom),
    ...[30, 100].map(refusedFrom),
    ...[2, 30, 100].flatMap((turn) => storedBy('UserPoolTags').map((clause) => lostFrom(turn, 'UserPoolTags', clause))),
    ...['UserPoolTags', 'SmsAuthenticationMessage', 'DeletionProtection'].flatMap((member) =>
      storedBy(member).map((clause) => lostWhenRepeated(member, clause)),
    ),
    ...(takesBothMails(contract) ? storedBy(mailByCode).map(lostWithLink) : []),
    ...dependencies.flatMap(([member, needed]) =>
      storedBy(needed).length === 0 ? [] : storedBy(member).map((clause) => ignoredWithout(member, needed, clause)),
    ),
  ];
}

/** Members that have nothing to do with each other. */
const dependencies = [
  ['UserPoolTags', 'MfaConfiguration'],
  ['AutoVerifiedAttributes', 'UserPoolTags'],
  ['SmsAuthenticationMessage', 'DeletionProtection'],
  ['DeviceConfiguration.ChallengeRequiredOnNewDevice', 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt'],
  ['Policies.PasswordPolicy.MinimumLength', 'Policies.PasswordPolicy.RequireSymbols'],
] as const;

/** The clause that says that a member is stored when it is sent; none where the contract does not say so. */
function storedClause({ clauses, basis }: Contract, member: MemberPath): readonly ClauseId[] {
  return clauses
    .filter((clause) => clause.member === member)
    .filter(({ constraint }) => constraint.kind === 'state' && constraint.when === 'sent')
    .filter(({ constraint }) => constraint.kind === 'state' && constraint[basis].kind === 'stored')
    .map(({ id }) => id)
    .slice(0, 1);
}

function statefulMutant(name: string, clause: ClauseId, says: string, alteration: Alteration, member = ''): Mutant {
  return { id: `stateful/${name}`, group: 'stateful', member, clause, says, alteration };
}

function ignoredFrom(nth: number): Mutant {
  return statefulMutant(
    `updates-ignored/from-${nth}`,
    'request.stable',
    `From the ${nth}th update of a pool on, updates are accepted and ignored.`,
    storingWrongly(({ turn, prior, after }) => (turn < nth ? after : prior)),
  );
}

function refusedFrom(nth: number): Mutant {
  return statefulMutant(
    `updates-refused/from-${nth}`,
    'request.stable',
    `From the ${nth}th update of a pool on, updates are refused.`,
    storingWrongly(({ turn, after }) => {
      if (turn >= nth) throw new Refusal('InvalidParameterException', 'The pool was updated too often.');
      return after;
    }),
  );
}

function lostFrom(nth: number, member: MemberPath, clause: ClauseId): Mutant {
  return statefulMutant(
    `member-lost/from-${nth}`,
    clause,
    `From the ${nth}th update of a pool on, ${member} is not stored any more.`,
    storingWrongly(({ turn, prior, after }) =>
      turn < nth ? after : withDottedAt(after, member, dottedAt(prior, member)),
    ),
    member,
  );
}

function lostWhenRepeated(member: MemberPath, clause: ClauseId): Mutant {
  return statefulMutant(
    `repeated/${member}`,
    clause,
    `${member} is lost when it is sent with the value that it has.`,
    storingWrongly(({ body, prior, after }) => {
      const sent = dottedAt(body, member);
      const isRepeated = sent !== undefined && jsonEqual(sent, dottedAt(prior, member));
      return isRepeated ? withDottedAt(after, member, undefined) : after;
    }),
    member,
  );
}

const mailByCode = 'VerificationMessageTemplate.EmailMessage';

/** Else nobody knows what becomes of the mail by code beside a link, or it is refused. */
function takesBothMails({ byId }: Contract): boolean {
  const rule = byId.get('verification-message-template.one-mail')?.constraint;
  return rule?.kind === 'rule' && rule.outcome === 'accepted';
}

function lostWithLink(clause: ClauseId): Mutant {
  return statefulMutant(
    'lost-with-link/EmailMessage',
    clause,
    `${mailByCode} is lost where links are what is sent by default.`,
    storingWrongly(({ body, after }) => {
      const isByLink = dottedAt(body, 'VerificationMessageTemplate.DefaultEmailOption') === 'CONFIRM_WITH_LINK';
      const isLost = isByLink && dottedAt(body, mailByCode) !== undefined;
      return isLost ? withDottedAt(after, mailByCode, undefined) : after;
    }),
    mailByCode,
  );
}

function ignoredWithout(member: MemberPath, needed: MemberPath, clause: ClauseId): Mutant {
  return statefulMutant(
    `ignored-without/${member}/${needed}`,
    clause,
    `${member} is ignored where ${needed} is not sent.`,
    storingWrongly(({ body, prior, after }) => {
      const isIgnored = dottedAt(body, member) !== undefined && dottedAt(body, needed) === undefined;
      return isIgnored ? withDottedAt(after, member, dottedAt(prior, member)) : after;
    }),
    member,
  );
}
