import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { root, sourceFiles } from '../dev/sourceFiles.ts';
import type { Expectation } from '../oracle/expectation.ts';
import type { Deviation, DeviationKind, Verdict } from '../record/record.ts';
import { findingId } from './findingId.ts';
import { notConfirmed, type Revision, reviseVerdict } from './reviseVerdict.ts';

function deviation(kind: DeviationKind, answerClass = '400', clause = 'pool-name.max'): Deviation {
  return { clause, member: 'PoolName', kind, level: 'must', expected: '', actual: '', answerClass };
}

const accepted: Expectation = { kind: 'accepted', state: [] };
const open: Expectation = { kind: 'open', why: 'Nobody knows.' };
const conforms: Verdict = { kind: 'conforms' };
const undecided: Verdict = { kind: 'undecided', why: 'Nobody knows.' };
const inconclusive: Verdict = { kind: 'inconclusive', why: 'Throttled.' };
const unsupported: Verdict = { kind: 'unsupported', why: 'Not there.' };
const deviates = (...deviations: readonly Deviation[]): Verdict => ({ kind: 'deviates', deviations });

const refused = deviation('rejected-valid', 'InvalidParameterException');
const stored = deviation('wrong-state', 'absent');
const status = deviation('wrong-status', '404', 'wire.error-status');
const page = deviation('malformed-answer', 'markup', 'wire.error-body');
const fault = deviation('server-fault', '500');
const silence = deviation('no-answer', 'timeout');
const other = deviation('rejected-valid', 'NotAuthorizedException', 'lambda-config.pre-sign-up.pattern');

const everyAnswer: Revision = { kind: 'every-answer', findings: new Set([findingId(status)]) };
const excuse: Revision = { kind: 'environment', verdict: { kind: 'errored', why: 'The token expired.' } };
const again: Revision = { kind: 'other-member-again', member: 'LambdaConfig', finding: findingId(other) };
const explained: Verdict = {
  kind: 'inconclusive',
  why: `The target refuses LambdaConfig as it is here. That is finding ${findingId(other)}, not what this case is about.`,
};

const unseen: Verdict = { kind: 'undecided', why: notConfirmed };

/** The case is about pool-name.max; one clause was seen on the live operation. */
function seenLive(seen = other.clause): Revision {
  return { kind: 'confirmed-only', clause: 'pool-name.max', isConfirmed: (clause) => clause === seen };
}

const onlyPoolName: Revision = {
  kind: 'outside-filter',
  isInside: ({ clause }) => clause.startsWith('pool-name.'),
};

/** What each revision is for: the verdict before, the expectation, and the verdict after. */
const table: readonly (readonly [string, Revision, Verdict, Expectation, Verdict])[] = [
  ['an open answer may have any status', { kind: 'open-form' }, deviates(status), open, undecided],
  ['an open answer may say that it is not offered', { kind: 'open-form' }, unsupported, open, undecided],
  ['an open answer may be a page for people', { kind: 'open-form' }, deviates(page), open, undecided],
  ['an open answer is no server fault', { kind: 'open-form' }, deviates(status, fault), open, deviates(fault)],
  ['an open answer is an answer', { kind: 'open-form' }, deviates(silence), open, deviates(silence)],
  ['a known answer has a known form', { kind: 'open-form' }, deviates(status), accepted, deviates(status)],
  ['a conforming answer stays so', { kind: 'open-form' }, conforms, open, conforms],
  ['what the filter leaves out is no part', onlyPoolName, deviates(refused, other), accepted, deviates(refused)],
  ['nothing is left where the filter leaves all out', onlyPoolName, deviates(other), accepted, conforms],
  ['the filter says nothing of what is not judged', onlyPoolName, inconclusive, accepted, inconclusive],
  [
    'the account explains a deviation',
    excuse,
    deviates(refused),
    accepted,
    { kind: 'errored', why: 'The token expired.' },
  ],
  ['the account explains nothing else', excuse, conforms, accepted, conforms],
  [
    'another member takes the place of the refusal and leaves the state',
    { kind: 'other-member', deviation: other },
    deviates(refused, stored),
    accepted,
    deviates(other, stored),
  ],
  ['a known refusal of another member judges nothing', again, deviates(refused), accepted, explained],
  ['a known refusal of another member leaves the state', again, deviates(refused, stored), accepted, deviates(stored)],
  [
    'other steps add their deviations once',
    { kind: 'other-steps', deviations: [stored, fault] },
    deviates(stored),
    accepted,
    deviates(stored, fault),
  ],
  [
    'other steps make a conforming step deviate',
    { kind: 'other-steps', deviations: [stored] },
    conforms,
    accepted,
    deviates(stored),
  ],
  ['what every answer has is left out', everyAnswer, deviates(status), accepted, conforms],
  ['what every answer has is left out of open cases', everyAnswer, deviates(status), open, undecided],
  ['what every answer has does not hide the rest', everyAnswer, deviates(status, stored), accepted, deviates(stored)],
  ['what every answer has changes no other verdict', everyAnswer, inconclusive, accepted, inconclusive],
  ['a clause that was not seen live is not judged', seenLive(), conforms, accepted, unseen],
  ['a deviation from a clause that was not seen live is left out', seenLive(), deviates(refused), accepted, unseen],
  ['a deviation from one that was stays', seenLive(), deviates(refused, other), accepted, deviates(other)],
  ['a case of a clause that was seen live conforms', seenLive('pool-name.max'), conforms, accepted, conforms],
  ['an open case of it is undecided', seenLive('pool-name.max'), deviates(other), open, undecided],
  ['what was not judged before stays so', seenLive(), inconclusive, accepted, inconclusive],
  [
    'what the record lacks is taken over',
    { kind: 'recorded', isLeftOut: ({ kind }) => kind === 'wrong-state', taken: [fault] },
    deviates(stored, refused),
    accepted,
    deviates(refused, fault),
  ],
  [
    'a verdict without deviations stays',
    { kind: 'recorded', isLeftOut: () => true, taken: [] },
    inconclusive,
    accepted,
    inconclusive,
  ],
];

describe('a verdict is revised', () => {
  for (const [why, revision, before, expectation, after] of table) {
    it(`by ${revision.kind}: ${why}`, () => {
      expect(reviseVerdict(before, revision, expectation)).to.deep.equal(after);
    });
  }

  it('in this one step alone: no other file makes a verdict of deviations', () => {
    const makers = sourceFiles().filter(
      (file) =>
        file.startsWith('harness/') &&
        !file.endsWith('.test.ts') &&
        /kind: 'deviates',/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(makers).to.deep.equal(['harness/judge/verdictOf.ts']);
  });
});
