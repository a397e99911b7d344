import { expect } from 'chai';
import { declaredErrors } from '../../../specs/errors.ts';
import { awsWire, openApiWire } from './wire.ts';

describe('awsWire', () => {
  it('answers a success with 200, its type and the request id', () => {
    expect(awsWire({ ok: {} }, 'an-id')).to.deep.equal({
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'an-id' },
      body: '{}',
    });
  });

  for (const { name, status } of declaredErrors) {
    it(`answers ${name} with ${status}, in body and header`, () => {
      const parts = awsWire({ error: { name, message: 'why' } }, 'an-id');
      expect(parts.status).to.equal(status);
      expect(parts.headers).to.include({ 'x-amzn-errortype': `${name}:`, 'x-amzn-requestid': 'an-id' });
      expect(JSON.parse(parts.body)).to.deep.equal({ __type: name, message: 'why' });
    });
  }

  it('writes the message of a SerializationException with a capital letter', () => {
    const { body } = awsWire({ error: { name: 'SerializationException', message: 'why' } }, 'an-id');
    expect(JSON.parse(body)).to.deep.equal({ __type: 'SerializationException', Message: 'why' });
  });
});

describe('openApiWire', () => {
  for (const { name, code, status } of declaredErrors) {
    it(`answers ${name} with ${code ?? status}`, () => {
      expect(openApiWire({ error: { name, message: '' } }, 'an-id').status).to.equal(code ?? status);
    });
  }

  it('answers a success with 200', () => {
    expect(openApiWire({ ok: {} }, 'an-id').status).to.equal(200);
  });
});
