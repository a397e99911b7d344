import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaking, validRequest } from '@poolproof/cli/arbitraries';
import { check } from '@poolproof/cli/contract';
import fc from 'fast-check';
import { withOwner } from './withOwner.js';

test('what keeps the contract keeps it with an owner', () => {
  fc.assert(
    fc.property(validRequest(), (request) => {
      assert.deepEqual(check(withOwner(request, 'blue')), []);
    }),
  );
});

test('what breaks the contract elsewhere stays broken', () => {
  fc.assert(
    fc.property(breaking('policies.password-policy.minimum-length.max'), (request) => {
      assert.ok(check(withOwner(request, 'blue')).length > 0);
    }),
  );
});
