import type { Case } from '../../generators/cases/case.ts';
import type { Clause, ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';

/** What a clause may lack. */
export type MissingProof = 'evidence' | 'examples' | 'mutant' | 'case';

/** A clause that is not done. */
export interface IncompleteClause {
  readonly clause: ClauseId;
  readonly lacks: readonly MissingProof[];
}

/** What proves a contract's clauses. */
export interface Proof {
  readonly mutants: readonly Pick<Mutant, 'clause'>[];
  readonly cases: readonly Pick<Case, 'clause' | 'breaks'>[];
}

/** Every clause that lacks evidence, examples, a mutant that breaks it or a case that is about it. */
export function completeness(contract: Contract, { mutants, cases }: Proof): readonly IncompleteClause[] {
  const broken = new Set(mutants.map(({ clause }) => clause));
  const asked = new Set(cases.flatMap(({ clause, breaks }) => [clause, ...breaks]));
  return contract.clauses
    .map((clause) => ({ clause: clause.id, lacks: missingProofs(clause, contract, broken, asked) }))
    .filter(({ lacks }) => lacks.length > 0);
}

function missingProofs(
  clause: Clause,
  contract: Contract,
  broken: ReadonlySet<ClauseId>,
  asked: ReadonlySet<ClauseId>,
): readonly MissingProof[] {
  const { id, evidence, examples } = clause;
  const isShown = examples.keeps.length + examples.breaks.length > 0;
  return [
    ...(evidence.length === 0 ? ['evidence' as const] : []),
    ...(!isShown && needsExamples(clause) ? ['examples' as const] : []),
    ...(!broken.has(id) && isBreakable(clause, contract) ? ['mutant' as const] : []),
    ...(!asked.has(id) && needsCase(clause, contract) ? ['case' as const] : []),
  ];
}

// No value shows that a member is missing, and every answer is an example of what the wire demands.
function needsExamples({ constraint }: Clause): boolean {
  return constraint.kind !== 'required' && constraint.kind !== 'wire';
}

/** Whether a server can break the clause at all: where nobody knows the answer, every answer keeps it. */
function isBreakable({ constraint, member }: Clause, { basis }: Contract): boolean {
  switch (constraint.kind) {
    case 'rule':
      return constraint.outcome !== 'open';
    case 'state':
      return constraint[basis].kind !== 'open';
    case 'type':
      return !isKey(member);
    case 'required':
    case 'enum':
    case 'min':
    case 'max':
    case 'pattern':
    case 'wire':
      return true;
  }
}

/** Whether some case has to be about the clause: demands on every answer are judged with every case. */
function needsCase(clause: Clause, contract: Contract): boolean {
  if (clause.constraint.kind === 'wire' || clause.constraint.kind === 'rule') return clause.constraint.kind === 'rule';
  return isBreakable(clause, contract);
}

// In JSON the key of an object cannot be anything but a string.
function isKey(member: string): boolean {
  return member.endsWith('{key}');
}
