import { join } from 'node:path';
import type { BoardEntry, ControlRow } from '../../reports/board/index.ts';
import type { RunRecord } from '../record/record.ts';
import type { BoardTarget } from './boardTarget.ts';

/** A target whose result is known: if it comes out otherwise, no row of the board can be trusted. */
export interface Control {
  readonly target: BoardTarget;
  /** The clauses of which at least one must have a finding; none for the faultless mock. */
  readonly clauses: readonly string[];
  /** What is expected, as the end of "expected …". */
  readonly expected: string;
}

const main = join(import.meta.dirname, '..', 'main.cjs');

/** Mutants that the examples alone show, each with the clause that it breaks. */
const mutants: readonly (readonly [id: string, clause: string])[] = [
  [
    'rule/policies.sign-in-policy.allowed-first-auth-factors.password/dropped',
    'policies.sign-in-policy.allowed-first-auth-factors.password',
  ],
  ['constraint/MfaConfiguration/enum/dropped', 'mfa-configuration.enum'],
  ['state/policies.omitted/reset', 'policies.omitted'],
];

/** The faultless mock and three mutants of it. */
export const controls: readonly Control[] = [
  { target: controlTarget('mock', undefined), clauses: [], expected: 'no finding' },
  ...mutants.map(([id, clause], index): Control => {
    const command = `exec "${process.execPath}" "${main}" serve --mutant "${id}"`;
    return {
      target: controlTarget(`mutant-${index + 1}`, command),
      clauses: [clause],
      expected: `a finding of ${clause}`,
    };
  }),
];

function controlTarget(name: string, command: string | undefined): BoardTarget {
  return {
    name,
    licence: 'Apache-2.0',
    homepage: '',
    installation: { kind: 'built-in' },
    start: command === undefined ? undefined : ({ port }) => `${command} --port ${port}`,
    byHand: command === undefined ? 'npx @poolproof/cli serve' : '',
    address: 'http://127.0.0.1:9229',
  };
}

/** How a control came out; one that gave no record did not pass. */
export function controlRow(control: Control, entry: BoardEntry | undefined): ControlRow {
  const { target, expected } = control;
  if (entry?.kind !== 'tested') return { name: target.name, expected, findings: 0, passed: false };
  const { record } = entry;
  return { name: target.name, expected, findings: record.findings.length, passed: passesControl(control, record) };
}

function passesControl({ clauses }: Control, { findings, footer }: RunRecord): boolean {
  if (footer.interrupted !== null) return false;
  const found = new Set(findings.map(({ clause }) => clause));
  return clauses.length === 0 ? found.size === 0 : clauses.some((clause) => found.has(clause));
}
