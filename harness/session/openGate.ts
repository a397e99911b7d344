import { plural } from '../../specs/plural.ts';
import { type Baseline, emptyBaseline } from '../gate/baseline.ts';
import { readBaseline, writeBaseline } from '../gate/baselineFile.ts';
import { evaluateGate, type GateRules } from '../gate/evaluateGate.ts';
import { pruneBaseline } from '../gate/pruneBaseline.ts';
import { updateBaseline } from '../gate/updateBaseline.ts';
import type { GateLine, RunRecord } from '../record/record.ts';
import type { GateSettings } from '../settings/gateSettings.ts';
import { UserError } from '../userError.ts';

/** Decides whether a run passes; rewrites the baseline where that was asked for and the run was completed. */
export type OpenGate = (record: RunRecord, completed: boolean) => GateLine;

/** The gate that the settings describe; mistakes in them or in the baseline are thrown before anything is sent. */
export function openGate(
  settings: GateSettings,
  warn: (text: string) => void = () => {},
  today = new Date().toISOString().slice(0, 10),
): OpenGate {
  const { baseline: path } = settings;
  const baseline = path === undefined ? null : openBaseline(path, settings);
  const rules = {
    failOn: settings.strict ? 'may' : settings.failOn,
    requireErrors: settings.requireErrors,
    strictBaseline: settings.strictBaseline,
    strictCoverage: settings.strictCoverage,
    today,
  } as const satisfies Partial<GateRules>;
  if (path === undefined || baseline === null) {
    refuseWithoutBaseline(settings);
    return (record) => evaluateGate(record, { ...rules, baselineSource: null });
  }
  return (record, completed) => {
    warnOfOtherTargets(path, baseline, record, warn);
    const current = completed ? rewriteBaseline(path, baseline, record, settings, warn) : baseline;
    return evaluateGate(record, { ...rules, baselineSource: { path, baseline: current } });
  };
}

function openBaseline(path: string, { updateBaseline: isNewWelcome }: GateSettings): Baseline {
  const baseline = readBaseline(path) ?? (isNewWelcome ? emptyBaseline : undefined);
  if (baseline !== undefined) return baseline;
  throw new UserError('no-baseline', `There is no baseline "${path}".`, 'Create it with --update-baseline.');
}

function refuseWithoutBaseline({ updateBaseline, pruneBaseline, strictBaseline }: GateSettings): void {
  const flags = {
    'update-baseline': updateBaseline,
    'prune-baseline': pruneBaseline,
    'strict-baseline': strictBaseline,
  };
  const given = Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [`--${name}`] : []));
  if (given.length === 0) return;
  throw new UserError(
    'wrong-setting',
    `${given.join(' and ')} ${given.length === 1 ? 'needs' : 'need'} a baseline.`,
    'Name its file with --baseline.',
  );
}

// A target on another port has another id, and findings of other targets never match.
function warnOfOtherTargets(
  path: string,
  { findings }: Baseline,
  { header }: RunRecord,
  warn: (text: string) => void,
): void {
  const targets = [...new Set(findings.map(({ target }) => target))];
  if (targets.length === 0 || targets.includes(header.target.id)) return;
  warn(`${path} holds findings of ${targets.join(', ')}, but none of ${header.target.id}.`);
}

function rewriteBaseline(
  path: string,
  before: Baseline,
  record: RunRecord,
  settings: GateSettings,
  warn: (text: string) => void,
): Baseline {
  const pruned = settings.pruneBaseline ? pruneBaseline(before, record) : before;
  const after = settings.updateBaseline ? updateBaseline(pruned, record) : pruned;
  if (after === before) return before;
  writeBaseline(path, after);
  const removed = before.findings.length - pruned.findings.length;
  warn(`${path}: ${plural(after.findings.length - pruned.findings.length, 'finding')} added, ${removed} removed.`);
  return after;
}
