import { expect } from 'chai';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { emptyBaseline } from '../harness/gate/baseline.ts';
import { evaluateGate, type GateRules } from '../harness/gate/evaluateGate.ts';
import type { CaseLine, Finding, GateReason, RunRecord } from '../harness/record/record.ts';
import { fixtureRecord } from './fixtureRecord.ts';
import { reporters } from './index.ts';

const cases = [...fixtureRecord.cases];
const options = { color: false, width: 100, files: [] };

/** A fault that every answer has is a finding and stands in no case; the other way round is a deviation put down elsewhere. */
const inEveryAnswer: Finding = {
  ...(fixtureRecord.findings[0] as Finding),
  id: 'wire.error-status/wrong-status/200',
  clause: 'wire.error-status',
  member: '',
  kind: 'wrong-status',
  level: 'must',
};
const ofAnOlderContract: Finding = {
  ...inEveryAnswer,
  id: 'gone.clause/wrong-state/absent',
  clause: 'gone.clause',
  level: 'may',
};

/** A member that the target takes and does nothing with: two cases, and a finding for each. */
const lacking = (['sent', 'enum'] as const).map((rule): { readonly line: CaseLine; readonly finding: Finding } => {
  const clause = `deletion-protection.${rule}`;
  const kind = rule === 'sent' ? 'wrong-state' : 'accepted-invalid';
  const about = { clause, member: 'DeletionProtection', kind, level: 'must' } as const;
  const answerClass = rule === 'sent' ? 'unchanged' : '200';
  const deviation = { ...about, expected: 'It is stored.', actual: 'It is not.', answerClass };
  const id = `examples/lacking-${rule}`;
  const verdict: CaseLine['verdict'] = { kind: 'deviates', deviations: [deviation] };
  return {
    line: { ...(cases[0] as CaseLine), id, clause, member: about.member, changed: {}, verdict },
    finding: { ...inEveryAnswer, ...about, id: `${clause}/${kind}/${answerClass}`, case: id },
  };
});

const findings = [...fixtureRecord.findings, inEveryAnswer, ofAnOlderContract];

const errored: CaseLine = { ...(cases[0] as CaseLine), verdict: { kind: 'errored', why: 'The token expired.' } };

const records: fc.Arbitrary<RunRecord> = fc
  .record({
    chosen: fc.subarray(cases),
    found: fc.subarray(findings),
    known: fc.subarray(findings.map(({ id }) => id)),
    errs: fc.boolean(),
    interrupted: fc.constantFrom(null, null, 'interrupted by SIGINT'),
    failOn: fc.constantFrom('must', 'should', 'may'),
    requireErrors: fc.constantFrom([], ['UserImportInProgressException']),
    strictBaseline: fc.boolean(),
    strictCoverage: fc.boolean(),
    hasGate: fc.boolean(),
    lacks: fc.boolean(),
  })
  .map(
    ({
      chosen,
      found,
      known,
      errs,
      interrupted,
      failOn,
      requireErrors,
      strictBaseline,
      strictCoverage,
      hasGate,
      lacks,
    }) => {
      const isErrored = ({ verdict }: CaseLine) => verdict.kind === 'errored';
      const kept = chosen.filter((line) => errs || !isErrored(line));
      const { gate: _gate, ...base } = fixtureRecord;
      const record: RunRecord = {
        ...base,
        cases: [...kept, ...(errs ? [errored] : []), ...(lacks ? lacking.map(({ line }) => line) : [])],
        findings: [...found, ...(lacks ? lacking.map(({ finding }) => finding) : [])],
        footer: { ...base.footer, interrupted },
      };
      const target = record.header.target.id;
      const day = '2026-01-01';
      const accepted = known.map((finding) => {
        return {
          target,
          finding,
          case: cases[0]?.id ?? '',
          firstSeen: day,
          lastSeen: day,
          reason: 'known',
          ticket: '',
        };
      });
      const baseline = { ...emptyBaseline, findings: accepted };
      const rules: GateRules = {
        failOn: failOn as GateRules['failOn'],
        requireErrors,
        strictBaseline,
        strictCoverage,
        baselineSource: known.length === 0 ? null : { path: 'baseline.json', baseline },
        today: '2026-11-28',
      };
      return hasGate ? { ...record, gate: evaluateGate(record, rules) } : record;
    },
  );

