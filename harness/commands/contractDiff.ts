import type { Clause, Constraint } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { jsonEqual } from '../../specs/json.ts';
import { membersOf } from '../../specs/member.ts';
import { isSamePattern } from '../contracts/wholePattern.ts';
import type { ContractSide } from './contractSide.ts';
import { wrap } from './wrap.ts';

/** What changed from one contract to another: members, errors, limits, and every other clause. */
export function renderDiff(from: ContractSide, to: ContractSide): string {
  const sections = [
    section('members', setChanges(paths(from.contract), paths(to.contract))),
    section('errors', setChanges(from.errors, to.errors)),
    section('limits', limitChanges(from.contract, to.contract)),
    section('other clauses', clauseChanges(from.contract, to.contract)),
  ].filter((text) => text !== '');
  const title = `From ${from.name} to ${to.name}, basis ${to.contract.basis}`;
  return [title, ...(sections.length === 0 ? ['Nothing changes.'] : sections)].join('\n\n');
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : [`${name} (${lines.length})`, ...lines.map((line) => `  ${wrap(line, '    ')}`)].join('\n');
}

function paths({ edition }: Contract): readonly string[] {
  return membersOf(edition.input).map(({ path }) => path);
}

function setChanges(from: readonly string[], to: readonly string[]): readonly string[] {
  return [
    ...to.filter((name) => !from.includes(name)).map((name) => `+ ${name}`),
    ...from.filter((name) => !to.includes(name)).map((name) => `- ${name}`),
  ];
}

/** Changed limits of members that both editions have; the limits of a new member are listed with the member. */
function limitChanges(from: Contract, to: Contract): readonly string[] {
  const stated = new Set(statedPaths(from));
  const shared = statedPaths(to).filter((path) => stated.has(path));
  const ids = new Set([...from.clauses, ...to.clauses].filter(isLimit).map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [before, after] = [from.byId.get(id), to.byId.get(id)];
    const member = (after ?? before)?.member ?? '';
    return shared.includes(member) ? limitChange(before, after) : [];
  });
}

// Where one side does not know the limits of a member, a change cannot be determined.
function statedPaths({ edition }: Contract): readonly string[] {
  return membersOf(edition.input)
    .filter(({ shape }) => !('limits' in shape))
    .map(({ path }) => path);
}

function isLimit({ constraint }: Clause): boolean {
  return !['rule', 'state', 'wire'].includes(constraint.kind);
}

function limitChange(before: Clause | undefined, after: Clause | undefined): readonly string[] {
  if (before === undefined) return after === undefined ? [] : [`narrowed, new: ${after.member}: ${after.says}`];
  if (after === undefined) return [`widened, gone: ${before.member}: ${before.says}`];
  if (isSameLimit(before.constraint, after.constraint)) return [];
  return [`${direction(before.constraint, after.constraint)}: ${after.member}: ${before.says} Now: ${after.says}`];
}

function isSameLimit(before: Constraint, after: Constraint): boolean {
  if (before.kind === 'pattern' && after.kind === 'pattern') return isSamePattern(before.pattern, after.pattern);
  return jsonEqual({ ...before } as never, { ...after } as never);
}

function direction(before: Constraint, after: Constraint): 'widened' | 'narrowed' | 'changed' {
  if (before.kind === 'max' && after.kind === 'max') return after.bound > before.bound ? 'widened' : 'narrowed';
  if (before.kind === 'min' && after.kind === 'min') return after.bound < before.bound ? 'widened' : 'narrowed';
  if (before.kind !== 'enum' || after.kind !== 'enum') return 'changed';
  if (before.values.every((value) => after.values.includes(value))) return 'widened';
  return after.values.every((value) => before.values.includes(value)) ? 'narrowed' : 'changed';
}

/** Rules and state clauses that were added, removed or changed; those of new members are many, so they are only counted. */
function clauseChanges(from: Contract, to: Contract): readonly string[] {
  const known = new Set(paths(from));
  const others = (contract: Contract) => contract.clauses.filter((clause) => !isLimit(clause));
  const added = others(to).filter(({ id }) => !from.byId.has(id));
  const ofOldMembers = added.filter(({ member }) => member === '' || known.has(member));
  const gone = others(from).filter(({ id }) => !to.byId.has(id));
  const changed = others(to).filter((clause) => {
    const before = from.byId.get(clause.id);
    return before !== undefined && !jsonEqual({ ...before.constraint } as never, { ...clause.constraint } as never);
  });
  const rest = added.length - ofOldMembers.length;
  return [
    ...ofOldMembers.map(({ id, says }) => `+ ${id}: ${says}`),
    ...gone.map(({ id, says }) => `- ${id}: ${says}`),
    ...changed.map(({ id, says }) => `~ ${id}: ${says}`),
    ...(rest === 0 ? [] : [`+ ${rest} clauses of the new members`]),
  ];
}
