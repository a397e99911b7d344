import { expect } from 'chai';
import { gateOf } from '../../harness/figures/gate.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { html } from '../html.ts';
import { terminal } from '../terminal.ts';
import { gateSentence } from './gateSentence.ts';

const open = { ...gateOf({ ...fixtureRecord, findings: [], cases: [] }), new: [] };
const beside = { ...open, baseline: 'baseline.json' };

describe('the sentence on the gate', () => {
  it('says that it was passed, and at which level', () => {
    expect(gateSentence(open)).to.equal('passed at level must.');
  });

  it('says everything that shut it', () => {
    const shut = {
      ...open,
      passed: false,
      reasons: ['findings', 'expired', 'missing-errors', 'stale-baseline', 'incomplete-run'] as const,
      expired: ['d/e/f'],
      against: ['a/b/c', 'd/e/f'],
      missingErrors: ['UserPoolTaggingException'],
    };
    expect(gateSentence(shut)).to.equal(
      'failed: 1 finding at level must, and 1 known finding whose acceptance has expired, and required errors that were never returned: ' +
        'UserPoolTaggingException, and a baseline that has to be pruned, and a run that could not be completed.',
    );
  });

  it('says what the baseline knows', () => {
    expect(gateSentence(beside)).to.match(/Compared with baseline\.json: nothing new, nothing known\.$/);
    const counted = { ...beside, new: ['a'], known: ['b', 'c'], fixed: ['d'], notTested: ['e'], vanished: ['f'] };
    expect(gateSentence(counted)).to.match(/: 1 new, 2 known, 1 fixed, 1 not tested, 1 case vanished\.$/);
  });

  it('stands in the terminal, with the ids that call for attention, and on the page', () => {
    const gate = { ...beside, line: 'gate' as const, fixed: ['a/b/1', 'a/b/2', 'a/b/3', 'a/b/4'] };
    const text = terminal.render({ ...fixtureRecord, gate }, { color: false, width: 80 });
    expect(text).to.match(
      /gate +passed at level must\. Compared with baseline\.json: 4 fixed\.\n +fixed: a\/b\/1, a\/b\/2, a\/b\/3 and 1 more/,
    );
    const page = html.render({ ...fixtureRecord, gate }, { color: false, width: 80 });
    expect(page).to.include('passed at level must. Compared with baseline.json: 4 fixed.');
  });
});
