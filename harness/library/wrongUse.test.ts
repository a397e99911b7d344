import * as chai from 'chai';
import { expect } from 'chai';
import { UserError } from '../userError.ts';
import * as arbitraries from './arbitraries.ts';
import { cases } from './cases.ts';
import { conformity } from './chai.ts';
import * as contract from './contract.ts';
import type { ContractCase } from './contractCase.ts';
import { registerContract } from './describeContract.ts';
import { run } from './run.ts';

/** What someone writes in JavaScript who has not read the types. */
const wrong = (value: unknown) => value as never;

async function firstCase(options: unknown): Promise<ContractCase> {
  for await (const each of cases(wrong(options))) return each;
  throw new Error('There is no case.');
}

const one = () => firstCase({ only: 'pool-name.max', phases: ['boundary'] });
const assertThat = (value: unknown) => chai.use(conformity).expect(value).to;
const framework = { describe: () => {}, before: () => {}, it: () => {} };

/** Uses of the library, with what the one sentence about each has to say. */
const uses: Readonly<Record<string, readonly [() => unknown, RegExp]>> = {
  'run with text': [() => run(wrong('mock')), /^run: the options have to be an object, not "mock"\.$/],
  'run with null': [() => run(wrong(null)), /^run: the options have to be an object, not null\.$/],
  'run with a wrong phase': [() => run({ phases: wrong(['boundry']) }), /not "boundry"\. Did you mean "boundary"\?$/],
  'run with a wrong report': [() => run({ report: wrong(['htlm']) }), /not "htlm"\. Did you mean "html"\?$/],
  'run with a list of objects': [() => run({ phases: wrong([{}]) }), /^phases has to be text, a number, true or false/],
  'run on an existing pool without consent, in the words of the options': [
    () => run({ userPoolId: 'us-east-1_Abc', failOn: 'may', updateBaseline: true }),
    /^(?!.*--)userPoolId us-east-1_Abc names a pool that the run did not create/,
  ],
  'run with a hint about an option': [
    () => run({ updateBaseline: true, only: 'pool-name' }),
    /^updateBaseline needs a baseline\.$/,
  ],
  'run with no functions': [
    () => run({ signal: wrong('x'), onProgress: wrong(3), fetch: wrong(7) }),
    /^run: signal has to be an AbortSignal, not "x"\. onProgress has to be a function, not 3\. fetch has to be a function/,
  ],
  'cases with an unknown option': [
    () => firstCase({ onyl: 'x' }),
    /^cases: "onyl" is not an option\. Did you mean "only"\?$/,
  ],
  'cases with wrong values': [
    () => firstCase({ phases: ['boundry'], cases: 'many', seed: -1, region: 5 }),
    /Did you mean "boundary"\? cases has to be a whole number from 0, not "many"\. seed has .*, not -1\. region has .*, not 5\.$/,
  ],
  'a case sent nowhere': [async () => (await one()).send(wrong(5), 'us-east-1_Abc'), /^The target has to be a URL/],
  'a case sent to a word': [async () => (await one()).send('nowhere', 'us-east-1_Abc'), /not "nowhere"\.$/],
  'a case sent to nothing': [async () => (await one()).run(wrong(undefined)), /^The target .* not undefined\.$/],
  'a case sent to no pool': [
    async () => (await one()).send('http://127.0.0.1:9', wrong(undefined)),
    /^send: the id of a pool has to be given after the target, not undefined\.$/,
  ],
  'no answer judged': [
    async () => (await one()).judge(wrong({}), null, null),
    /^judge: the answer has to be what send/,
  ],
  'no pool judged': [
    async () => (await one()).judge({ status: 200, text: '{}' }, wrong('x'), null),
    /^judge: the pool before \(null where there is none\) has to be an object, not "x"\.$/,
  ],
  'check of text': [() => contract.check(wrong('{}')), /^check: the request has to be an object, not "\{\}"\.$/],
  'check with an unknown option': [
    () => contract.check({}, wrong({ editon: '2026-11-13' })),
    /^check: "editon" is not an option\. Did you mean "edition"\?$/,
  ],
  'expect on text': [() => contract.expect({}, wrong('pool')), /^expect: the pool before has to be an object/],
  'an unknown clause': [() => contract.clause('pool-name.maxx'), /no clause "pool-name\.maxx"\. Did you mean/],
  'no clause': [
    () => contract.clause(wrong(undefined)),
    /^clause: the clause has to be text such as pool-name\.max, not undefined\.$/,
  ],
  'an assertion on no clause': [() => assertThat({}).conformTo(wrong(undefined)), /^clause: the clause has to be text/],
  'an arbitrary of a number': [
    () => arbitraries.breaking(wrong(5)),
    /^breaking: the clause has to be text such as pool-name\.max, not 5\.$/,
  ],
  'an arbitrary of null': [
    () => arbitraries.member(wrong(null)),
    /^member: the path has to be text such as Policies\.PasswordPolicy, not null\.$/,
  ],
  'sequences with a number': [
    () => arbitraries.sequenceOfUpdates(wrong(5)),
    /^sequenceOfUpdates: the options have to be an object, not 5\.$/,
  ],
  'sequences with wrong lengths': [
    () => arbitraries.sequenceOfUpdates({ minLength: wrong('x'), maxLength: -1 }),
    /^sequenceOfUpdates: minLength has to be a whole number from 0, not "x"\. maxLength has to be /,
  ],
  'run on a function that gives no Response': [
    () => run({ only: 'PoolName', fetch: wrong(async () => undefined) }),
    /^Target in-process did not answer: .*fetch gave undefined and no Response\.$/,
  ],
  'an unknown basis': [() => contract.clauses(wrong({ basis: 'observd' })), /Did you mean "observed"\?$/],
  'an arbitrary of no clause': [() => arbitraries.breaking('pool-name.maxx'), /No arbitrary breaks .* Did you mean/],
  'an arbitrary of no member': [
    () => arbitraries.member('PoolNme'),
    /has no member "PoolNme"\. Did you mean "PoolName"/,
  ],
  'arbitraries with an unknown option': [
    () => arbitraries.validRequest(wrong({ userPoolID: 'x' })),
    /"userPoolID" is not an option\. Did you mean "userPoolId"\?$/,
  ],
  'arbitraries with wrong values': [
    () => arbitraries.tags(wrong({ userPoolId: 'x', account: 5 })),
    /userPoolId has to be the id of a pool .* account has to be twelve digits, not 5\.$/,
  ],
  'an assertion on text': [
    () => assertThat('x').keepTheContract(),
    /^keepTheContract: the request has to be an object/,
  ],
  'an assertion with an unknown option': [() => assertThat({}).keepTheContract(wrong({ editon: 1 })), /"edition"\?$/],
  'an assertion on what is no pool': [
    () => assertThat('x').show({}),
    /^show: the pool has to be an object, not "x"\.$/,
  ],
  'describeContract with text': [() => registerContract(wrong('x'), framework), /^describeContract: the options have/],
  'describeContract with wrong values': [
    () => registerContract(wrong({ script: 'crul', level: 'most', start: 5, handlers: {} }), framework),
    /Did you mean "curl"\? level has to be one of must, should, may, .* start has to be a function, not 5\. handlers has/,
  ],
  'describeContract about nothing': [
    () => registerContract({ only: 'PoolNme' }, framework),
    /is about "PoolNme"\. Did you mean "PoolName"/,
  ],
};

describe('wrong use of the library', () => {
  for (const [what, [use, says]] of Object.entries(uses)) {
    it(`is answered in one sentence: ${what}`, async () => {
      const error = await Promise.resolve()
        .then(use)
        .then(() => undefined)
        .catch((reason: unknown) => reason);
      expect(error).to.be.an.instanceof(Error).with.property('message').that.matches(says);
      expect(error instanceof UserError ? error.hint : '').not.to.match(/--[a-z]/);
      expect(error).to.have.property('name').that.is.oneOf(['TypeError', 'UserError']);
    });
  }
});
