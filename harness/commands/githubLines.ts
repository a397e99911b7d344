import { appendFileSync } from 'node:fs';
import { gateReasonText, markdownSummary } from '../../reports/index.ts';
import type { Cause } from '../figures/causes.ts';
import { gateOf } from '../figures/gate.ts';
import { summaryOf } from '../figures/summary.ts';
import { oneLine } from '../figures/visibleText.ts';
import type { RunRecord } from '../record/record.ts';
import { printError } from './print.ts';
import { currentProgram } from './programName.ts';

/** GitHub shows ten annotations of a kind for each step. */
const mostAnnotations = 10;

/**
 * What GitHub Actions shows of a run: an error for each cause that fails the gate and for what else fails it, a warning for each
 * other cause with findings that the baseline does not know.
 */
export function githubAnnotations(record: RunRecord): readonly string[] {
  const gate = gateOf(record);
  const against = new Set(gate.against);
  const fresh = new Set(gate.new);
  const { causes } = summaryOf(record);
  const errors = causes.filter(({ findings }) => findings.some(({ id }) => against.has(id)));
  const warnings = causes.filter((cause) => !errors.includes(cause) && cause.findings.some(({ id }) => fresh.has(id)));
  const other = gate.reasons.filter((reason) => reason !== 'findings' && reason !== 'expired');
  return [
    ...other.map((reason) => annotation('error', 'Gate', `Failed because of ${gateReasonText(reason, gate)}.`)),
    ...errors.map((cause) => causeAnnotation('error', cause)),
    ...warnings.slice(0, mostAnnotations).map((cause) => causeAnnotation('warning', cause)),
  ].slice(0, 2 * mostAnnotations);
}

function causeAnnotation(kind: 'error' | 'warning', { level, says, change, findings }: Cause): string {
  const [worst] = findings;
  const example = worst === undefined ? '' : ` Worst finding: ${worst.id}. ${worst.expected} ${worst.actual}`;
  return annotation(kind, `${says} (${level}, ${findings.length})`, `${change}${example}`);
}

function annotation(kind: 'error' | 'warning', title: string, text: string): string {
  return `::${kind} title=${escapeCommand(oneLine(title, 120)).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escapeCommand(oneLine(text, 600))}`;
}

// What a workflow command takes for its own.
function escapeCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In GitHub Actions: prints the annotations of a run and adds its summary to that of the job. Nothing elsewhere. */
export function tellGitHub(record: RunRecord): void {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY: summary = '' } = process.env;
  if (GITHUB_ACTIONS !== 'true') return;
  for (const line of githubAnnotations(record)) printError(line);
  if (summary !== '') appendFileSync(summary, markdownSummary(record, currentProgram()));
}
