import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { summaryOf } from '../harness/figures/summary.ts';
import { worstFirst } from '../harness/figures/worstFirst.ts';
import { deviationKinds, type Finding, gateReasons } from '../harness/record/record.ts';
import { editionDates } from '../specs/edition.ts';
import { declaredErrors } from '../specs/errors.ts';
import { buildReport, type Report } from './buildReport.ts';
import { fixtureRecord, hostileText } from './fixtureRecord.ts';
import { json } from './json.ts';

const schema = JSON.parse(readFileSync(new URL('./report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const options = { color: false, width: 80 };

/** Another finding of the same cause. */
function second(finding: Finding): Finding {
  return { ...finding, id: `${finding.id}-again` };
}

function problemsOf(report: unknown): readonly string[] {
  return validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('report.json', () => {
  const report: Report = JSON.parse(json.render(fixtureRecord, options));

  it('is what its schema says', () => {
    expect(problemsOf(report)).to.deep.equal([]);
  });

  it('says of the run what the record says', () => {
    const { header, footer } = fixtureRecord;
    expect(report).to.deep.include({
      format: 'poolproof-report',
      version: 1,
      tool: header.tool,
      target: { ...header.target, version: 'unknown' },
      edition: header.edition,
      basis: header.basis,
      seed: 42,
      shard: null,
      durationMs: footer.durationMs,
      requests: footer.requests,
    });
  });

  it('has every finding, worst first, with hostile text unchanged', () => {
    expect(report.findings.map(({ id }) => id)).to.deep.equal(worstFirst(fixtureRecord.findings).map(({ id }) => id));
    expect(report.findings[1]?.request).to.deep.equal({ UserPoolId: '{UserPoolId}', PoolName: hostileText });
  });

  it('says in words that an id was sent with its letters in the other case', () => {
    const findings = fixtureRecord.findings.map((finding, index) =>
      index === 0 ? { ...finding, request: { UserPoolId: '{uSERpOOLiD}' } } : finding,
    );
    const text = JSON.stringify(buildReport({ ...fixtureRecord, findings }).findings.map(({ request }) => request));
    expect(text).to.contain(
      '"{UserPoolId, upper-case letters of its last part in lower case and the other way round}"',
    );
    expect(text).not.to.contain('uSERpOOLiD');
  });

  it('has a script for curl of every finding, and those for all clients of the worst of each cause', () => {
    const twice = { ...fixtureRecord, findings: fixtureRecord.findings.flatMap((each) => [each, second(each)]) };
    const { causes } = summaryOf(twice);
    const worst = causes.flatMap((cause) => cause.findings.slice(0, 1).map(({ id }) => id));
    expect(worst).to.have.length.below(twice.findings.length).and.at.least(2);
    const { findings }: Report = JSON.parse(json.render(twice, options));
    expect(problemsOf(JSON.parse(json.render(twice, options)))).to.deep.equal([]);
    expect(findings).to.have.length(2 * fixtureRecord.findings.length);
    for (const { id, reproduce } of findings) {
      expect(Object.keys(reproduce)).to.deep.equal(
        worst.includes(id) ? ['curl', 'awsCli', 'boto3', 'paws', 'javascript'] : ['curl'],
      );
    }
  });

  it('carries the gate', () => {
    expect(report.gate.passed).to.equal(false);
    expect(buildReport({ ...fixtureRecord, findings: [], cases: [] }).gate.passed).to.equal(true);
  });
});

describe('report.schema.json', () => {
  const changed = (path: readonly (string | number)[], value: unknown): unknown => {
    const copy = structuredClone<unknown>(buildReport(fixtureRecord));
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
    Reflect.set(Object(parent), path.at(-1) ?? '', value);
    return copy;
  };
  const breaches: readonly [string, readonly (string | number)[], unknown][] = [
    ['another version', ['version'], 2],
    ['an unknown top-level member', ['extra'], 1],
    ['an unknown member of a finding', ['findings', 0, 'extra'], 1],
    ['an unknown member of the gate', ['gate', 'extra'], 1],
    ['an unknown kind', ['findings', 0, 'kind'], 'odd'],
    ['an unknown level', ['clauses', 0, 'level'], 'perhaps'],
    ['an unknown edition', ['edition'], '2020-01-01'],
    ['a code that no conversion gives', ['errors', 0, 'code'], 491],
    ['a missing script', ['findings', 0, 'reproduce'], { curl: '', boto3: '' }],
    ['a negative count', ['totals', 'cases'], -1],
  ];
  for (const [name, path, value] of breaches) {
    it(`refuses ${name}`, () => {
      expect(problemsOf(changed(path, value))).not.to.deep.equal([]);
    });
  }

  it('lists the same editions, kinds and errors as the code', () => {
    expect(schema.properties.edition.enum).to.deep.equal(editionDates);
    expect(schema.$defs.finding.properties.kind.enum).to.deep.equal(deviationKinds);
    expect(schema.properties.gate.properties.reasons.items.enum).to.deep.equal(gateReasons);
    expect(schema.properties.errors.items.properties.name.enum).to.deep.equal(declaredErrors.map(({ name }) => name));
  });
});