/** What each view says: whether it shows a failure, and whether it shows that all is well. */
function viewsOf(record: RunRecord) {
  const text = (name: keyof typeof reporters) => reporters[name].render(record, options);
  const suite = new XMLParser({ ignoreAttributes: false }).parse(text('junit')).testsuites;
  const failedTests = Number(suite['@_failures']) + Number(suite['@_errors']);
  const ctrf = JSON.parse(text('ctrf')).results;
  const [run] = JSON.parse(text('sarif')).runs;
  const alerts = run.results.filter(
    (result: { readonly level: string; readonly suppressions?: unknown }) =>
      result.level === 'error' && result.suppressions === undefined,
  );
  const notifications = run.invocations[0].toolExecutionNotifications ?? [];
  const { color } = JSON.parse(text('badge'));
  const firstLine =
    text('terminal')
      .split('\n')
      .find((line) => /^[✓✗!?]/.test(line)) ?? '';
  const heading = text('markdown').split('\n', 1)[0] ?? '';
  const verdict = /class="verdict (\w+)"/.exec(text('html'))?.[1] ?? '';
  return {
    fails: {
      gate: !JSON.parse(text('json')).gate.passed,
      terminal: firstLine.startsWith('✗'),
      junit: failedTests > 0,
      ctrf: ctrf.summary.failed > 0,
      sarif: alerts.length + notifications.length > 0,
      markdown: heading.startsWith('## ❌'),
      html: verdict === 'deviates',
    },
    isWell: {
      terminal: firstLine.startsWith('✓'),
      badge: color === 'brightgreen',
      markdown: heading.startsWith('## ✅'),
      html: verdict === 'conforms',
    },
    isRedBadge: color === 'red',
  };
}

describe('the views of a record agree', () => {
  it('whatever is in it: none is greener than the gate, and none is redder', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { fails, isWell, isRedBadge } = viewsOf(record);
        const { gate, ...others } = fails;
        for (const [name, failed] of Object.entries(others)) expect(failed, name).to.equal(gate);
        const well = Object.entries(isWell);
        for (const [name, green] of well) expect(green, name).to.equal(well[0]?.[1]);
        if (gate) expect(isWell).to.not.include({ terminal: true });
        if (isRedBadge) expect(gate).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });

  it('on a fault that every answer has, which no single case shows', () => {
    const record: RunRecord = {
      ...fixtureRecord,
      cases: cases.filter(({ verdict }) => verdict.kind === 'conforms'),
      findings: [inEveryAnswer],
    };
    const { fails, isWell } = viewsOf(record);
    expect(Object.values(fails)).to.deep.equal(Object.values(fails).map(() => true));
    expect(Object.values(isWell)).to.deep.equal(Object.values(isWell).map(() => false));
    const text = reporters.terminal.render(record, options);
    expect(text).to.include('deviates from the 2026-11-13 contract on 1 of');
  });

  it('on a member that is not implemented, which is told and shuts no gate', () => {
    const { gate: _none, ...base } = fixtureRecord;
    const kept = cases.filter(({ verdict }) => verdict.kind === 'conforms');
    const record: RunRecord = {
      ...base,
      cases: [...kept, ...lacking.map(({ line }) => line)],
      findings: lacking.map(({ finding }) => finding),
    };
    const { fails, isWell } = viewsOf(record);
    expect(Object.values({ ...fails, ...isWell })).to.deep.equal(
      Object.values({ ...fails, ...isWell }).map(() => false),
    );
    for (const name of ['terminal', 'markdown', 'html'] as const)
      expect(reporters[name].render(record, options), name).to.include('Not implemented:');
  });

  it('on every reason for which a gate is shut', () => {
    const reasons: readonly GateReason[] = ['missing-errors', 'stale-baseline', 'incomplete-run'];
    for (const reason of reasons) {
      const { gate: _none, ...base } = fixtureRecord;
      const clean: RunRecord = {
        ...base,
        cases: cases.filter(({ verdict }) => verdict.kind === 'conforms'),
        findings: [],
      };
      const rules = {
        failOn: 'must',
        requireErrors: [],
        strictBaseline: false,
        strictCoverage: false,
        baselineSource: null,
        today: '2026-11-28',
      } as const;
      const gate = { ...evaluateGate(clean, rules), passed: false, reasons: [reason] };
      const { fails } = viewsOf({ ...clean, gate });
      expect(fails, reason).to.deep.equal(Object.fromEntries(Object.keys(fails).map((name) => [name, true])));
    }
  });
});
