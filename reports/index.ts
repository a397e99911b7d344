import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter } from './reporter.ts';
import { terminal } from './terminal.ts';

export type { Report, ReportFinding } from './report.ts';
export { reportOf } from './report.ts';
export type { RenderOptions, Reporter } from './reporter.ts';
export type { Reproductions } from './reproduce.ts';
export { reproduce } from './reproduce.ts';
export type { Gate } from './summary/gate.ts';
export { gateOf } from './summary/gate.ts';
export type { Summary } from './summary.ts';
export { summaryOf } from './summary.ts';

/** The names that `--report` takes. */
export type ReportName = 'terminal' | 'json' | 'html' | 'junit';

/** Every reporter by name. */
export const reporters: { readonly [name in ReportName]: Reporter } = { terminal, json, html, junit };
