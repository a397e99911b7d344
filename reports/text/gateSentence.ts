import type { Gate } from '../../harness/figures/gate.ts';
import { oneLine } from '../../harness/figures/visible.ts';
import type { GateReason } from '../../harness/record/record.ts';
import { plural } from '../../specs/plural.ts';

/** How a run met its gate, in a sentence or two. */
export function gateSentence(gate: Gate): string {
  const verdict = gate.passed
    ? `passed at level ${gate.failOn}`
    : `shut by ${gate.reasons.map((reason) => reasonText(reason, gate)).join(', and by ')}`;
  return gate.baseline === null ? `${verdict}.` : `${verdict}. Beside ${oneLine(gate.baseline, 100)}: ${counts(gate)}.`;
}

function reasonText(reason: GateReason, gate: Gate): string {
  const { against, expired, failOn, missingErrors } = gate;
  const isExpired = (id: string) => expired.includes(id);
  switch (reason) {
    case 'findings': {
      const level = failOn === 'may' ? '' : failOn === 'should' ? ' at level must or should' : ' at level must';
      return `${plural(against.filter((id) => !isExpired(id)).length, gate.baseline === null ? 'finding' : 'new finding')}${level}`;
    }
    case 'expired':
      return `${plural(against.filter(isExpired).length, 'known finding')} whose date is past`;
    case 'missing-errors':
      return `required errors that never came: ${missingErrors.join(', ')}`;
    case 'stale-baseline':
      return 'a baseline that has to be pruned';
    case 'incomplete-run':
      return 'a run that could not be completed';
  }
}

function counts({ new: fresh, known, expired, fixed, notTested, vanished }: Gate): string {
  const words = { new: fresh, known, expired, fixed, 'not tested': notTested };
  const told = Object.entries(words).filter(([, ids]) => ids.length > 0);
  const parts = told.map(([word, ids]) => `${ids.length} ${word}`);
  const gone = vanished.length > 0 ? [`${plural(vanished.length, 'case')} vanished`] : [];
  return [...parts, ...gone].join(', ') || 'nothing new, nothing known';
}
