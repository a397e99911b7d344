import { type Contract, contractOf } from '../../specs/contract.ts';
import type { Level } from '../../specs/evidence.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { clauseSort } from '../figures/clauseSort.ts';
import { memberFigures } from '../figures/memberFigures.ts';
import { worstFirst } from '../figures/worstFirst.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { ownRequestId } from './ownRequestLane.ts';
import type { PoolSettings } from './poolSettings.ts';
import { usedMembers } from './usedMembers.ts';

/** What a target does to a member that a pool uses. */
export type EffectKind = 'refuses' | 'ignores' | 'loses' | 'lacks';

/** One effect of a target on a member. */
export interface MemberEffect {
  readonly member: MemberPath;
  readonly effect: EffectKind;
  readonly level: Level;
  /** What was expected and what came, in two sentences; for `lacks` what the target said. */
  readonly says: string;
  /** The id of the finding; null if it is none. */
  readonly finding: string | null;
}

/** Whether a pool will work on a target. */
export interface PreflightReport {
  readonly target: string;
  readonly form: PoolSettings['form'];
  /** The worst first. */
  readonly effects: readonly MemberEffect[];
  /** Top-level members without an effect, of which at least one case conformed. */
  readonly working: readonly MemberPath[];
  /** Top-level members on which the record says nothing. */
  readonly untested: readonly MemberPath[];
  /** Names in the file that UpdateUserPool does not have. */
  readonly others: readonly string[];
  /** How the target answered the pool's own request; null if it was not sent. */
  readonly ownRequest: OwnRequest | null;
}

/** The verdict on the pool's own request. */
export interface OwnRequest {
  readonly worked: boolean;
  readonly says: string;
}

/** What a record says of the members that a pool uses. */
export function preflightReport(settings: PoolSettings, record: RunRecord): PreflightReport {
  const { edition, basis, target } = record.header;
  const contract = contractOf(edition, basis);
  const used = [...usedMembers(settings.request, contract.edition.input), ...settings.deployed];
  const effects = [...findingEffects(record, new Set(used), contract), ...lackingEffects(record, new Set(used))];
  const affected = new Set(effects.map(({ member }) => topLevelOf(member)));
  const rest = used.filter((member) => topLevelOf(member) === member && !affected.has(member));
  const judged = new Set(memberFigures(record).flatMap(({ member, conforms }) => (conforms > 0 ? member : [])));
  const isJudged = (member: MemberPath) => [...judged].some((path) => topLevelOf(path) === member);
  return {
    target: target.id,
    form: settings.form,
    effects,
    working: rest.filter(isJudged),
    untested: rest.filter((member) => !isJudged(member)),
    others: settings.others,
    ownRequest: ownRequest(record, contract),
  };
}

function findingEffects(
  { findings }: RunRecord,
  used: ReadonlySet<MemberPath>,
  contract: Contract,
): readonly MemberEffect[] {
  const own = findings.filter(({ member, case: shownBy }) => used.has(member) && shownBy !== ownRequestId);
  return worstFirst(own).flatMap((finding) => {
    const effect = effectOf(finding, contract);
    if (effect === undefined) return [];
    const { member, level, expected, actual, id } = finding;
    return [{ member, effect, level, says: `${expected} ${actual}`, finding: id }];
  });
}

// What a target accepts although it should not, or answers in a wrong form, keeps no pool from working.
function effectOf({ kind, clause }: Finding, contract: Contract): EffectKind | undefined {
  if (kind === 'rejected-valid') return 'refuses';
  const sort = clauseSort(contract, clause);
  if (kind === 'server-fault' || kind === 'no-answer')
    return sort === 'sent' || sort === 'omitted' ? 'refuses' : undefined;
  if (kind !== 'wrong-state') return undefined;
  if (sort === 'sent') return 'ignores';
  return sort === 'omitted' ? 'loses' : undefined;
}

function lackingEffects(record: RunRecord, used: ReadonlySet<MemberPath>): readonly MemberEffect[] {
  return memberFigures(record)
    .filter(({ member, state }) => state === 'unsupported' && used.has(member))
    .map(({ member }) => ({
      member,
      effect: 'lacks' as const,
      level: 'must' as const,
      says: 'The target says that it does not have this.',
      finding: null,
    }));
}

function ownRequest({ cases }: RunRecord, contract: Contract): OwnRequest | null {
  for (const { id, breaks, expectation, verdict, answer } of cases) {
    if (id !== ownRequestId) continue;
    const came =
      answer.kind === 'answered'
        ? `HTTP ${answer.status} ${[answer.error, answer.message].filter(Boolean).join(': ')}`.trimEnd()
        : `no answer (${answer.why})`;
    switch (verdict.kind) {
      case 'conforms':
        return expectation.kind === 'rejected'
          ? { worked: false, says: `${came}, as expected: ${contractRefusal(breaks, contract)}` }
          : { worked: true, says: `${came}, as expected.` };
      case 'deviates':
        return {
          worked: false,
          says: `${came}. ${verdict.deviations.map(({ member, actual }) => (member === '' ? actual : `${member}: ${actual}`)).join(' ')}`,
        };
      case 'undecided':
      case 'inconclusive':
      case 'unsupported':
      case 'skipped':
      case 'errored':
        return { worked: answer.kind === 'answered' && answer.status < 300, says: `${came}. ${verdict.why}` };
    }
  }
  return null;
}

// A pool that the service does not take either works nowhere.
function contractRefusal(breaks: readonly string[], contract: Contract): string {
  const broken = breaks.flatMap((id) => contract.byId.get(id)?.says ?? []);
  return ['the contract refuses this request.', ...broken].join(' ');
}
