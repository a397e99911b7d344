import type { Contract } from '../../specs/contract.ts';
import type { Finding } from '../record/record.ts';

/**
 * How much a cause hurts a caller who sends valid requests, the most lowest: valid requests refused or lost, then a wrong state
 * after valid updates, wrong errors, missing validation, and what only unusual requests or readers of the raw answer meet.
 */
export function causeRank(contract: Contract, { findings }: { readonly findings: readonly Finding[] }): number {
  return Math.min(...findings.map((finding) => rankOfFinding(contract, finding)));
}

function rankOfFinding({ byId }: Contract, { kind, phase, raw, clause }: Finding): number {
  const isUnusual = phase === 'wire' || raw !== undefined;
  switch (kind) {
    case 'rejected-valid':
      return isUnusual ? ranks.wire : ranks.refused;
    case 'server-fault':
    case 'no-answer':
      return isUnusual ? ranks.wire : isBroken(byId.get(clause)?.constraint.kind) ? ranks.error : ranks.refused;
    case 'wrong-state':
    case 'leaked-state':
    case 'unstable':
      return isUnusual ? ranks.wire : ranks.state;
    case 'not-atomic':
    case 'wrong-error':
      return isUnusual ? ranks.wire : ranks.error;
    case 'accepted-invalid':
      return isUnusual ? ranks.wire : ranks.validation;
    case 'wrong-status':
    case 'malformed-answer':
      return ranks.wire;
  }
}

// A case about a constraint breaks it; what is about a state or the wire is sent by valid requests.
function isBroken(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'state' && kind !== 'wire';
}

const ranks = { refused: 0, state: 1, error: 2, validation: 3, wire: 4 } as const;
