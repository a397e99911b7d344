import type { Basis, Clause, Effect, Example } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { confirmedOn, levelOf } from '../../specs/evidence.ts';
import { membersOf } from '../../specs/member.ts';
import { didYouMean } from '../settings/nearest.ts';
import { wrap } from './wrap.ts';

/** The clauses of a contract, two lines or more for each; undefined where a filter fits no clause and no member. */
export function renderClauseList(contract: Contract, filter = ''): string | undefined {
  const clauses = clausesNamed(contract, filter);
  if (clauses.length === 0) return undefined;
  const { edition, basis } = contract;
  const title = `${clauses.length} of ${contract.clauses.length} clauses, edition ${edition.date}, basis ${basis}`;
  return [title, ...clauses.map((clause) => listed(clause, basis))].join('\n');
}

/**
 * One clause, or every clause of a member, with history, examples and evidence; undefined where nothing is called so.
 * Where the other basis says something else, both are shown.
 */
export function renderClause(contract: Contract, clauseIdOrMember: string): string | undefined {
  const clauses = clausesNamed(contract, clauseIdOrMember);
  const exact = clauses.filter(({ id, member }) => id === clauseIdOrMember || member === clauseIdOrMember);
  const shown = exact.length > 0 ? exact : clauses;
  return shown.length === 0 ? undefined : shown.map((clause) => inFull(clause, contract)).join('\n\n');
}

/** " Did you mean …?" for a name that fits no clause and no member, or nothing where none is near. */
export function nearestClauses(contract: Contract, name: string): string {
  const members = membersOf(contract.edition.input).map(({ path }) => path);
  return didYouMean(name, [...members, ...contract.byId.keys()]);
}

/** The clauses whose id or member begins with a name, at the end of a step. */
function clausesNamed({ clauses }: Contract, name: string): readonly Clause[] {
  return clauses.filter(({ id, member }) => name === '' || begins(id, name) || begins(member, name));
}

function begins(text: string, name: string): boolean {
  return text === name || (text.startsWith(name) && '.[{'.includes(text.charAt(name.length)));
}

const indent = ' '.repeat(8);

function listed(clause: Clause, basis: Basis): string {
  return [`${weight(clause, basis).padEnd(indent.length)}${clause.id}`, `${indent}${wrap(clause.says, indent)}`].join(
    '\n',
  );
}

/** How much a clause counts: its level, or "open" where nobody knows the answer. */
function weight({ constraint, evidence }: Clause, basis: Basis): string {
  const open =
    (constraint.kind === 'rule' && constraint.outcome === 'open') ||
    (constraint.kind === 'state' && constraint[basis].kind === 'open');
  return open ? 'open' : levelOf(evidence);
}

const column = 12;

function inFull(clause: Clause, contract: Contract): string {
  const { id, member, says, onBreach, examples, evidence } = clause;
  return [
    `${id}  (${weight(clause, contract.basis)})`,
    `  ${wrap(says, '  ')}`,
    ...row('member', member === '' ? [] : [member]),
    ...row('on breach', onBreach.length === 0 ? [] : [onBreach.join(' or ')]),
    ...row('history', historyOf(clause, contract.basis)),
    ...row('confirmed', [`last on ${confirmedOn(evidence, contract.edition.date) ?? 'no day'}`]),
    ...row('keeps', examples.keeps.map(exampleText)),
    ...row('breaks', examples.breaks.map(exampleText)),
    ...differences(clause, contract),
    ...row(
      'evidence',
      evidence.map(
        ({ basis, date, source, on, note }) => `${basis}, ${date}, ${source}${on ? `, on ${on}` : ''}: ${note}`,
      ),
    ),
  ].join('\n');
}

function row(name: string, texts: readonly string[]): readonly string[] {
  const margin = ' '.repeat(column + 2);
  return texts.map((text, index) => `  ${(index === 0 ? name : '').padEnd(column)}${wrap(text, margin)}`);
}

/** What the clause said from edition to edition; editions that say the same are one line. */
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
  const before = [prior, mfa].filter((one) => one !== undefined).map((one) => `${cut(JSON.stringify(one))} and then `);
  return `${before.join('')}${cut(JSON.stringify(value))}`;
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}… (${text.length} characters)` : text;
}

/** What the documentation says and what was measured, where they part. */
function differences(clause: Clause, { edition, basis }: Contract): readonly string[] {
  const { constraint } = clause;
  if (constraint.kind === 'state') {
    const [observed, documented] = [effectText(constraint.observed), effectText(constraint.documented)];
    return observed === documented ? [] : [...row('measured', [observed]), ...row('documented', [documented])];
  }
  if (constraint.kind !== 'rule' || clause.basis === undefined) return [];
  const other: Basis = basis === 'observed' ? 'documented' : 'observed';
  const counterpart = contractOf(edition.date, other).byId.get(clause.id);
  return row(other === 'observed' ? 'measured' : 'documented', [
    counterpart?.says ?? 'No clause: nothing is refused here.',
  ]);
}

function effectText(effect: Effect): string {
  switch (effect.kind) {
    case 'stored':
      return 'shown as it was sent';
    case 'among':
      return 'each entry shown as it was sent';
    case 'kept':
      return 'stays as it was';
    case 'becomes':
      return `becomes ${effect.values.map((value) => (value === null ? 'absent' : JSON.stringify(value))).join(' or ')}`;
    case 'fresh':
      return 'returns to what a new pool has';
    case 'dropped':
      return 'no longer what it was';
    case 'open':
      return 'not known';
  }
}
