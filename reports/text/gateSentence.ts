import type { Gate } from '../../harness/figures/gate.ts';
import { oneLine } from '../../harness/figures/visibleText.ts';
import type { GateReason } from '../../harness/record/record.ts';
import { plural } from '../../specs/plural.ts';

/** Whether the gate passed and why, in a sentence or two. */
export function gateSentence(gate: Gate): string {
  const verdict = gate.passed
    ? `passed at level ${gate.failOn}`
    : `failed: ${gate.reasons.map((reason) => gateReasonText(reason, gate)).join(', and ')}`;
  return gate.baseline === null
    ? `${verdict}.`
    : `${verdict}. Compared with ${oneLine(gate.baseline, 100)}: ${baselineCounts(gate)}.`;
}

/** One reason why a gate failed, as what the failure is because of: `a baseline that has to be pruned`. */
export function gateReasonText(reason: GateReason, gate: Gate): string {
  const { against, expired, failOn, missingErrors } = gate;
  const isExpired = (id: string) => expired.includes(id);
  switch (reason) {
    case 'findings': {
      const level = failOn === 'may' ? '' : failOn === 'should' ? ' at level must or should' : ' at level must';
      return `${plural(against.filter((id) => !isExpired(id)).length, gate.baseline === null ? 'finding' : 'new finding')}${level}`;
    }
    case 'expired':
      return `${plural(against.filter(isExpired).length, 'known finding')} whose acceptance has expired`;
    case 'missing-errors':
      return `required errors that were never returned: ${missingErrors.join(', ')}`;
    case 'stale-baseline':
      return 'a baseline that has to be pruned';
    case 'incomplete-run':
      return `a run that could not be completed${gate.leftBehind === undefined ? '' : ` (${gate.leftBehind.replace(/\.$/, '')})`}`;
  }
}

function baselineCounts({ new: fresh, known, expired, fixed, notTested, vanished }: Gate): string {
  const words = { new: fresh, known, expired, fixed, 'not tested': notTested };
  const counted = Object.entries(words).filter(([, ids]) => ids.length > 0);
  const parts = counted.map(([word, ids]) => `${ids.length} ${word}`);
  const gone = vanished.length > 0 ? [`${plural(vanished.length, 'case')} vanished`] : [];
  return [...parts, ...gone].join(', ') || 'nothing new, nothing known';
}
