import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import type { JsonValue } from '../../specs/json.ts';
import { leafLines } from './leafLines.ts';
import { flatten } from './shellHelpers.ts';

function flat(text: string): readonly string[] {
  const { stdout } = spawnSync('bash', ['-c', `${flatten.join('\n')}\nflat`], { input: text });
  return stdout.toString('utf8').replace(/\n$/, '').split('\n');
}

// Names without what a path is made of, so that sorting by text and by place is the same.
const names = fc.stringMatching(/^[A-Za-z0-9 '"\\{,:]{1,8}$/);
const texts = fc.string({ unit: 'grapheme-ascii' });

describe('the shell helper that reads JSON', () => {
  it('prints the leaves of any value, however it is laid out', () => {
    const leaf = fc.oneof(texts, fc.boolean(), fc.integer(), fc.constant(null));
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        expect(flat(JSON.stringify(json, null, space))).to.have.members([...leafLines('', json)]);
      }),
      { numRuns: 60 },
    );
  });

  it('marks what does not end where JSON does', () => {
    const mark = ' = no JSON to its end';
    for (const text of ['{"a":1', '{"a":[1,2}', '[{"a":1}', '{"a":1}}', '{"a":1} tail'])
      expect(flat(text), text).to.include(mark);
    for (const text of ['{"a":[1,{}],"b":{}}\n', ' [1, "]"] ', '1']) expect(flat(text), text).not.to.include(mark);
  });

  it('ends on what is not JSON', () => {
    for (const text of ['', '<html>', '{"a":', '{"a" 1', '[1,', '"open', '}{', '{"a":1,}']) flat(text);
  });
});
