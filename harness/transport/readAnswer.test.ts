import { expect } from 'chai';
import { readAnswer } from './readAnswer.ts';

const names = (status: number, text: string, headers: Record<string, string> = {}) =>
  readAnswer(status, headers, text, 1).error;

describe('readAnswer', () => {
  it('takes any 2xx without an error type for a success', () => {
    expect(names(200, '')).to.equal(null);
    expect(names(204, '')).to.equal(null);
    expect(names(200, '{}')).to.equal(null);
    expect(names(200, '<html>')).to.equal(null);
  });

  it('takes an error type for an error, whatever the status', () => {
    expect(names(200, '{"__type":"InvalidParameterException"}')).to.equal('InvalidParameterException');
  });

  it('reads the name from the body, the header or the OpenAPI number, and cleans it', () => {
    expect(names(400, '{"__type":"com.amazonaws#ResourceNotFoundException"}')).to.equal('ResourceNotFoundException');
    expect(names(400, '{"code":"ResourceNotFoundException:http://x"}')).to.equal('ResourceNotFoundException');
    expect(names(400, '', { 'x-amzn-errortype': 'NotAuthorizedException:' })).to.equal('NotAuthorizedException');
    expect(names(489, '{"message":"m"}')).to.equal('UserPoolTaggingException');
  });

  it('says "" of an error without a name', () => {
    expect(names(400, '<html>')).to.equal('');
    expect(names(404, 'null')).to.equal('');
  });

  it('reads the message in either spelling', () => {
    expect(readAnswer(400, {}, '{"__type":"X","message":"a"}', 1).message).to.equal('a');
    expect(readAnswer(400, {}, '{"__type":"X","Message":"b"}', 1).message).to.equal('b');
  });

  it('does not parse what is nested so deep that walking it could overflow', () => {
    expect(readAnswer(200, {}, JSON.stringify({ a: `"${'{['.repeat(5000)}` }), 1).body).to.have.property('a');
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(readAnswer(200, {}, deep, 1).body).to.equal(undefined);
  });
});
