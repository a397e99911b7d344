import { expect } from 'chai';
import { phases } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { plan } from '../plan/plan.ts';
import { type ExpectedCase, expectationTeller } from './expectedCase.ts';
import { malformedRequestTests } from './malformedRequestTests.ts';

const contract = contractOf('2026-11-13', 'observed');
const region = 'us-east-1';
const scene = { edition: contract.edition, basis: contract.basis, region, account: '123456789012' };
const operation = 'com.amazonaws.cognitoidentityprovider#UpdateUserPool';

function testsOf(cases: readonly ExpectedCase[]): readonly JsonObject[] {
  const { shapes } = malformedRequestTests(contract, region, cases);
  const shape = isJsonObject(shapes) ? shapes[operation] : undefined;
  const traits = isJsonObject(shape) && shape.type === 'apply' && isJsonObject(shape.traits) ? shape.traits : {};
  const tests = traits['smithy.test#httpMalformedRequestTests'];
  return Array.isArray(tests) ? tests.filter(isJsonObject) : [];
}

describe('malformed-request tests', () => {
  let cases: readonly ExpectedCase[] = [];
  let tests: readonly JsonObject[] = [];

  before(() => {
    const expected = expectationTeller(contract, region);
    cases = plan({ scene, phases, seed: 1, cases: 50 }).flatMap((lane) => [...lane.cases].map(expected));
    tests = testsOf(cases);
  });

  it('have the members that the trait asks for, and names that Smithy takes', () => {
    expect(tests.length).to.be.above(800);
    for (const test of tests) {
      expect(Object.keys(test).filter((name) => !known.has(name))).to.deep.equal([]);
      expect(test.id).to.match(/^[A-Za-z_][A-Za-z0-9_]+$/);
      expect(test.protocol).to.equal('aws.protocols#awsJson1_1');
      expect(test.request).to.include.keys('method', 'uri', 'headers', 'body');
    }
    expect(new Set(tests.map(({ id }) => id)).size).to.equal(tests.length);
  });

  it('assert one thing of a body, in a media type, by an expression that compiles', () => {
    for (const { response } of tests) {
      if (!isJsonObject(response)) throw new Error('There is no response.');
      expect(response.code).to.be.oneOf([400, 500]);
      if (!isJsonObject(response.body)) continue;
      expect(Object.keys(response.body)).to.have.members(['mediaType', 'assertion']);
      const assertion = isJsonObject(response.body.assertion) ? response.body.assertion : {};
      expect(Object.keys(assertion)).to.deep.equal(['messageRegex']);
      expect(() => new RegExp(String(assertion.messageRegex))).not.to.throw();
    }
  });

  it('send the body of the case to a pool with an id of the right form', () => {
    const id = 'UpdateUserPoolBoundaryPoliciesPasswordPolicyMinimumLengthMaxOver';
    const request = tests.find((test) => test.id === id)?.request;
    const body = isJsonObject(request) ? JSON.parse(String(request.body)) : undefined;
    const Policies = { PasswordPolicy: { MinimumLength: 100 } };
    expect(body).to.deep.equal({ UserPoolId: 'us-east-1_Abcdefghi', Policies });
  });

  it('leave out what is accepted, what is open, and what takes a prior state', () => {
    const [accepted] = cases.filter(({ expectation }) => expectation.kind === 'accepted');
    const prepared = cases.filter(({ prior, expectation }) => prior?.update && expectation.kind === 'rejected');
    expect(testsOf([...(accepted === undefined ? [] : [accepted]), ...prepared])).to.deep.equal([]);
  });
});

const known = new Set(['id', 'protocol', 'documentation', 'request', 'response', 'tags']);
