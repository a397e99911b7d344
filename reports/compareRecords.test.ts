import { expect } from 'chai';
import type { CaseLine, RunRecord, Verdict } from '../harness/record/record.ts';
import { compareRecords } from './compareRecords.ts';
import { comparisonText } from './comparisonText.ts';
import { fixtureRecord } from './fixtureRecord.ts';

const deviating = fixtureRecord.cases.find(({ id }) => id === 'fuzz/PoolName/5f1c');
const kept = fixtureRecord.cases.find(({ id }) => id === 'boundary/PoolName/max/over');
if (deviating === undefined || kept === undefined) throw new Error('The fixture lacks two cases.');

function recordOf(...cases: readonly CaseLine[]): RunRecord {
  return { ...fixtureRecord, cases };
}

function withVerdict(verdict: Verdict): RunRecord {
  return recordOf({ ...kept, verdict } as CaseLine);
}

const conforms: Verdict = { kind: 'conforms' };
const deviates = deviating.verdict;
const why = 'a reason';
const changesOf = (before: Verdict, after: Verdict) =>
  compareRecords(withVerdict(before), withVerdict(after)).changes.map(({ change }) => change);

describe('a comparison', () => {
  it('finds nothing between a record and itself', () => {
    expect(compareRecords(fixtureRecord, fixtureRecord).changes).to.deep.equal([]);
    expect(comparisonText(compareRecords(fixtureRecord, fixtureRecord))).to.match(/13 cases\.\nNothing differs\.$/);
  });

  it('tells worse from better, and from what was not judged on one side', () => {
    expect(changesOf(conforms, deviates)).to.deep.equal(['worse']);
    expect(changesOf(deviates, conforms)).to.deep.equal(['better']);
    expect(changesOf(conforms, { kind: 'unsupported', why })).to.deep.equal(['worse']);
    expect(changesOf({ kind: 'unsupported', why }, deviates)).to.deep.equal(['worse']);
    expect(changesOf({ kind: 'skipped', why }, deviates)).to.deep.equal(['new']);
    expect(changesOf(conforms, { kind: 'inconclusive', why })).to.deep.equal(['gone']);
    expect(changesOf({ kind: 'undecided', why }, conforms)).to.deep.equal([]);
  });

  it('takes another symptom for worse, and one of two symptoms for better', () => {
    if (deviates.kind !== 'deviates') throw new Error('The case deviates.');
    const [first] = deviates.deviations;
    if (first === undefined) throw new Error('The case has a deviation.');
    const other: Verdict = { kind: 'deviates', deviations: [{ ...first, answerClass: '500' }] };
    const both: Verdict = { kind: 'deviates', deviations: [...deviates.deviations, ...other.deviations] };
    expect(changesOf(deviates, other)).to.deep.equal(['worse']);
    expect(changesOf(deviates, both)).to.deep.equal(['worse']);
    expect(changesOf(both, deviates)).to.deep.equal(['better']);
  });

  it('goes clause by clause where cases are in one record alone', () => {
    const elsewhere = { ...deviating, id: 'fuzz/PoolName/0000' };
    const fine = { ...elsewhere, id: 'fuzz/PoolName/1111', verdict: conforms };
    expect(compareRecords(recordOf(deviating), recordOf(elsewhere)).changes).to.deep.equal([]);
    expect(compareRecords(recordOf(fine), recordOf(elsewhere)).changes).to.deep.equal([
      {
        change: 'worse',
        kind: 'clause',
        id: 'pool-name.pattern',
        before: 'conforms',
        after: 'pool-name.pattern/accepted-invalid/200',
        came: ['pool-name.pattern/accepted-invalid/200'],
        went: [],
      },
    ]);
    const comparison = compareRecords(recordOf(kept), recordOf(kept, elsewhere));
    expect(comparison).to.deep.include({ sharedCases: 1, otherCases: 1 });
    expect(comparison.changes.map(({ change, id }) => `${change} ${id}`)).to.deep.equal(['new pool-name.pattern']);
  });

  it('reads worst first, what it was and what it is', () => {
    const text = comparisonText(compareRecords(recordOf(kept), recordOf({ ...kept, verdict: deviates })));
    expect(text).to.match(
      /1 worse, 0 better, 0 new, 0 gone\.\n\ndeviations that came\n {6}1 {2}pool-name.*\n\nworse\n {2}case boundary\/PoolName\/max\/over\n.*conforms → pool/,
    );
  });
});
