import { documented, measured } from './authoring.ts';
import type { EditionDate } from './edition.ts';
import type { Evidence } from './evidence.ts';
import { inForce } from './inForce.ts';
import type { JsonValue } from './json.ts';
import { jsonEqual } from './json.ts';
import type { MemberPath } from './member.ts';

/** Two members that are one setting under two names: sending either shows in both. */
export interface Mirror {
  readonly members: readonly [MemberPath, MemberPath];
  readonly evidence: readonly Evidence[];
}

/** A sent value that DescribeUserPool may show otherwise; `undefined` stands for a member that is not shown. */
export interface ShownAs {
  readonly member: MemberPath;
  readonly sent: JsonValue;
  /** What may be shown, the likeliest first. */
  readonly shown: readonly (JsonValue | undefined)[];
  readonly since?: EditionDate;
  readonly until?: EditionDate;
  readonly evidence: readonly Evidence[];
}

const bothWays: readonly Evidence[] = [
  measured(
    'hashicorp/terraform-provider-aws acceptance test of the verification message template (OBS-112)',
    '2026',
    'Texts sent in the template were shown as the older members too.',
  ),
  measured(
    'hashicorp/terraform-provider-aws acceptance test of the verification message template (OBS-113)',
    '2026',
    'Texts sent in the older members were shown inside the template too.',
  ),
];

/** The three pairs of members that mirror each other. */
export const mirrors: readonly Mirror[] = [
  { members: ['VerificationMessageTemplate.EmailMessage', 'EmailVerificationMessage'], evidence: bothWays },
  { members: ['VerificationMessageTemplate.EmailSubject', 'EmailVerificationSubject'], evidence: bothWays },
  { members: ['VerificationMessageTemplate.SmsMessage', 'SmsVerificationMessage'], evidence: bothWays },
];

/** Members that show what another member was set to, though they are not sent. */
export const followers: readonly { readonly member: MemberPath; readonly leader: MemberPath }[] = [
  {
    member: 'AdminCreateUserConfig.UnusedAccountValidityDays',
    leader: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
  },
];

/** Members that DescribeUserPool shows under another name. */
export const renames: readonly { readonly sent: MemberPath; readonly shown: string }[] = [
  { sent: 'UserPoolId', shown: 'Id' },
  { sent: 'PoolName', shown: 'Name' },
];

/** Lists that stand for sets: nobody has seen whether order and repetition survive, so neither is judged. */
export const listsWithoutOrder: readonly MemberPath[] = [
  'AutoVerifiedAttributes',
  'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
  'Policies.SignInPolicy.AllowedFirstAuthFactors',
  'AccountRecoverySetting.RecoveryMechanisms',
  'DcrConfiguration.AuthenticatedGrantTypes',
  'DcrConfiguration.OpenDcrGrantTypes',
  'DcrConfiguration.AllowedScopes',
];

/** Values that are shown otherwise than they were sent. */
export const shownAs: readonly ShownAs[] = [
  {
    member: 'Policies.PasswordPolicy.PasswordHistorySize',
    sent: 0,
    shown: [undefined, 0],
    evidence: [
      documented(
        'botocore a09b9071 (rule 4)',
        '2024-08-06',
        'A size of 0 is not shown; the sentence went on 2025-03-03.',
      ),
    ],
  },
  {
    member: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
    sent: 0,
    shown: [7],
    since: '2024-12-11',
    evidence: [documented('botocore a09b9071 (rule 2)', '2023-12-18', '0 counts as no value and becomes 7.')],
  },
  {
    member: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
    sent: 0,
    shown: [7, 0],
    until: '2023-08-15',
    evidence: [documented('botocore a09b9071 (rule 2)', '2023-12-18', 'Said only in later editions.')],
  },
];

/** The other member of a mirrored pair, or undefined where there is none. */
export function mirrorOf(member: MemberPath): MemberPath | undefined {
  return mirrorsByMember.get(member);
}

const mirrorsByMember: ReadonlyMap<MemberPath, MemberPath> = new Map(
  mirrors.flatMap(({ members: [one, other] }) => [
    [one, other],
    [other, one],
  ]),
);

/** How a sent value is shown otherwise than it was sent, or undefined where it is shown as it is. */
export function shownAsFor(member: MemberPath, sent: JsonValue, date: EditionDate): ShownAs | undefined {
  return shownAsByMember.get(member)?.find((one) => jsonEqual(one.sent, sent) && inForce(one, date));
}

const shownAsByMember: ReadonlyMap<MemberPath, readonly ShownAs[]> = Map.groupBy(shownAs, ({ member }) => member);

/** The values, any of which DescribeUserPool may show for a stored one; `undefined`: not shown. The likeliest comes first. */
export function shownFor(member: MemberPath, sent: JsonValue, date: EditionDate): readonly (JsonValue | undefined)[] {
  const special = shownAsFor(member, sent, date);
  if (special !== undefined) return special.shown;
  // No source says whether an empty text, an ExternalId for one, is stored or counts as none.
  if (sent === '') return ['', undefined];
  return Array.isArray(sent) && listsWithoutOrder.includes(member) ? [sent, ...otherOrders(sent)] : [sent];
}

// Every list here has at most five different items; of a longer one only the order it was sent in is tried.
const longestReordered = 5;

function otherOrders(items: readonly JsonValue[]): readonly JsonValue[] {
  const distinct = withoutRepetition(items);
  const orders = distinct.length > longestReordered ? [distinct] : permutations(distinct);
  return orders.filter((order) => !jsonEqual(order, items));
}

function withoutRepetition(items: readonly JsonValue[]): readonly JsonValue[] {
  return items.filter((item, index) => items.findIndex((other) => jsonEqual(other, item)) === index);
}

function permutations(items: readonly JsonValue[]): readonly (readonly JsonValue[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, index) => permutations(items.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
