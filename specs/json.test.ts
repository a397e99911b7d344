import { expect } from 'chai';
import { parsedJson } from './json.ts';

describe('parsedJson', () => {
  it('gives what a JSON text says, null and keys of every name included', () => {
    expect(parsedJson(' {"a": [1, "b"]} ')).to.deep.equal({ a: [1, 'b'] });
    expect(parsedJson('null')).to.equal(null);
    expect(Object.keys(Object(parsedJson('{"__proto__": 1}')))).to.deep.equal(['__proto__']);
  });

  it('gives nothing for a text that is no JSON', () => {
    for (const text of ['', ' ', '{', "{'a': 1}", '{} {}', 'undefined'])
      expect(parsedJson(text), text).to.equal(undefined);
  });
});
