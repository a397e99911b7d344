import type { Basis, Clause, Effect, Example } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { confirmedOn, type Evidence, levelOf, seenLiveOn } from '../../specs/evidence.ts';
import { membersOf } from '../../specs/member.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { onDate } from '../../specs/onDate.ts';
import { wrap } from './wrap.ts';

/** The clauses of a contract, two or more lines for each; undefined where the filter matches no clause and no member. */
export function renderClauseList(contract: Contract, filter = ''): string | undefined {
  const clauses = matchingClauses(contract, filter);
  if (clauses.length === 0) return undefined;
  const { edition, basis } = contract;
  const title = `${clauses.length} of ${contract.clauses.length} clauses, edition ${edition.date}, basis ${basis}`;
  return [title, liveShare(clauses, basis), ...clauses.map((clause) => clauseSummary(clause, basis))].join('\n');
}

/** How many of the surest clauses were seen on the live operation itself, apart from those that rest on the model alone. */
function liveShare(clauses: readonly Clause[], basis: Basis): string {
  const musts = clauses.filter((clause) => levelOrOpen(clause, basis) === 'must');
  const days = musts.flatMap(({ evidence }) => seenLiveOn(evidence) ?? []);
  const last = days.toSorted().at(-1);
  const live = `${days.length} of ${musts.length} at level must were seen on AWS`;
  return `${live}${last === undefined ? '' : `, last ${onDate(last)}`}, the others are the model’s`;
}

/**
 * One clause, or every clause of a member, with history, examples and evidence; undefined where nothing has that name.
 * Where the other basis says something else, both are shown.
 */
export function renderClause(contract: Contract, clauseIdOrMember: string): string | undefined {
  const clauses = matchingClauses(contract, clauseIdOrMember);
  const exact = clauses.filter(({ id, member }) => id === clauseIdOrMember || member === clauseIdOrMember);
  const shown = exact.length > 0 ? exact : clauses;
  return shown.length === 0 ? undefined : shown.map((clause) => clauseDetails(clause, contract)).join('\n\n');
}

/** " Did you mean …?" for a name that matches no clause and no member, or nothing where none is near. */
export function didYouMeanClause(contract: Contract, name: string): string {
  const members = membersOf(contract.edition.input).map(({ path }) => path);
  return didYouMean(name, [...members, ...contract.byId.keys()]);
}

/** The clauses whose id or member begins with a name, as whole steps of the path. */
function matchingClauses({ clauses }: Contract, name: string): readonly Clause[] {
  return clauses.filter(({ id, member }) => name === '' || isPathPrefix(id, name) || isPathPrefix(member, name));
}

function isPathPrefix(text: string, name: string): boolean {
  return text === name || (text.startsWith(name) && '.[{'.includes(text.charAt(name.length)));
}

const indent = ' '.repeat(8);

function clauseSummary(clause: Clause, basis: Basis): string {
  return [
    `${levelOrOpen(clause, basis).padEnd(indent.length)}${clause.id}`,
    `${indent}${wrap(clause.says, indent)}`,
  ].join('\n');
}

/** The level of a clause, or "open" where the answer is not known. */
function levelOrOpen({ constraint, evidence }: Clause, basis: Basis): string {
  const open =
    (constraint.kind === 'rule' && constraint.outcome === 'open') ||
    (constraint.kind === 'state' && constraint[basis].kind === 'open');
  return open ? 'open' : levelOf(evidence);
}

const column = 12;

function clauseDetails(clause: Clause, contract: Contract): string {
  const { id, member, says, onBreach, examples, evidence } = clause;
  return [
    `${id}  (${levelOrOpen(clause, contract.basis)})`,
    `  ${wrap(says, '  ')}`,
    ...labelledRows('member', member === '' ? [] : [member]),
    ...labelledRows('on breach', onBreach.length === 0 ? [] : [onBreach.join(' or ')]),
    ...labelledRows('history', historyOf(clause, contract.basis)),
    ...labelledRows('confirmed', [confirmationText(clause, contract)]),
    ...labelledRows('keeps', examples.keeps.map(exampleText)),
    ...labelledRows('breaks', examples.breaks.map(exampleText)),
    ...basisDifferences(clause, contract),
    ...labelledRows(
      'evidence',
      evidence.map((piece) => `${piece.basis}, ${piece.date}, ${piece.source}${circumstances(piece)}: ${piece.note}`),
    ),
  ].join('\n');
}

/** When the clause was last seen on the live operation, or else when a source last stated it. */
function confirmationText({ evidence }: Clause, { edition }: Contract): string {
  const live = seenLiveOn(evidence);
  if (live !== undefined) return `on the live operation, last ${onDate(live)}`;
  const stated = confirmedOn(evidence, edition.date);
  return stated === undefined ? 'never' : `not seen on the live operation; last stated ${onDate(stated)}`;
}

function circumstances({ on, region, contradicts }: Evidence): string {
  return [on && `, on ${on}`, region && `, in ${region}`, contradicts && ', against it'].filter(Boolean).join('');
}

function labelledRows(name: string, texts: readonly string[]): readonly string[] {
  const margin = ' '.repeat(column + 2);
  return texts.map((text, index) => `  ${(index === 0 ? name : '').padEnd(column)}${wrap(text, margin)}`);
}

/** What the clause said from edition to edition; consecutive editions that say the same share a line. */
function historyOf({ id }: Clause, basis: Basis): readonly string[] {
  const forms = editionDates.map((date) => ({
    date,
    says: contractOf(date, basis).byId.get(id)?.says ?? 'no such clause',
  }));
  return forms
    .filter(({ says }, index) => says !== forms[index - 1]?.says)
    .map(({ date, says }) => `from ${date}  ${says}`);
}

function exampleText({ value, prior, mfa }: Example): string {
  const before = [prior, mfa]
    .filter((state) => state !== undefined)
    .map((state) => `${abbreviate(JSON.stringify(state))} and then `);
  return `${before.join('')}${abbreviate(JSON.stringify(value))}`;
}

function abbreviate(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}… (${text.length} characters)` : text;
}

/** What the documentation says and what was measured, where they differ. */
function basisDifferences(clause: Clause, { edition, basis }: Contract): readonly string[] {
  const { constraint } = clause;
  if (constraint.kind === 'state') {
    const [observed, documented] = [stateEffectText(constraint.observed), stateEffectText(constraint.documented)];
    return observed === documented
      ? []
      : [...labelledRows('measured', [observed]), ...labelledRows('documented', [documented])];
  }
  if (constraint.kind !== 'rule' || clause.basis === undefined) return [];
  const other: Basis = basis === 'observed' ? 'documented' : 'observed';
  const counterpart = contractOf(edition.date, other).byId.get(clause.id);
  return labelledRows(other === 'observed' ? 'measured' : 'documented', [
    counterpart?.says ?? 'No clause: nothing is rejected here.',
  ]);
}

function stateEffectText(effect: Effect): string {
  switch (effect.kind) {
    case 'stored':
      return 'is shown as sent';
    case 'among':
      return 'each entry is shown as sent';
    case 'kept':
      return 'keeps its value';
    case 'becomes':
      return `becomes ${effect.values.map((value) => (value === null ? 'absent' : JSON.stringify(value))).join(' or ')}`;
    case 'fresh':
      return 'is reset to the value of a new pool';
    case 'dropped':
      return 'loses its value';
    case 'either':
      return effect.of.map(stateEffectText).join(', or ');
    case 'follows':
      return `shows what ${effect.leader} shows`;
    case 'open':
      return 'is not known';
  }
}
